/** A purchase as the timeline tells of it: what she kept, and the day on which it became hers, as the shop counts days. */
import { type Db, one, rows, sql } from '#core/database'
import { settingAt } from '#core/settings'
import { addDays, businessDate } from '#core/time'
import type { OrderRule, Purchase, Rule } from '#loyalty/bonus-rules'
import { bonusRules } from '#loyalty/bonus-setting'
import { businessDateAt, type Place, places } from '#stores/stores'

type OrderEvent = 'order.placed' | 'order.handed_over' | 'order.shipped' | 'order.cancelled' | 'order.returned'
const followed: readonly OrderEvent[] = [
  'order.placed',
  'order.handed_over',
  'order.shipped',
  'order.cancelled',
  'order.returned',
]
/** Whether an order earned points: that of a walk-in never does. */
export function earns({ points_earned }: Record<string, unknown>): boolean {
  return typeof points_earned === 'number' && points_earned > 0
}

/** Whether it is a member's at all: one paid by points alone earns none, and counts for tiers and levels all the same. */
export function isMembers(payload: Record<string, unknown>): boolean {
  return earns(payload) || (typeof payload.points_used === 'number' && payload.points_used > 0)
}

/** Whether it is hers as soon as it is paid for: carried away, or given to others. */
export function atOnce({ way }: Record<string, unknown>): boolean {
  return way === 'carry' || way === 'gift'
}

type Told = {
  type: OrderEvent
  occurred_at: string
  place_id: string | null
  channel: string | null
  payload: Record<string, unknown>
}

/** A purchase as the timeline tells of it, with the rules of its day; undefined while its goods are not hers. */
export async function purchaseOf(
  db: Db,
  profile_id: string,
  profile_ids: string[],
  order_id: string,
  proposed?: Rule[],
) {
  const told = await rows<Told>(
    db,
    sql`select type, occurred_at, place_id, channel, payload from activity.timeline
        where profile_id = ${profile_id} and subject_id = ${order_id} and type = any (${followed}) order by occurred_at`,
  )
  const placed = told.find(({ type }) => type === 'order.placed')
  if (!placed || !earns(placed.payload)) return undefined
  const carried = placed.payload.way === 'carry'
  const done = atOnce(placed.payload)
    ? placed
    : told.find(({ type }) => type === 'order.handed_over' || type === 'order.shipped')
  if (!done) return undefined
  const rules = (proposed ?? (await settingAt(db, bonusRules, placed.occurred_at))).filter(
    (rule) => rule.kind !== 'join',
  )
  const in_shop = carried || done.type === 'order.handed_over'
  const at = await known(db, placed.place_id)
  const business_date = dayOf(at, done.occurred_at)
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
    visits: in_shop && at ? await visits(db, profile_ids, at, rules, done.occurred_at) : [],
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
async function visits(db: Db, profile_ids: string[], shop: Place, rules: Rule[], until: string): Promise<string[]> {
  const days = Math.max(0, ...rules.map((rule) => (rule.kind === 'same_shop' ? rule.window_days : 0)))
  if (days === 0) return []
  const since = `${addDays(businessDateAt(shop, new Date(until)), -days - 1)}T00:00:00Z`
  const found = await rows<{ occurred_at: string }>(
    db,
    sql`select v.occurred_at from activity.timeline v
        where v.profile_id = any (${profile_ids}::uuid[]) and v.place_id = ${shop.place_id} and v.occurred_at >= ${since} and v.occurred_at < ${until}
          and (v.type = 'order.handed_over' or (v.type = 'order.placed' and v.payload->>'way' = 'carry'))
          and not exists (select from activity.timeline c
            where c.profile_id = v.profile_id and c.subject_id = v.subject_id and c.type = 'order.cancelled')`,
  )
  return [...new Set(found.map(({ occurred_at }) => dayOf(shop, occurred_at)))]
}

async function birthMonth(db: Db, profile_ids: string[]): Promise<number | null> {
  const found = await one<{ birth_month: number }>(
    db,
    sql`select birth_month from customers.facts where profile_id = any (${profile_ids}::uuid[]) and birth_month is not null
        order by registered_at limit 1`,
  )
  return found?.birth_month ?? null
}

/** The day of something at a place: its zone, and hours before its cut-over still belong to yesterday. */
export async function dayAt(db: Db, place_id: string | null, occurred_at: string): Promise<string> {
  return dayOf(await known(db, place_id), occurred_at)
}

async function known(db: Db, id: string | null): Promise<Place | undefined> {
  return id === null ? undefined : (await places(db)).find(({ place_id }) => place_id === id)
}

function dayOf(at: Place | undefined, occurred_at: string): string {
  const when = new Date(occurred_at)
  return at ? businessDateAt(at, when) : businessDate(when)
}
