/**
 * Points beside those an order earns: for joining, for coming back to a shop, for what was spent, in the month of birth.
 * They follow the timeline: granted once the goods are hers, taken back when the purchase is. The rules in force when she
 * bought decide, also about a later return.
 */
import { type Event, emit, type Watcher } from '#activity/activity'
import { system } from '#core/actor'
import { one, only, type Pool, rows, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { keepLooking } from '#core/keep-looking'
import { type Message, refuse } from '#core/problem'
import { setting, settingAt, settingNow } from '#core/settings'
import { clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { deserved, type Outcome, type Purchase, type Rule } from '#loyalty/bonus-rules'
import { bonusRules } from '#loyalty/bonus-setting'
import { expiryOf, programme } from '#loyalty/programme'
import { atOnce, dayAt, earns, isMembers, purchaseOf } from '#loyalty/purchase'
import { fill, stampCards, stampsFor, unitOf } from '#loyalty/stamps'
import { credit_unit, holdAccounts, rank, rankAlone, tierRules } from '#loyalty/tiers'
import { portion } from '#pricing/integer'

const followed: ReadonlySet<string> = new Set([
  'customer.registered',
  'order.placed',
  'order.handed_over',
  'order.shipped',
  'order.cancelled',
  'order.returned',
])
const joining: ReadonlySet<string> = new Set(['customer.merged', 'customer.unmerged'])
let any = false
let tiers = false

/** Know in this process whether there are bonuses, stamp cards or tiers at all (an order then leaves work to do); returns how to stop. */
export async function watchBonuses(db: Pool): Promise<() => Promise<void>> {
  const stop = await keepLooking(() =>
    transaction(db, system, async (tx) => {
      tiers = (await settingNow(tx, tierRules)).tiers.length > 0
      any = tiers || (await settingNow(tx, bonusRules)).length + (await settingNow(tx, stampCards)).length > 0
    }),
  )
  return async () => {
    await stop()
    any = false
    tiers = false
  }
}

export const bonusReaction: Watcher = {
  name: 'bonuses',
  wants: (type) => (any && followed.has(type)) || (tiers && joining.has(type)),
  // What is not carried away becomes hers later; a walk-in's purchase earns nothing.
  when: ({ payload = {} }) =>
    payload.points_earned === undefined || (atOnce(payload) && (tiers ? isMembers(payload) : earns(payload))),
  run: async (tx, event) => {
    const { type, profile_id, subject_id } = event
    if (type === 'customer.merged') await rankAlone(tx, profile_id, 'merged')
    else if (type === 'customer.unmerged') await parted(tx, profile_id, subject_id)
    else if (type === 'customer.registered') await joined(tx, event)
    else if (subject_id) await bought(tx, profile_id, subject_id, type)
  },
}

// The one who leaves is told of now; the one she leaves was told of when they were joined.
async function parted(tx: Tx, profile_id: string, merge_id: string | null): Promise<void> {
  const left = await one<{ profile_id: string }>(
    tx,
    sql`select profile_id from activity.timeline where subject_id = ${merge_id} and type = 'customer.merged' limit 1`,
  )
  for (const id of [profile_id, left?.profile_id ?? profile_id].sort()) await rankAlone(tx, id, 'unmerged')
}

async function joined(tx: Tx, { profile_id, occurred_at, payload, place_id }: Event): Promise<void> {
  const profile_ids = await profilesOf(tx, profile_id)
  await holdAccounts(tx, profile_ids)
  for (const rule of await settingAt(tx, bonusRules, occurred_at)) {
    if (rule.kind !== 'join') continue
    if (rule.routes && !rule.routes.includes(String(payload.route))) continue
    const facts = { business_date: await dayAt(tx, place_id, occurred_at), place_id }
    const subject = { kind: 'profile', id: profile_id } as const
    await award(tx, { ...rule, most: 1 }, profile_id, profile_ids, subject, facts, rule.points)
  }
  await rank(tx, profile_id, 'joined')
}

async function bought(tx: Tx, profile_id: string, order_id: string, type: string): Promise<void> {
  const profile_ids = await profilesOf(tx, profile_id)
  await holdAccounts(tx, [...profile_ids, profile_id])
  const found = await purchaseOf(tx, profile_id, profile_ids, order_id)
  if (found) await bringing(tx, profile_id, profile_ids, order_id, found)
  await rank(tx, profile_id, type === 'order.returned' || type === 'order.cancelled' ? 'returned' : 'bought')
}

type Found = NonNullable<Awaited<ReturnType<typeof purchaseOf>>>

async function bringing(
  tx: Tx,
  profile_id: string,
  profile_ids: string[],
  order_id: string,
  { purchase, rules }: Found,
): Promise<void> {
  const subject = { kind: 'order', id: order_id } as const
  const had = await rows<{ rule_key: string }>(
    tx,
    sql`select rule_key from loyalty.bonus where profile_id = ${profile_id} and subject_id = ${order_id}`,
  )
  // Most rules give most purchases nothing, and have nothing to take back.
  const settle = async (grant: Grant, points: number) => {
    if (points > 0 || had.some(({ rule_key }) => rule_key === grant.key))
      await award(tx, grant, profile_id, profile_ids, subject, purchase, points)
  }
  for (const rule of rules) await settle(rule, deserved(rule, purchase).points)
  for (const card of await setting(tx, stampCards)) {
    const unit = unitOf(card)
    await settle({ key: unit, name: card.name, days: card.days, unit }, stampsFor(card, purchase))
    await fill(tx, card, profile_id, profile_ids, order_id)
  }
  const { by, credit_num, credit_den } = await setting(tx, tierRules)
  const credit = by === 'credit' ? portion(Math.max(purchase.kept_yen, 0), credit_num, credit_den) : 0
  await settle({ key: credit_unit, name: credit_name, days: credit_days, unit: credit_unit }, credit)
}

// Credit is counted in the period in which it came; it need only outlive three of the longest.
const credit_name = { ja: 'ランク用クレジット', en: 'Tier credit' }
const credit_days = 3_650

/** What is granted, under which name, and in which unit of the ledger (points when not said). */
type Grant = Pick<Rule, 'key' | 'name' | 'days' | 'most' | 'budget_points'> & { unit?: string }
type Subject = { kind: 'order' | 'profile'; id: string }

async function award(
  tx: Tx,
  rule: Grant,
  profile_id: string,
  profile_ids: string[],
  subject: Subject,
  { business_date, place_id }: Pick<Purchase, 'business_date' | 'place_id'>,
  points: number,
): Promise<void> {
  const now = clock.now()
  const bonus_id = hashId('loyalty.bonus', rule.key, subject.id)
  const expires_at = expiryOf(now, rule.days ?? (await programme(tx)).expiry_days)
  const { changed } = await only<{ changed: number }>(
    tx,
    sql`select loyalty.award(${profile_id}, ${profile_ids}::uuid[], ${bonus_id}, ${rule.key}, ${JSON.stringify(rule.name)}::jsonb, ${subject.kind}, ${subject.id},
          ${rule.unit ?? 'points'}, ${points}, ${rule.most ?? null}, ${rule.budget_points ?? null}, ${place_id}, ${business_date}, ${now.toISOString()}, ${expires_at}) as changed`,
  )
  if (changed === 0) return
  await emit(tx, {
    type: changed > 0 ? 'points.bonus_granted' : 'points.bonus_taken_back',
    profile_id,
    source: 'loyalty',
    place_id,
    subject_kind: 'bonus',
    subject_id: bonus_id,
    payload: { rule: rule.key, points: changed, ...(subject.kind === 'order' && { order_id: subject.id }) },
  })
}

export type Explained = { key: string; name: Message } & Outcome

/**
 * What a purchase brings by the rules of its day, or would bring by others, and why or why not; nothing is written. Refuses
 * 404 an order nobody knows and 409 one whose goods are not the customer's yet.
 */
export async function explain(
  tx: Tx,
  order_id: string,
  proposed?: Rule[],
): Promise<{ profile_id: string; items: Explained[] }> {
  const owner = await one<{ profile_id: string }>(
    tx,
    sql`select profile_id from activity.timeline where subject_id = ${order_id} and type = 'order.placed' limit 1`,
  )
  if (!owner)
    return refuse('loyalty.order_unknown', 404, 'この注文は見つかりません。', 'There is no such order.', {
      field: 'order_id',
    })
  const { profile_id } = owner
  const found = await purchaseOf(tx, profile_id, await profilesOf(tx, profile_id), order_id, proposed)
  if (!found)
    return refuse(
      'loyalty.not_hers_yet',
      409,
      'お渡し前か、ポイントの付かないお買い上げです。',
      'The goods are not handed over yet, or the purchase earns no points.',
      { order_id },
    )
  const items = found.rules.map((rule) => ({ key: rule.key, name: rule.name, ...deserved(rule, found.purchase) }))
  return { profile_id, items }
}
