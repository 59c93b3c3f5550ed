/** A correction in the ledger: never an edit, always a journal against another, with who did it and why. */
import { audit } from '#access/access'
import type { Actor } from '#core/actor'
import { one, only, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { settingNow } from '#core/settings'
import { businessDate, clock } from '#core/time'
import { correction } from '#loyalty/settings'

export const reasons = ['wrong_amount', 'wrong_person', 'granted_twice', 'other_mistake'] as const
export type Reason = (typeof reasons)[number]

/**
 * Reverse a grant nothing of which was used: an opening balance, or a bonus. What an order earned follows its returns and its
 * cancellation and is refused here. Above the setting one person asks and another carries it out.
 */
export async function reverse(
  tx: Tx,
  actor: Actor,
  profile_id: string,
  journal_id: string,
  reason: Reason,
): Promise<{ state: 'asked' | 'reversed' }> {
  const found =
    (await one<{ kind: string; source_kind: string; original: number | null; reversed: boolean }>(
      tx,
      sql`select j.kind, j.source_kind, (select sum(p.amount)::bigint from loyalty.posting p where p.profile_id = j.profile_id and p.journal_id = j.journal_id
              and p.side = 'available' and p.amount > 0) as original,
            exists (select from loyalty.journal r where r.profile_id = j.profile_id and r.reverses_id = j.journal_id) as reversed
          from loyalty.journal j where j.profile_id = ${profile_id} and j.journal_id = ${journal_id}`,
    )) ??
    refuse('loyalty.no_journal', 404, 'この記帳はありません。', 'There is no such journal.', { field: 'journal_id' })
  await audit(tx, actor, 'loyalty.reversal', profile_id)
  if (found.reversed)
    refuse('loyalty.reversed', 409, 'この記帳はすでに取り消されています。', 'It was reversed before.', {
      field: 'journal_id',
    })
  if (!(found.kind === 'open' || (found.kind === 'earn' && found.source_kind === 'bonus')))
    refuse(
      'loyalty.follows_order',
      422,
      '移行残高とボーナスだけを取り消せます。ご注文のポイントは、返品・取消にあわせて戻ります。',
      'Only opening balances and bonuses are reversed here. The points of an order follow its returns and its cancellation.',
      { field: 'journal_id' },
    )
  const { from_points } = await settingNow(tx, correction)
  if (from_points !== null && (found.original ?? 0) >= from_points) {
    const asked = await one<{ asked_by: string }>(
      tx,
      sql`select asked_by from loyalty.reversal_asked where profile_id = ${profile_id} and journal_id = ${journal_id}`,
    )
    if (!asked) {
      await run(
        tx,
        sql`insert into loyalty.reversal_asked (profile_id, journal_id, reason, asked_by, asked_at)
            values (${profile_id}, ${journal_id}, ${reason}, ${actor.id}, ${clock.iso()}) on conflict do nothing`,
      )
      return { state: 'asked' }
    }
    if (asked.asked_by === actor.id)
      refuse(
        'loyalty.second_person',
        403,
        'この大きさの取り消しは、申請した人とは別の人が行います。',
        'A reversal of this size is carried out by somebody else than who asked.',
        { field: 'journal_id', from_points },
      )
  }
  const now = clock.now()
  const { done } = await only<{ done: boolean }>(
    tx,
    sql`select loyalty.reverse_grant(${profile_id}, ${journal_id}, ${reason}, ${businessDate(now)}, ${now.toISOString()}, ${actor.kind}, ${actor.id}) as done`,
  )
  if (!done)
    refuse(
      'loyalty.lot_used',
      409,
      'すでに一部が使われたか、期限が切れています。取り消せません。',
      'Some of it was used or has expired. It cannot be reversed.',
      { field: 'journal_id' },
    )
  await run(tx, sql`delete from loyalty.reversal_asked where profile_id = ${profile_id} and journal_id = ${journal_id}`)
  return { state: 'reversed' }
}
