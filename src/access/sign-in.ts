import { type Actor, system } from '#core/actor'
import { type Db, one, type Pool, run, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { secondsUntil } from './limits.ts'
import { hashPin, pinFits } from './pins.ts'
import { needPlace, scopeOf } from './places.ts'
import { closeSession, closeSessionsOf, openSession, type Session, type Way } from './sessions.ts'
import { passkeyRoles } from './settings.ts'
import { type Staff, staffById } from './staff.ts'

const wrong_pins = 5
const lock_ms = 15 * 60_000

export type SignIn = { session: Session; staff: Staff; place_id: string | null }

/**
 * Sign a staff member in by code and PIN. Five wrong PINs lock the code for 15 minutes (429 `access.locked`); an unknown
 * code and a wrong PIN look alike (401). `new_pin` changes it; a PIN a colleague set must be changed at once (403
 * `access.pin_change`) and within days. On a device where a colleague is signed in, this is the PIN switch: her session ends.
 */
export async function signInByPin(
  pool: Pool,
  input: {
    code: string
    pin: string
    new_pin?: string
    place_id?: string | null
    attended?: boolean
    device?: string | null
  },
  before: Actor,
): Promise<SignIn> {
  const { staff_id, initial_until } = await proven(pool, input)
  const { pin, new_pin } = input
  if (initial_until) needOwnPin(pin, new_pin, initial_until)
  const pin_hash = new_pin === undefined ? null : await hashPin(new_pin)
  return transaction(pool, system, async (tx) => {
    await run(
      tx,
      sql`update access.staff set failed_count = 0, locked_until = null, pin_hash = coalesce(${pin_hash}, pin_hash),
            initial_until = case when ${pin_hash}::text is null then initial_until end where staff_id = ${staff_id}`,
    )
    if (pin_hash) await closeSessionsOf(tx, { staff_id })
    await needPasskey(tx, staff_id)
    return openStaffSession(tx, staff_id, { ...input, method: 'pin' }, before)
  })
}

/** The staff member who shows her code and PIN to approve what a colleague does; wrong PINs count and lock as at sign-in. */
export async function provePin(pool: Pool, input: { code: string; pin: string }): Promise<Staff> {
  const { staff_id, initial_until } = await proven(pool, input)
  if (initial_until) needOwnPin(input.pin, undefined, initial_until)
  await run(pool, sql`update access.staff set failed_count = 0, locked_until = null where staff_id = ${staff_id}`)
  return staffById(pool, staff_id)
}

type Proven = { staff_id: string; initial_until: string | null }

async function proven(pool: Pool, input: { code: string; pin: string }): Promise<Proven> {
  const at = clock.iso()
  const until = new Date(clock.ms() + lock_ms).toISOString()
  // Counted before it is compared and on its own: a refusal must not undo the count, nor parallel guesses share one.
  const counted = await one<Proven & { pin_hash: string | null }>(
    pool,
    sql`update access.staff set failed_count = case when locked_until is null then failed_count + 1 else 1 end,
          locked_until = case when locked_until is null and failed_count + 1 >= ${wrong_pins} then ${until}::timestamptz end
        where code = ${input.code} and active and (locked_until is null or locked_until <= ${at})
        returning staff_id, pin_hash, initial_until`,
  )
  if (!counted) await refuseLocked(pool, input.code, at)
  if (!(await pinFits(input.pin, counted?.pin_hash)) || !counted)
    return refuse('access.wrong_pin', 401, 'スタッフ番号またはPINが違います。', 'The staff number or PIN is wrong.', {
      field: 'pin',
    })
  return counted
}

/** Open a session for a staff member who has proven herself, in the shop asked for, the device's or her first; the one before on this device ends. */
export async function openStaffSession(
  tx: Tx,
  staff_id: string,
  want: { place_id?: string | null; attended?: boolean } & Way,
  before: Actor,
): Promise<SignIn> {
  const staff = await staffById(tx, staff_id)
  const place_id =
    want.place_id ?? (before.kind === 'staff' ? before.place_id : undefined) ?? staff.place_ids[0] ?? null
  const actor: Actor = { kind: 'staff', id: staff_id, ...scopeOf(staff.role, staff.place_ids) }
  if (place_id) needPlace(actor, place_id)
  if (before.kind === 'staff' && before.session_id) await closeSession(tx, before.session_id)
  const { method, device = null, attended = false } = want
  const session = await openSession(tx, {
    kind: 'staff',
    staff_id,
    place_id,
    attended,
    device,
    ...(method && { method }),
  })
  return { session, staff, place_id }
}

// Where a PIN is too little for what a role may do, the setting names it: she comes in by passkey only.
async function needPasskey(tx: Tx, staff_id: string): Promise<void> {
  const roles = await setting(tx, passkeyRoles)
  if (!roles.length || !roles.includes((await staffById(tx, staff_id)).role)) return
  refuse(
    'access.passkey_needed',
    403,
    'この役割の方は、パスキーでサインインしてください。',
    'People of this role sign in by passkey.',
    { field: 'pin' },
  )
}

// Known to two people until she has chosen her own.
function needOwnPin(pin: string, new_pin: string | undefined, until: string): void {
  if (until <= clock.iso())
    refuse(
      'access.pin_expired',
      403,
      '最初のPINの有効期限が切れました。店長に新しいPINの設定を依頼してください。',
      'The first PIN has expired: ask your manager for a new one.',
      { field: 'pin' },
    )
  if (new_pin === undefined || new_pin === pin)
    refuse(
      'access.pin_change',
      403,
      '最初のPINは一度だけ使えます。ご自身だけの新しいPINを決めてください。',
      'The first PIN works once: choose a PIN of your own.',
      { field: 'new_pin' },
    )
}

async function refuseLocked(db: Db, code: string, at: string): Promise<void> {
  const lock = await one<{ locked_until: string }>(
    db,
    sql`select locked_until from access.staff where code = ${code} and active and locked_until > ${at}`,
  )
  if (lock)
    refuse(
      'access.locked',
      429,
      'PINを続けて間違えたため、15分間ロックしています。店長に連絡するか、時間をおいてお試しください。',
      'Too many wrong PINs: locked for 15 minutes. Ask your manager, or wait.',
      { field: 'pin', locked_until: lock.locked_until, retry_after_seconds: secondsUntil(lock.locked_until) },
    )
}
