import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { settingNow } from '#core/settings'
import { clock } from '#core/time'
import { displayLaw } from '#promotions/promotions'
import { type Finding, lint } from '#proofs/lint'
import type { Campaign } from '#proofs/shapes'

type Aside = { reason: string; staff_id: string; overridden_at: string }
export type Found = Finding & { override: Aside | null }

/** What a campaign may run into as it is written now, and who set which aside. */
export async function findingsOf(db: Db, campaign: Campaign): Promise<Found[]> {
  const aside = await rows<Aside & { rule: string }>(
    db,
    sql`select v.rule, v.reason, v.staff_id, v.overridden_at from proofs.override v
        join proofs.campaign c on c.campaign_id = v.campaign_id and c.written = v.written where v.campaign_id = ${campaign.campaign_id}`,
  )
  return lint(campaign, await settingNow(db, displayLaw)).map((finding) => {
    const one = aside.find(({ rule }) => rule === finding.rule)
    return {
      ...finding,
      override: one ? { reason: one.reason, staff_id: one.staff_id, overridden_at: one.overridden_at } : null,
    }
  })
}

/** Refuse (422), naming rule and field, a campaign that may run into something nobody has set aside. */
export async function needClear(db: Db, campaign: Campaign): Promise<void> {
  const first = (await findingsOf(db, campaign)).find(({ override }) => !override)
  if (!first) return
  refuse(
    'proofs.not_clear',
    422,
    `「${first.law.ja}」に触れるおそれがあります。内容を見直すか、理由を記録して進めてください。`,
    `This may run into: ${first.law.en}. Please change it, or go on with a reason on record.`,
    { field: first.field, rule: first.rule },
  )
}

/** Set a rule aside for a campaign as it is written now: by name, with the reason. */
export async function override(
  tx: Tx,
  actor: Actor,
  campaign: Campaign,
  { rule, reason }: { rule: Finding['rule']; reason: string },
): Promise<Found[]> {
  if (!(await findingsOf(tx, campaign)).some((found) => found.rule === rule))
    refuse('proofs.nothing_found', 409, 'この項目の指摘はありません。', 'There is nothing to set aside.', {
      field: 'rule',
    })
  if (!reason.trim())
    refuse('proofs.no_reason', 422, '理由を入力してください。', 'Please give the reason.', { field: 'reason' })
  try {
    await run(
      tx,
      sql`insert into proofs.override (campaign_id, written, rule, reason, staff_id, overridden_at)
          select campaign_id, written, ${rule}, ${reason.trim()}, ${actor.id}, ${clock.iso()} from proofs.campaign where campaign_id = ${campaign.campaign_id}`,
    )
  } catch (error) {
    if (brokenConstraint(error) !== 'override_pkey') throw error
    refuse('proofs.set_aside', 409, 'すでに理由が記録されています。', 'It has been set aside already.', {
      field: 'rule',
    })
  }
  return findingsOf(tx, campaign)
}
