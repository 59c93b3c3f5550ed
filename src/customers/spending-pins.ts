import { audit, forgetTries, hashPin, type Limit, pinFits } from '#access/access'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, type Pool, run, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { type Scan, shownScan, writeScan } from './card.ts'
import { open, type Person } from './person.ts'
import { customerOf, profilesOf } from './profiles.ts'

const day_seconds = 86_400
/** Five wrong PINs lock a member's PIN for a day, unless she sets a new one. */
export const wrong_pins: Limit & { wrong: string[] } = {
  name: 'spending pin',
  most: 5,
  window_seconds: day_seconds,
  lock_seconds: day_seconds,
  wrong: ['customers.pin_wrong'],
}

/** When she set the PIN she spends points with, or null. */
export async function pinSetAt(tx: Tx, profile_id: string): Promise<string | null> {
  return (await kept(tx, profile_id))?.set_at ?? null
}

/** Set or replace her PIN; it opens again when it was locked. Refuses (422) one that is soon guessed: a run, a repeat, her birthday or phone number. */
export async function setPin(pool: Pool, actor: Actor, profile_id: string, pin: string): Promise<string> {
  needHardToGuess(pin, await transaction(pool, actor, (tx) => open(tx, profile_id)))
  const pin_hash = await hashPin(pin)
  const at = clock.iso()
  const customer_id = await transaction(pool, actor, async (tx) => {
    await run(
      tx,
      sql`insert into customers.spending_pin (profile_id, pin_hash, set_at) values (${profile_id}, ${pin_hash}, ${at})
          on conflict (profile_id) do update set pin_hash = excluded.pin_hash, set_at = excluded.set_at`,
    )
    await told(tx, actor, profile_id, 'customer.pin_set')
    return customerOf(tx, profile_id)
  })
  await forgetTries(pool, wrong_pins, { by: [customer_id] })
  return at
}

/** Do without a PIN again: points are spent with the rotating code only. */
export async function removePin(tx: Tx, actor: Actor, profile_id: string): Promise<void> {
  if (await forget(tx, profile_id)) await told(tx, actor, profile_id, 'customer.pin_removed')
}

/**
 * The PIN she types after her bar code or card was read here: gives a scan which may spend. Refuses 409 a member without
 * a PIN or a scan that is not of here and now, 422 a wrong PIN. The caller counts the tries, by her customer_id.
 */
export async function needPin(
  pool: Pool,
  actor: Actor,
  asked: { profile_id: string; scan_id: string; pin: string },
): Promise<void> {
  const pin = await transaction(pool, actor, async (tx) => {
    if (!(await shownScan(tx, await profilesOf(tx, asked.profile_id), asked.scan_id, actor)))
      refuse(
        'customers.scan_first',
        409,
        '先にお客さまの会員証またはカードを読み取ってください。',
        'Read the customer’s card here first.',
        { field: 'scan_id' },
      )
    return kept(tx, asked.profile_id)
  })
  if (!pin)
    return refuse(
      'customers.no_pin',
      409,
      'このお客さまは暗証番号を設定していません。会員証のQRコードを読み取ってください。',
      'This customer has set no PIN; read the QR code of her card.',
      { field: 'pin' },
    )
  if (await pinFits(asked.pin, pin.pin_hash)) return
  await transaction(pool, actor, (tx) => audit(tx, actor, 'customers.pin_wrong', asked.profile_id))
  refuse('customers.pin_wrong', 422, '暗証番号が違います。', 'The PIN is wrong.', { field: 'pin' })
}

/** Note that a PIN fitted: the scan an order may cite to spend her points. Audited. */
export async function spendByPin(tx: Tx, actor: Actor, profile_id: string): Promise<Scan> {
  const scan = await writeScan(tx, actor, { profile_id, kind: 'pin' })
  await audit(tx, actor, 'customers.pin_used', profile_id)
  return scan
}

type Kept = { pin_hash: string; set_at: string }

// Of merged profiles the newest PIN is hers.
async function kept(tx: Tx, profile_id: string): Promise<Kept | undefined> {
  return one<Kept>(
    tx,
    sql`select pin_hash, set_at from customers.spending_pin where profile_id = any(${await profilesOf(tx, profile_id)}::uuid[])
        order by set_at desc limit 1`,
  )
}

async function forget(tx: Tx, profile_id: string): Promise<number> {
  return run(
    tx,
    sql`delete from customers.spending_pin where profile_id = any(${await profilesOf(tx, profile_id)}::uuid[])`,
  )
}

function needHardToGuess(pin: string, { birth_date, phone }: Person): void {
  const digits = [...pin].map(Number)
  const step = (digits[1] as number) - (digits[0] as number)
  const run =
    Math.abs(step) <= 1 && digits.every((digit, at) => at === 0 || digit - (digits[at - 1] as number) === step)
  const hers = `${birth_date?.replace(/\D/g, '') ?? ''} ${phone?.replace(/\D/g, '') ?? ''}`
  if (run || hers.includes(pin))
    refuse(
      'customers.pin_simple',
      422,
      '推測されやすい番号は使えません（連番、同じ数字、誕生日、電話番号）。',
      'This PIN is soon guessed: no runs, repeats, birthday or phone number.',
      { field: 'pin' },
    )
}

function told(tx: Tx, actor: Actor, profile_id: string, type: 'customer.pin_set' | 'customer.pin_removed') {
  return emit(tx, { type, profile_id, source: 'customers', actor, payload: {} })
}
