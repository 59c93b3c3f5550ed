/** Data out at the API: every resource in every format, resumable, with people's data only for who may read it. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { parquetReadObjects } from 'hyparquet'
import iconv from 'iconv-lite'
import { makeApiKey } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { only, sql, transaction } from '../../src/core/database.ts'
import { openShop, type Shop } from './app.ts'

describe('exports', () => {
  let shop: Shop
  let key: string
  before(async () => {
    shop = await openShop()
    key = (
      await transaction(shop.db, system, (tx) =>
        makeApiKey(tx, { name: 'exports', scopes: ['exports', 'customers.read'] }),
      )
    ).key
    const source = 'former'
    const send = (what: string, body: object) =>
      shop.as(shop.api_key).post(`/v1/integrations/${what}`, { source, ...body })
    const people = [1, 2, 3].map((n) => ({
      external_id: `${n}`,
      family_name: n === 1 ? '=cmd|髙橋' : `山田${n}`,
      points: 10 * n,
    }))
    assert.equal((await send('customers', { customers: people })).status, 201)
    const orders = [1, 2, 3, 4, 5].map((n) => ({
      external_id: `${n}`,
      channel: n % 2 ? 'till' : 'ec',
      place_id: shop.shinjuku,
      ...(n < 5 && { customer: `${(n % 3) + 1}` }),
      placed_at: `2025-03-0${n}T01:00:00.000Z`,
      lines: [{ gtin: '4599990000047', quantity: n, amount_yen: 100 * n }],
    }))
    assert.equal((await send('orders', { orders })).status, 201)
  })
  after(() => shop?.close())

  const take = async (path: string, token = key) => {
    const answer = await shop.app.inject({
      url: `/v1/integrations/exports/${path}`,
      headers: { authorization: `Bearer ${token}` },
    })
    return {
      status: answer.statusCode,
      bytes: answer.rawPayload,
      text: answer.payload,
      next: answer.headers['engawa-next'] as string,
      more: answer.headers['engawa-more'],
    }
  }
  const ndjson = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const parquet = (bytes: Buffer) => parquetReadObjects({ file: Uint8Array.from(bytes).buffer })

  it('every resource comes in every format with the columns it declares, and the formats hold the same', async () => {
    const { body } = await shop.as(key).get('/v1/integrations/exports')
    const list = body.items as { resource: string; columns: { name: string; kind: string }[] }[]
    assert.ok(list.length >= 18)
    for (const { resource, columns } of list) {
      const json = ndjson((await take(resource)).text)
      const csv = await take(`${resource}?format=csv`)
      assert.equal(csv.text.split('\r\n')[0], `\ufeff${columns.map(({ name }) => name).join()}`, resource)
      const back = await parquet((await take(`${resource}?format=parquet`)).bytes)
      assert.equal(back.length, json.length, resource)
      for (const [at, row] of json.entries())
        for (const { name, kind } of columns)
          assert.deepEqual(plain(back[at]?.[name], kind), row[name], `${resource} ${at} ${name}`)
    }
  })

  it('a stopped export goes on behind its cursor: pages joined are the whole, and what comes later follows', async () => {
    const whole = ndjson((await take('order_lines')).text)
    assert.equal(whole.length, 5)
    const joined: unknown[] = []
    let since = ''
    for (let more = 'true'; more === 'true'; ) {
      const page = await take(`order_lines?limit=2${since && `&since=${since}`}`)
      joined.push(...ndjson(page.text))
      since = page.next
      more = String(page.more)
    }
    assert.deepEqual(joined, whole)
    assert.equal((await take(`order_lines?since=${since}`)).text, '')
    for (const wrong of ['x', since.slice(3), (await take('orders')).next])
      assert.equal((await take(`order_lines?since=${wrong}`)).status, 400)
  })

  it('every order carries its channel; a walk-in names nobody', async () => {
    const orders = ndjson((await take('orders')).text)
    assert.deepEqual(
      orders.map(({ channel }) => channel),
      ['till', 'ec', 'till', 'ec', 'till'],
    )
    assert.deepEqual(
      orders.map(({ profile_id }) => profile_id === null),
      [false, false, false, false, true],
    )
  })

  it('a cell that would run as a formula is shown as text, and Shift_JIS is what older spreadsheets read', async () => {
    const csv = (await take('customers?format=csv')).text
    assert.match(csv, /,"'=cmd\|髙橋",/)
    const sjis = iconv.decode((await take('customers?format=csv&encoding=shift_jis')).bytes, 'cp932')
    assert.equal(`\ufeff${sjis}`, csv)
  })

  it('customers need the right to read customers, each one in it is audited, and other keys are not told whose a row is', async () => {
    const without = (
      await transaction(shop.db, system, (tx) => makeApiKey(tx, { name: 'no people', scopes: ['exports'] }))
    ).key
    assert.equal((await take('customers', without)).status, 403)
    assert.ok(ndjson((await take('point_balances', without)).text).every(({ profile_id }) => profile_id === null))
    const count = () =>
      transaction(shop.db, system, (tx) =>
        only<{ n: number }>(tx, sql`select count(*) as n from access.audit where action = 'customers.exported'`),
      )
    const before = (await count()).n
    const people = ndjson((await take('customers')).text)
    assert.equal((await count()).n, before + people.length)
    const bound = (
      await transaction(shop.db, system, (tx) =>
        makeApiKey(tx, { name: 'one shop', scopes: ['exports'], place_ids: [shop.shinjuku] }),
      )
    ).key
    assert.equal((await take('orders', bound)).status, 403)
  })
})

function plain(value: unknown, kind: string): unknown {
  if (value === undefined || value === null) return null
  if (kind === 'integer') return Number(value)
  if (kind === 'time') return (value as Date).toISOString()
  if (kind === 'date') return (value as Date).toISOString().slice(0, 10)
  return value
}
