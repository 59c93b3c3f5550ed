/** Whom a visitor of the demo may be: known by the retailer's own numbers, so that a fresh town has them again. */
import { system } from '#core/actor'
import { type Pool, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { find, open, profilesOf } from '#customers/customers'
import { balance } from '#loyalty/loyalty'
import { place } from '#stores/stores'
import { places as townPlaces } from '../town/places.ts'
import { staff as townStaff } from '../town/staff.ts'

type Words = { ja: string; en: string }
export type DemoPerson = {
  kind: 'member' | 'staff'
  code: string
  name: string
  note: Words
  profile_id?: string
  role?: string
  pin?: string
}

/** The first two race for the last shirt. */
const members = ['M-00001', 'M-00002', 'M-00003', 'M-00007', 'M-00010']
const colleagues = ['S-017', 'S-016', 'S-011', 'S-051', 'S-003', 'S-001', 'S-002']
const roles: Record<string, Words> = {
  clerk: { ja: '販売', en: 'sales' },
  manager: { ja: '店長', en: 'manager' },
  agent: { ja: 'お客さま窓口', en: 'call centre' },
  merchandiser: { ja: '商品担当', en: 'merchandiser' },
  marketer: { ja: '販促担当', en: 'marketer' },
  admin: { ja: '管理者', en: 'administrator' },
}

/** Members with their points, and staff of every role with their PINs. */
export function demoPeople(db: Pool): Promise<DemoPerson[]> {
  return transaction(db, system, async (tx) => {
    const people: DemoPerson[] = []
    for (const code of members) {
      const profile_id = await find(tx, 'external', code)
      if (profile_id) people.push(await member(tx, code, profile_id))
    }
    return [...people, ...colleagues.flatMap(colleague)]
  })
}

/** The profile of a member of the demo; refuses (404) anybody else. */
export async function demoMember(tx: Tx, code: string): Promise<string> {
  const profile_id = members.includes(code) ? await find(tx, 'external', code) : undefined
  return profile_id ?? nobody()
}

/** The PIN of a colleague in the demo; refuses (404) anybody else. */
export function demoPin(code: string): string {
  return townStaff.find((staff) => staff.code === code)?.pin ?? nobody()
}

function nobody(): never {
  return refuse('demo.nobody', 404, 'デモにこの人はいません。', 'Nobody in the demo has this code.', { field: 'code' })
}

async function member(tx: Tx, code: string, profile_id: string): Promise<DemoPerson> {
  const person = await open(tx, profile_id)
  const { available } = await balance(tx, await profilesOf(tx, profile_id))
  const home = person.home_place_id ? await place(tx, person.home_place_id) : undefined
  const points = available.toLocaleString('ja-JP')
  return {
    kind: 'member',
    code,
    profile_id,
    name: person.name ?? code,
    note: {
      ja: `${home?.name ?? ''}のお客さま・${points}ポイント`,
      en: `${home?.name_en ?? ''} customer, ${points} points`,
    },
  }
}

function colleague(code: string): DemoPerson[] {
  const one = townStaff.find((staff) => staff.code === code)
  if (!one) return []
  const place = townPlaces.find((at) => at.code === one.places[0])
  const role = roles[one.role] ?? { ja: one.role, en: one.role }
  return [
    {
      kind: 'staff',
      code,
      role: one.role,
      pin: one.pin,
      name: `${one.family} ${one.given}`,
      note: {
        ja: `${place?.name.ja ?? ''} ${role.ja}・${code}・PIN ${one.pin}`,
        en: `${place?.name.en ?? ''} ${role.en}, ${code}, PIN ${one.pin}`,
      },
    },
  ]
}
