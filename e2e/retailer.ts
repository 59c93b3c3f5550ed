/** A small invented retailer for tests that need one, made through the rooms' front doors; and a caller that speaks to the API. */
import { randomUUID } from 'node:crypto'
import { makeApiKey, openSession, putStaff } from '../src/access/access.ts'
import { putProducts, seedTax } from '../src/catalog/catalog.ts'
import { system } from '../src/core/actor.ts'
import { type Pool, transaction } from '../src/core/database.ts'
import { useKey } from '../src/core/secret.ts'
import { register, visitor } from '../src/customers/customers.ts'
import { receive } from '../src/inventory/inventory.ts'
import { blankPlace, putPlace } from '../src/stores/stores.ts'

export const key = 'test-key-of-a-throw-away-database-0123456789'
export type Answer = { status: number; body: Record<string, unknown>; text: string; headers: Headers }
export type Send = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<Response>

const goods: [name: string, gtin: string, yen: number, tax_category: string][] = [
  ['オーガニックオーツ', '4599990000016', 594, 'food'],
  ['国産大豆の豆乳', '4599990000023', 756, 'food'],
  ['洗濯槽クリーナー', '4599990000153', 330, 'standard'],
  ['洗いざらし麻シャツ', '4599990000030', 2990, 'standard'],
  ['やわらかニット', '4599990000047', 3990, 'standard'],
  ['綿の靴下', '4599990000177', 1990, 'standard'],
  ['ウールコート', '4599990000139', 14300, 'standard'],
  ['全粒粉クッキー', '4599990000184', 2160, 'food'],
  ['紅茶ビスケット', '4599990000061', 3240, 'food'],
]

export type Retailer = Awaited<ReturnType<typeof smallRetailer>>

/** Two shops and a warehouse, nine goods (by JAN, in `variant`), a clerk, a manager and an agent, 50 pieces of everything everywhere. */
export async function smallRetailer(db: Pool) {
  useKey(key)
  const places = await transaction(db, system, async (tx) => ({
    warehouse: (await putPlace(tx, system, { ...blankPlace, kind: 'warehouse', name: 'EC倉庫', ships_ec: true }))
      .place_id,
    shinjuku: (await putPlace(tx, system, { ...blankPlace, kind: 'shop', name: '新宿店', offers_pickup: true }))
      .place_id,
    setagaya: (await putPlace(tx, system, { ...blankPlace, kind: 'shop', name: '世田谷店', offers_pickup: true }))
      .place_id,
  }))
  const variant: Record<string, string> = {}
  await transaction(db, system, async (tx) => {
    await seedTax(tx)
    const { rows, problems } = await putProducts(
      tx,
      system,
      goods.map(([name, gtin, yen, tax_category]) => ({
        external_id: gtin,
        name,
        tax_category,
        variants: [{ gtin, prices: [{ yen, valid_from: '2026-01-01T00:00:00Z' }] }],
        published_at: '2026-01-01T00:00:00Z',
      })),
    )
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
    for (const { external_id, variant_ids } of rows) variant[external_id as string] = variant_ids[0] as string
  })
  await stock(db, places, variant, 50)
  const staff = await transaction(db, system, async (tx) => {
    const hire = async (code: string, role: 'clerk' | 'manager' | 'agent' | 'admin', place_id?: string) => {
      const { staff_id } = await putStaff(tx, system, {
        code,
        display_name: code,
        role,
        place_ids: place_id ? [place_id] : [],
        pin: '246810',
      })
      return { staff_id, token: (await openSession(tx, { kind: 'staff', staff_id, place_id: place_id ?? null })).token }
    }
    return {
      clerk: await hire('S-001', 'clerk', places.shinjuku),
      setagaya_clerk: await hire('S-002', 'clerk', places.setagaya),
      manager: await hire('S-003', 'manager', places.shinjuku),
      agent: await hire('S-004', 'agent'),
      admin: await hire('S-005', 'admin'),
    }
  })
  const api_key = (await transaction(db, system, (tx) => makeApiKey(tx, { name: 'test', scopes: ['*'] }))).key
  return {
    db,
    ...places,
    variant,
    staff,
    api_key,
    /** A member with a session, by her e-mail's local part. */
    async member(name: string, phone?: string) {
      return transaction(db, system, async (tx) => {
        const made = await register(tx, system, {
          family_name: '木村',
          given_name: name,
          family_name_kana: 'キムラ',
          given_name_kana: 'ミサキ',
          email: `${name}@example.jp`,
          ...(phone ? { phone } : {}),
        })
        return { ...made, token: (await openSession(tx, { kind: 'member', profile_id: made.profile_id })).token }
      })
    },
    async visitor() {
      return transaction(db, system, async (tx) => {
        const profile_id = await visitor(tx)
        return { profile_id, token: (await openSession(tx, { kind: 'visitor', profile_id })).token }
      })
    },
  }
}

async function stock(
  db: Pool,
  places: Record<string, string>,
  variant: Record<string, string>,
  quantity: number,
): Promise<void> {
  await transaction(db, system, async (tx) => {
    for (const place_id of Object.values(places))
      for (const variant_id of Object.values(variant).sort())
        await receive(tx, system, {
          place_id,
          variant_id,
          quantity,
          kind: 'opening',
          source_kind: 'test',
          source_id: randomUUID(),
        })
  })
}

/** Speak to the API as the holder of a token. */
export function caller(send: Send, token?: string, always: Record<string, string> = {}) {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await send(path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...always,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      text,
      headers: response.headers,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    }
  }
  return {
    get: (path: string) => call('GET', path),
    put: (path: string, body: unknown) => call('PUT', path, body),
    delete: (path: string) => call('DELETE', path),
    post: (path: string, body: unknown, idempotency_key: string = randomUUID()) =>
      call('POST', path, body, { 'idempotency-key': idempotency_key }),
  }
}
