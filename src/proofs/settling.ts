import { randomInt } from 'node:crypto'
import { emit } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { type Db, only, rows, run, sql, type Tx } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { memberProfile } from '#customers/customers'
import { expiryOf, programme } from '#loyalty/loyalty'
import { portion } from '#pricing/integer'
import { issueCoupons } from '#promotions/promotions'
import { campaign } from '#proofs/campaigns'
import type { Campaign } from '#proofs/shapes'

/** What a proof brings in points, before it has. */
export function pointsFor(
  { rate_num, rate_den, serial_points }: Pick<Campaign, 'rate_num' | 'rate_den' | 'serial_points'>,
  { kind, price_yen }: { kind: string; price_yen: number | null },
): number {
  return kind === 'serial' ? serial_points : portion(price_yen ?? 0, rate_num, rate_den)
}

type Proof = { campaign_id: string; kind: string; state: string; price_yen: number | null }

/** Give a member what her proof brings: points, a draw, a coupon. Once: a repeat changes nothing. */
export async function settle(tx: Tx, actor: Actor, profile_id: string, proof_id: string): Promise<void> {
  const proof = await only<Proof>(
    tx,
    sql`select campaign_id, kind, state, price_yen from proofs.proof where profile_id = ${profile_id} and proof_id = ${proof_id}`,
  )
  const of = await campaign(tx, proof.campaign_id)
  const points = pointsFor(of, proof)
  // Drawn before anything is locked, and kept: by it alone anybody can see what it wins.
  const number = of.prizes.length > 0 ? randomInt(of.odds_den) : null
  const now = clock.now()
  const { changed, prize } = await only<{ changed: boolean; prize: string | null }>(
    tx,
    sql`select changed, prize from proofs.settle(${profile_id}, ${proof_id}, ${points}, ${number}, ${now.toISOString()}, ${businessDate(now)},
          ${expiryOf(now, (await programme(tx)).expiry_days)}, ${actor.kind}, ${actor.id})`,
  )
  if (!changed) return
  const coupon_id = of.coupon_offer_id ? await couponFor(tx, actor, profile_id, of.coupon_offer_id) : null
  if (coupon_id) await run(tx, sql`select proofs.hand_coupon(${profile_id}, ${proof_id}, ${coupon_id})`)
  await emit(tx, {
    type: 'proof.settled',
    profile_id,
    source: 'proofs',
    message_id: `settled:${proof_id}`,
    subject_kind: 'proof',
    subject_id: proof_id,
    actor,
    payload: {
      campaign_id: proof.campaign_id,
      points,
      ...(prize && { prize_id: prize }),
      ...(coupon_id && { coupon_id }),
    },
  })
}

// The points are hers though the coupon's own offer may have ended since.
async function couponFor(tx: Tx, actor: Actor, profile_id: string, offer_id: string): Promise<string | null> {
  try {
    const [coupon] = await issueCoupons(tx, actor, offer_id, { profile_ids: [profile_id] })
    return coupon?.coupon_id ?? null
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('promotions.')) return null
    throw error
  }
}

/** Whoever is known now is given what was kept for her under these profiles, which became hers. */
export async function arrive(tx: Tx, profile_id: string, joined: readonly string[]): Promise<void> {
  if (!(await memberProfile(tx, profile_id))) return
  const kept = await rows<{ profile_id: string; proof_id: string }>(
    tx,
    sql`select profile_id, proof_id from proofs.proof
        where profile_id = any (${joined}::uuid[]) and state = 'kept' and keep_until > ${clock.iso()} order by profile_id, proof_id`,
  )
  for (const one of kept) await settle(tx, system, one.profile_id, one.proof_id)
}

/** Somebody of the house has looked at a doubtful proof. Refuses 409 one that does not wait; a repeat of the same changes nothing. */
export async function decide(
  tx: Tx,
  actor: Actor,
  {
    profile_id,
    proof_id,
    state,
    campaign_id,
  }: { profile_id: string; proof_id: string; state: string; campaign_id: string },
  accept: boolean,
): Promise<void> {
  const { decided } = await only<{ decided: boolean }>(
    tx,
    sql`select proofs.decide(${profile_id}, ${proof_id}, ${accept}, ${actor.id}) as decided`,
  )
  if (!decided) {
    if (accept ? state === 'kept' || state === 'settled' : state === 'refused') return
    refuse(
      'proofs.not_waiting',
      409,
      'この応募は確認待ちではありません。',
      'This entry does not wait to be looked at.',
      {
        field: 'proof_id',
      },
    )
  }
  if (!accept)
    await emit(tx, {
      type: 'proof.refused',
      profile_id,
      source: 'proofs',
      message_id: `refused:${proof_id}`,
      subject_kind: 'proof',
      subject_id: proof_id,
      actor,
      payload: { campaign_id },
    })
  else if (await memberProfile(tx, profile_id)) await settle(tx, actor, profile_id, proof_id)
}

/** A prize reached its winner; a repeat changes nothing. Refuses 409 a proof that won nothing. */
export async function give(
  tx: Tx,
  actor: Actor,
  proof: { profile_id: string; proof_id: string; campaign_id: string; prize_id: string | null },
): Promise<void> {
  const { profile_id, proof_id, campaign_id, prize_id } = proof
  if (!prize_id)
    return refuse('proofs.won_nothing', 409, 'この応募は当選していません。', 'This entry won nothing.', {
      field: 'proof_id',
    })
  const { given } = await only<{ given: boolean }>(
    tx,
    sql`select proofs.give(${profile_id}, ${proof_id}, ${actor.id}) as given`,
  )
  if (!given) return
  await emit(tx, {
    type: 'proof.prize_given',
    profile_id,
    source: 'proofs',
    message_id: `given:${proof_id}`,
    subject_kind: 'proof',
    subject_id: proof_id,
    actor,
    payload: { campaign_id, prize_id },
  })
}

/** What no guest came back for in time is forgotten; part of the tick. */
export async function lapse(db: Db, now: string): Promise<number> {
  const { lapsed } = await only<{ lapsed: number }>(db, sql`select proofs.lapse(${now}, 500) as lapsed`)
  return lapsed
}
