import { randomInt } from 'node:crypto'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, type Pool, run, sql, type Tx } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { blind } from '#core/secret'
import { clock } from '#core/time'

const lives_ms = 10 * 60_000
const most_wrong = 10
const locked_minutes = 15

export type HandOverCode = { code: string; expires_at: string }
export type Handed = { profile_id: string; cart_id: string }

/** Six digits that open this cart once within ten minutes. A new code ends the cart's earlier one. */
export async function issueCode(tx: Tx, cart: Handed): Promise<HandOverCode> {
  const at = clock.iso()
  const expires_at = new Date(clock.ms() + lives_ms).toISOString()
  await run(
    tx,
    sql`delete from carts.hand_over_code where profile_id = ${cart.profile_id} and cart_id = ${cart.cart_id} and claimed_at is null`,
  )
  for (let attempt = 0; attempt < 50; attempt++) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    // A spent or stale code's digits may be used again; a living one's never.
    const made = await run(
      tx,
      sql`insert into carts.hand_over_code as h (code_hash, profile_id, cart_id, created_at, expires_at)
          values (${hash(code)}, ${cart.profile_id}, ${cart.cart_id}, ${at}, ${expires_at})
          on conflict (code_hash) do update set profile_id = excluded.profile_id, cart_id = excluded.cart_id,
            created_at = excluded.created_at, expires_at = excluded.expires_at, claimed_at = null, claimed_by = null
          where h.claimed_at is not null or h.expires_at <= excluded.created_at`,
    )
    if (made === 1) return { code, expires_at }
  }
  return refuse(
    'carts.no_code',
    503,
    'ただいま引き継ぎ番号を出せません。少し待ってからお試しください。',
    'No hand-over code is free just now; please try again shortly.',
  )
}

/** Open the cart behind a code, once. A wrong, used or stale code is one and the same refusal. */
export async function handOver(tx: Tx, actor: Actor, code: string, channel: string): Promise<Handed> {
  const at = clock.iso()
  const handed = await one<Handed>(
    tx,
    sql`update carts.hand_over_code set claimed_at = ${at}, claimed_by = ${actor.id}
        where code_hash = ${hash(code)} and claimed_at is null and expires_at > ${at} returning profile_id, cart_id`,
  )
  if (!handed)
    return refuse(
      'carts.code_unknown',
      404,
      'この番号は使えません。お客様の画面の6桁をもう一度ご確認ください（10分間、1回限り）。',
      'This code does not open a cart. Please check the six digits on the customer’s screen (ten minutes, once).',
      { field: 'code' },
    )
  await emit(tx, {
    type: 'cart.handed_over',
    profile_id: handed.profile_id,
    source: 'carts',
    message_id: `${handed.cart_id}:handed:${at}`,
    occurred_at: at,
    channel,
    place_id: actor.place_id ?? null,
    subject_kind: 'cart',
    subject_id: handed.cart_id,
    actor,
    payload: { cart_id: handed.cart_id },
  })
  return handed
}

/**
 * Count this guess against the staff member before it is made, in a transaction of its own.
 * Returns the seconds to wait after ten wrong ones, null to go on.
 */
export async function countGuess(db: Pool, actor: Actor): Promise<number | null> {
  const guess = await one<{ free_at: string | null }>(
    db,
    sql`select carts.guess(${actor.id}, ${clock.iso()}, ${most_wrong}, make_interval(mins => ${locked_minutes})) as free_at`,
  )
  return guess?.free_at ? Math.max(1, Math.ceil((Date.parse(guess.free_at) - clock.ms()) / 1000)) : null
}

/** What a staff member is told who has entered too many wrong codes (429). */
export function locked(retry_after_seconds: number): Problem {
  const minutes = Math.ceil(retry_after_seconds / 60)
  return new Problem(
    'carts.code_locked',
    429,
    {
      ja: `番号の誤りが続いたため、あと${minutes}分ほど受け付けられません。お客様の会員証や電話番号でお探しください。`,
      en: `Too many wrong codes; codes are taken again in about ${minutes} min. Find the customer by card or phone number instead.`,
    },
    { retry_after_seconds },
  )
}

/** The guess was right: it does not count. */
export async function forgiveGuess(db: Pool, actor: Actor): Promise<void> {
  await run(db, sql`select carts.guessed_right(${actor.id})`)
}

function hash(code: string): Buffer {
  return blind('cart hand-over', code)
}
