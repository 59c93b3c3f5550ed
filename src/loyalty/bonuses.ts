/**
 * Points beside those an order earns: for joining, for coming back to a shop, for what was spent, in the month of birth.
 * They follow the timeline: granted once the goods are hers, taken back when the purchase is. The rules in force when she
 * bought decide, also about a later return.
 */
import { Type } from 'typebox'
import { type Event, emit, type Watcher } from '#activity/activity'
import { system } from '#core/actor'
import { type Db, one, only, type Pool, rows, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { keepLooking } from '#core/keep-looking'
import { type Message, refuse } from '#core/problem'
import { declare, setting, settingAt, settingNow } from '#core/settings'
import { addDays, businessDate, clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { deserved, type OrderRule, type Outcome, type Purchase, Rule } from '#loyalty/bonus-rules'
import { expiryOf, programme } from '#loyalty/programme'
import { fill, stampCards, stampsFor, unitOf } from '#loyalty/stamps'

export const bonusRules = declare({
  key: 'loyalty.bonuses',
  schema: Type.Array(Rule, { maxItems: 100 }),
  usual: [] as Rule[],
  dated: true,
  title: { ja: 'ボーナスポイント', en: 'Bonus points' },
  about: {
    ja: '入会・同じ店舗への再来店・お買い上げ金額・お誕生月に付くポイントです。お買い上げの時点のルールで決まり、返品すると戻ります。',
    en: 'Points for joining, for coming back to the same shop, for what was spent and in the month of birth. The rules in force at the purchase decide; a return takes them back.',
  },
  check: async (_, rules) => {
    const twice = rules.find(({ key }, at) => rules.findIndex((rule) => rule.key === key) < at)
    if (twice)
      refuse('loyalty.bonus_key_twice', 400, `「${twice.key}」が二つあります。`, `There are two of "${twice.key}".`, {
        field: 'value',
        key: twice.key,
      })
  },
})

type OrderEvent = 'order.placed' | 'order.handed_over' | 'order.shipped' | 'order.cancelled' | 'order.returned'
const followed: ReadonlySet<string> = new Set<OrderEvent | 'customer.registered'>([
  'customer.registered',
  'order.placed',
  'order.handed_over',
  'order.shipped',
  'order.cancelled',
  'order.returned',
])
let any = false

/** Know in this process whether there are bonuses or stamp cards at all (an order then leaves work to do); returns how to stop. */
export async function watchBonuses(db: Pool): Promise<() => Promise<void>> {
  const stop = await keepLooking(() =>
    transaction(db, system, async (tx) => {
      any = (await settingNow(tx, bonusRules)).length + (await settingNow(tx, stampCards)).length > 0
    }),
  )
  return async () => {
    await stop()
    any = false
  }
}

export const bonusReaction: Watcher = {
  name: 'bonuses',
  wants: (type) => any && followed.has(type),
  // What is not carried away becomes hers later; a walk-in's purchase earns nothing.
  when: ({ payload = {} }) => payload.points_earned === undefined || (payload.way === 'carry' && earns(payload)),
  run: async (tx, event) => {
    if (event.type === 'customer.registered') await joined(tx, event)
    else if (event.subject_id) await bought(tx, event.profile_id, event.subject_id)
  },
}

function earns({ points_earned }: Record<string, unknown>): boolean {
  return typeof points_earned === 'number' && points_earned > 0
}

async function joined(tx: Tx, { profile_id, occurred_at, payload, place_id }: Event): Promise<void> {
  for (const rule of await settingAt(tx, bonusRules, occurred_at)) {
    if (rule.kind !== 'join') continue
    if (rule.routes && !rule.routes.includes(String(payload.route))) continue
    const facts = { business_date: businessDate(new Date(occurred_at)), place_id }
    const subject = { kind: 'profile', id: profile_id } as const
    await award(tx, { ...rule, most: 1 }, profile_id, await profilesOf(tx, profile_id), subject, facts, rule.points)
  }
}

async function bought(tx: Tx, profile_id: string, order_id: string): Promise<void> {
  const profile_ids = await profilesOf(tx, profile_id)
  // Two of her purchases are looked at one after the other: what the first brings, the second must see.
  for (const id of [...new Set([...profile_ids, profile_id])].sort())
    await only(tx, sql`select version from loyalty.lock_account(${id}, 'points')`)
  const found = await purchaseOf(tx, profile_id, profile_ids, order_id)
  if (!found) return
  const subject = { kind: 'order', id: order_id } as const
  const had = await rows<{ rule_key: string }>(
    tx,
    sql`select rule_key from loyalty.bonus where profile_id = ${profile_id} and subject_id = ${order_id}`,
  )
  // Most rules give most purchases nothing, and have nothing to take back.
  const settle = async (grant: Grant, points: number) => {
    if (points > 0 || had.some(({ rule_key }) => rule_key === grant.key))
      await award(tx, grant, profile_id, profile_ids, subject, found.purchase, points)
  }
  for (const rule of found.rules) await settle(rule, deserved(rule, found.purchase).points)
  for (const card of await setting(tx, stampCards)) {
    const unit = unitOf(card)
    await settle({ key: unit, name: card.name, days: card.days, unit }, stampsFor(card, found.purchase))
    await fill(tx, card, profile_id, profile_ids, order_id)
  }
}

type Told = {
  type: OrderEvent
  occurred_at: string
  place_id: string | null
  channel: string | null
  payload: Record<string, unknown>
}

/** A purchase as the timeline tells of it, with the rules of its day; undefined while its goods are not hers. */
async function purchaseOf(db: Db, profile_id: string, profile_ids: string[], order_id: string, proposed?: Rule[]) {
  const told = await rows<Told>(
    db,
    sql`select type, occurred_at, place_id, channel, payload from activity.timeline
        where profile_id = ${profile_id} and subject_id = ${order_id} and type = any (${[...followed]}) order by occurred_at`,
  )
  const placed = told.find(({ type }) => type === 'order.placed')
  if (!placed || !earns(placed.payload)) return undefined
  const carried = placed.payload.way === 'carry'
  const done = carried ? placed : told.find(({ type }) => type === 'order.handed_over' || type === 'order.shipped')
  if (!done) return undefined
  const rules = (proposed ?? (await settingAt(db, bonusRules, placed.occurred_at))).filter(
    (rule) => rule.kind !== 'join',
  )
  const in_shop = carried || done.type === 'order.handed_over'
  const business_date = businessDate(new Date(done.occurred_at))
  const purchase: Purchase = {
    business_date,
    place_id: placed.place_id,
    channel: placed.channel,
    kept_yen: told.some(({ type }) => type === 'order.cancelled')
      ? 0
      : told.reduce(
          (left, { type, payload }) => left - (type === 'order.returned' ? Number(payload.total_yen) : 0),
          Number(placed.payload.total_yen),
        ),
    in_shop,
    visits: in_shop && placed.place_id ? await visits(db, profile_ids, placed.place_id, rules, done.occurred_at) : [],
    birth_month: await birthMonth(db, profile_ids),
    bonuses: await rows(
      db,
      sql`select rule_key, business_date, place_id from loyalty.bonus
          where profile_id = any (${profile_ids}::uuid[]) and subject_id <> ${order_id} and taken_back < points`,
    ),
  }
  return { purchase, rules: rules as OrderRule[] }
}

/** The business days on which she had bought or collected something in a shop and kept the order. */
async function visits(
  db: Db,
  profile_ids: string[],
  place_id: string,
  rules: Rule[],
  until: string,
): Promise<string[]> {
  const days = Math.max(0, ...rules.map((rule) => (rule.kind === 'same_shop' ? rule.window_days : 0)))
  if (days === 0) return []
  const since = `${addDays(businessDate(new Date(until)), -days - 1)}T00:00:00Z`
  const found = await rows<{ occurred_at: string }>(
    db,
    sql`select v.occurred_at from activity.timeline v
        where v.profile_id = any (${profile_ids}::uuid[]) and v.place_id = ${place_id} and v.occurred_at >= ${since} and v.occurred_at < ${until}
          and (v.type = 'order.handed_over' or (v.type = 'order.placed' and v.payload->>'way' = 'carry'))
          and not exists (select from activity.timeline c
            where c.profile_id = v.profile_id and c.subject_id = v.subject_id and c.type = 'order.cancelled')`,
  )
  return [...new Set(found.map(({ occurred_at }) => businessDate(new Date(occurred_at))))]
}

async function birthMonth(db: Db, profile_ids: string[]): Promise<number | null> {
  const found = await one<{ birth_month: number }>(
    db,
    sql`select birth_month from customers.facts where profile_id = any (${profile_ids}::uuid[]) and birth_month is not null
        order by registered_at limit 1`,
  )
  return found?.birth_month ?? null
}

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
