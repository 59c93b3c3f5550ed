import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, only, rows, sql, type Tx } from '#core/database'
import { externalOf } from '#core/external'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { holds, type Role } from './admission.ts'
import { hashPin } from './pins.ts'
import { closeSessionsOf, forget } from './sessions.ts'
import { initialPinDays } from './settings.ts'

export type Staff = {
  staff_id: string
  code: string
  external_id: string | null
  display_name: string
  display_name_en: string | null
  role: Role
  place_ids: string[]
  active: boolean
  has_pin: boolean
  locked_until: string | null
  /** A colleague set the PIN: until then it lets her in once, to choose her own. */
  initial_until: string | null
  version: number
}
export type StaffInput = {
  code: string
  display_name: string
  display_name_en?: string | null
  role: Role
  place_ids?: string[]
  pin?: string
  external_id?: string | null
  active?: boolean
}

const columns = sql`staff_id, code, external_id, display_name, display_name_en, role, place_ids, active,
  pin_hash is not null as has_pin, locked_until, initial_until, version`

/** Staff by code; a manager sees those of her shops. */
export function staffList(db: Db, actor: Actor, page: { after: string; limit: number }): Promise<Staff[]> {
  const scope = actor.kind === 'staff' && actor.place_ids ? actor.place_ids : null
  return rows<Staff>(
    db,
    sql`select ${columns} from access.staff where code > ${page.after} and (${scope}::uuid[] is null or place_ids && ${scope}::uuid[])
        order by code limit ${page.limit}`,
  )
}

export async function staffById(db: Db, staff_id: string): Promise<Staff> {
  return (
    (await one<Staff>(db, sql`select ${columns} from access.staff where staff_id = ${staff_id}`)) ??
    refuse('access.staff_unknown', 404, 'このスタッフは登録されていません。', 'There is no such staff member.')
  )
}

/** A staff member by our id or `ext:` and the retailer's own number. */
export async function staffByKey(db: Db, key: string): Promise<Staff> {
  const external_id = externalOf(key)
  if (external_id === undefined) return staffById(db, key)
  return (
    (await one<Staff>(db, sql`select ${columns} from access.staff where external_id = ${external_id}`)) ??
    refuse('access.staff_unknown', 404, 'このスタッフは登録されていません。', 'There is no such staff member.')
  )
}

/** Make a staff member, or change the one with this staff_id or external_id; a new PIN or less right ends her sessions. */
export async function putStaff(
  tx: Tx,
  actor: Actor,
  input: StaffInput,
  which: { staff_id?: string } = {},
): Promise<Staff> {
  const before = await existing(tx, input, which)
  if (before) needRight(actor, before.role, before.place_ids)
  const place_ids = input.place_ids ?? before?.place_ids ?? []
  needRight(actor, input.role, place_ids)
  if (actor.kind !== 'system' && (input.role === 'clerk' || input.role === 'manager') && !place_ids.length)
    refuse('access.shops_needed', 422, '担当する店舗を選んでください。', 'Choose the shops she works in.', {
      field: 'place_ids',
    })
  const pin_hash = input.pin === undefined ? null : await hashPin(input.pin)
  // Two people know it; a system that hands PINs out is asked to let people choose.
  const told = actor.kind === 'staff' && actor.id !== before?.staff_id
  const days = told ? await setting(tx, initialPinDays) : 0
  const initial_until = told ? new Date(clock.ms() + days * 86_400_000).toISOString() : null
  const staff = await unique(
    only<Staff>(
      tx,
      sql`insert into access.staff (staff_id, code, external_id, display_name, display_name_en, role, place_ids, pin_hash, active, initial_until)
          values (${before?.staff_id ?? id()}, ${input.code}, ${input.external_id ?? before?.external_id ?? null}, ${input.display_name},
            ${input.display_name_en ?? null}, ${input.role}, ${place_ids}::uuid[], ${pin_hash}, ${input.active ?? before?.active ?? true}, ${pin_hash ? initial_until : null})
          on conflict (staff_id) do update set code = excluded.code, external_id = excluded.external_id,
            display_name = excluded.display_name, display_name_en = excluded.display_name_en, role = excluded.role,
            place_ids = excluded.place_ids, active = excluded.active, version = staff.version + 1,
            pin_hash = coalesce(excluded.pin_hash, staff.pin_hash),
            failed_count = case when excluded.pin_hash is null then staff.failed_count else 0 end,
            locked_until = case when excluded.pin_hash is null then staff.locked_until end,
            initial_until = case when excluded.pin_hash is null then staff.initial_until else excluded.initial_until end
          returning ${columns}`,
    ),
  )
  if (before && (pin_hash || !staff.active)) await closeSessionsOf(tx, { staff_id: staff.staff_id })
  // Role and shops ride in the cached session.
  tx.afterCommit(() => forget((holder) => holder.id === staff.staff_id))
  return staff
}

async function existing(tx: Tx, input: StaffInput, which: { staff_id?: string }): Promise<Staff | undefined> {
  if (which.staff_id) return staffById(tx, which.staff_id)
  if (!input.external_id) return undefined
  return one<Staff>(tx, sql`select ${columns} from access.staff where external_id = ${input.external_id} for update`)
}

/** A manager looks after the working roles of her own shops; only an admin, or a system with the scope, makes managers. Refuses 403. */
export function needRight(actor: Actor, role: Role, place_ids: string[]): void {
  if (actor.kind !== 'staff' || actor.role === 'admin') return
  const below = holds(actor.role, role) && role !== actor.role
  const within = place_ids.length > 0 && place_ids.every((place_id) => actor.place_ids?.includes(place_id))
  if (below && within) return
  refuse(
    'access.staff_beyond',
    403,
    '自店舗の、自分より下の役割のスタッフだけを変更できます。',
    'You may change only staff of your own shops whose role is below yours.',
    { field: below ? 'place_ids' : 'role' },
  )
}

async function unique<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    const field = { staff_code_key: 'code', staff_external_id_key: 'external_id' }[brokenConstraint(error) ?? '']
    if (!field) throw error
    return refuse(
      'access.staff_taken',
      409,
      'この番号のスタッフはすでに登録されています。',
      'This number is already taken.',
      { field },
    )
  }
}
