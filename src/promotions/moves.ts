import type { Actor } from '#core/actor'
import { one, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { settingNow } from '#core/settings'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { needClear } from '#promotions/findings'
import { forgetOffers } from '#promotions/live'
import { locked, offer, type State, told } from '#promotions/offers'
import { approval } from '#promotions/settings'
import type { OfferView } from '#promotions/shapes'

// Parts of a budget: as many as buyers may be at it in one moment without waiting for each other.
const parts = 16

const next: Record<State, readonly State[]> = {
  draft: ['asked', 'approved'],
  asked: ['approved', 'draft'],
  approved: ['live', 'draft'],
  live: ['stopped', 'ended'],
  stopped: ['live', 'ended'],
  ended: [],
}

/** What whoever moves an offer has seen of it, and what it is expected to cost where no budget says so. */
export type Seen = { version?: number | undefined; cost_yen?: number | undefined }

/**
 * Move an offer on: draft → (asked →) approved → live ⇄ stopped → ended. Live, it is given from starts_at to ends_at. Refuses what
 * may run into a rule that nobody has set aside, and one person alone where it costs as much as the setting says.
 */
export async function moveOffer(
  tx: Tx,
  actor: Actor,
  offer_id: string,
  to: State,
  { version: seen, cost_yen = 0 }: Seen = {},
): Promise<OfferView> {
  const { state, version, asked_by, written } = await locked(tx, offer_id)
  if (seen !== undefined && seen !== version) changedMeanwhile()
  if (state === to) return offer(tx, offer_id)
  if (!next[state].includes(to))
    refuse('promotions.wrong_state', 409, '今の状態からは、その状態にできません。', 'It cannot go there from here.', {
      field: 'state',
      state,
      allowed: next[state],
    })
  if (to === 'asked' || to === 'approved') await needClear(tx, offer_id)
  if (to === 'approved' && state === 'asked') await needAnother(tx, actor, offer_id, asked_by, written)
  if (to === 'approved' && state === 'draft') await needSmall(tx, offer_id, cost_yen)
  await run(
    tx,
    sql`update promotions.offer set version = version + 1, state = ${to}, changed_at = ${clock.iso()}, changed_by = ${actor.id},
          asked_by = ${to === 'asked' ? actor.id : to === 'draft' ? null : asked_by} where offer_id = ${offer_id}`,
  )
  if (to === 'live') await run(tx, sql`select promotions.open_slots(${offer_id}, ${parts})`)
  forgetOffers()
  tx.afterCommit(forgetOffers)
  return told(tx, actor, offer_id)
}

// Four eyes: neither who asked nor who wrote it, and a person, whose name stands for it.
async function needAnother(
  tx: Tx,
  actor: Actor,
  offer_id: string,
  asked_by: string | null,
  written: number,
): Promise<void> {
  const wrote = await one<{ actor_id: string }>(
    tx,
    sql`select actor_id from promotions.offer_change where offer_id = ${offer_id} and version = ${written}`,
  )
  if (actor.kind === 'staff' && actor.id !== asked_by && actor.id !== wrote?.actor_id) return
  refuse(
    'promotions.own_asking',
    409,
    'この特典を作った方・申請した方は承認できません。ほかの方に承認をご依頼ください。',
    'Who wrote it or asked for it cannot approve it; somebody else must.',
    { field: 'state' },
  )
}

async function needSmall(tx: Tx, offer_id: string, cost_yen: number): Promise<void> {
  const { from_yen } = await settingNow(tx, approval)
  const cost = (await offer(tx, offer_id)).budget_yen ?? cost_yen
  if (from_yen === null || cost < from_yen) return
  refuse(
    'promotions.second_person',
    409,
    'この費用の特典は、2人目の承認が必要です。承認を申請してください。',
    'An offer that costs this much is approved by a second person; ask for it.',
    { field: 'state', cost_yen: cost, from_yen },
  )
}
