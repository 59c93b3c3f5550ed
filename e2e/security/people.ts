/** Everybody who might call: a token each, and who by the house's own words may pass. */
import { makeApiKey, openSession, putStaff } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { type Tx, transaction } from '../../src/core/database.ts'
import { register } from '../../src/customers/customers.ts'
import { openBalance } from '../../src/loyalty/loyalty.ts'
import { openShop, type Shop } from '../api/app.ts'
import { operations, scopes } from './spec.ts'

export type Caller = {
  name: string
  /** As audiences say it: 'visitor', 'member', 'staff:clerk', 'api:orders.read'; nothing for nobody. */
  is: readonly string[]
  token: string | undefined
  profile_id?: string
  place_id?: string
  /** A fresh token of the same person, for one that was signed out. */
  renew(): Promise<void>
}

/** Unmistakable values of two test people, so that a stray one is found wherever it turns up. */
export const planted = {
  a: {
    family_name: '植込山',
    given_name: '露見子',
    family_name_kana: 'ウエコミヤマ',
    given_name_kana: 'ロミコ',
    email: 'romiko.planted-a@leak.example',
    phone: '09071830045',
    birth_date: '1971-03-29',
    postal_code: '9218031',
    prefecture: '石川県',
    city: '金沢市',
    address: '露見町九十七番地',
    building: '植込荘八〇八',
  },
  b: {
    family_name: '隠岐島',
    given_name: '漏洩郎',
    family_name_kana: 'オキノシマ',
    given_name_kana: 'ロウエイロウ',
    email: 'roeiro.planted-b@leak.example',
    phone: '08064920071',
    birth_date: '1968-11-17',
    postal_code: '6850434',
    prefecture: '島根県',
    city: '隠岐郡',
    address: '漏洩町六十一番地',
    building: '隠岐荘五〇五',
  },
} as const

/** How a planted person shows herself in any text. */
export function traces(who: keyof typeof planted): string[] {
  const { family_name, given_name, family_name_kana, given_name_kana, email, phone, address, building } = planted[who]
  const digits = phone.slice(1)
  return [family_name, given_name, family_name_kana, given_name_kana, email, address, building, digits]
    .concat([`${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`, planted[who].birth_date])
    .concat(email.split('@')[0] as string)
}

// Restated, not imported: the matrix must not believe what it tests.
const works: Record<string, readonly string[]> = {
  admin: ['clerk', 'agent', 'marketer', 'merchandiser', 'manager', 'admin'],
  manager: ['clerk', 'agent', 'marketer', 'merchandiser', 'manager'],
  merchandiser: ['merchandiser'],
  marketer: ['marketer'],
  agent: ['agent'],
  clerk: ['clerk'],
}

/** Whether a caller belongs to an audience. */
export function belongs(caller: Caller, audience: readonly string[]): boolean {
  return audience.some((entry) => entry === 'anyone' || caller.is.includes(entry))
}

export type House = Shop & {
  callers: Caller[]
  caller(name: string): Caller
  /** Ids of those who call: nobody dismisses them on the way. */
  spared: ReadonlySet<unknown>
  staffOf(name: string): string | undefined
}

/** The small retailer with two planted members, staff of two shops and of head office, and one key per scope of the document. */
export async function openHouse(): Promise<House> {
  const shop = await openShop()
  await shop.app.ready()
  const callers: Caller[] = [{ name: 'nobody', is: [], token: undefined, renew: async () => {} }]
  const add = async (caller: Omit<Caller, 'token' | 'renew'>, open: (tx: Tx) => Promise<string>) => {
    const made: Caller = {
      ...caller,
      token: undefined,
      async renew() {
        made.token = await transaction(shop.db, system, open)
      },
    }
    await made.renew()
    callers.push(made)
  }
  const visitor = await shop.visitor()
  await add(
    { name: 'visitor', is: ['visitor'], profile_id: visitor.profile_id },
    async (tx) => (await openSession(tx, { kind: 'visitor', profile_id: visitor.profile_id })).token,
  )
  for (const who of ['a', 'b'] as const) {
    const { profile_id } = await transaction(shop.db, system, (tx) => register(tx, system, { ...planted[who] }))
    await transaction(shop.db, system, (tx) => openBalance(tx, system, { profile_id, amount: 5000, source: 'planted' }))
    await add(
      { name: `member ${who}`, is: ['visitor', 'member'], profile_id },
      async (tx) => (await openSession(tx, { kind: 'member', profile_id })).token,
    )
  }
  const staff: [name: string, role: keyof typeof works, place_id?: string][] = [
    ['clerk of shop 1', 'clerk', shop.shinjuku],
    ['clerk of shop 2', 'clerk', shop.setagaya],
    ['manager of shop 1', 'manager', shop.shinjuku],
    ['manager of shop 2', 'manager', shop.setagaya],
    ['agent', 'agent'],
    ['marketer', 'marketer'],
    ['merchandiser', 'merchandiser'],
    ['admin', 'admin'],
  ]
  const spared = new Set<unknown>()
  const staffIds = new Map<string, string>()
  for (const [name, role, place_id] of staff) {
    const { staff_id } = await transaction(shop.db, system, (tx) =>
      putStaff(tx, system, {
        code: `G-${callers.length}`,
        display_name: name,
        role: role as 'clerk',
        place_ids: place_id ? [place_id] : [],
        pin: '975318',
      }),
    )
    spared.add(staff_id)
    staffIds.set(name, staff_id)
    const is = ['staff', ...(works[role] as string[]).map((work) => `staff:${work}`)]
    await add(
      { name, is, ...(place_id ? { place_id } : {}) },
      async (tx) => (await openSession(tx, { kind: 'staff', staff_id, place_id: place_id ?? null })).token,
    )
  }
  const known = scopes(operations(shop.app))
  for (const scope of [...known, 'nothing.read', '*']) {
    const is = scope === '*' ? known.map((each) => `api:${each}`) : [`api:${scope}`]
    await add({ name: `key ${scope}`, is }, async (tx) => (await makeApiKey(tx, { name: scope, scopes: [scope] })).key)
  }
  return {
    ...shop,
    callers,
    spared,
    staffOf: (name) => staffIds.get(name),
    caller: (name) => callers.find((caller) => caller.name === name) as Caller,
  }
}
