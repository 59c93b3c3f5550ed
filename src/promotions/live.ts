import { categories } from '#catalog/catalog'
import { type Db, rows, sql } from '#core/database'
import { kept } from '#core/kept'
import { clock } from '#core/time'
import type { Offer, Selector } from '#pricing/offer'
import { type OfferSet, readyOffers } from '#pricing/offer-set'
import type { Rule } from '#promotions/shapes'

/** What an order needs to know of a live offer beside its rule. */
export type Live = {
  version: number
  member_cap: number | null
  /** What is left as of a second ago; null is without end. Whoever commits to it is checked again in SQL. */
  left_uses: number | null
  left_yen: number | null
  /** Counted per member, or for a coupon: such an order is written alone. */
  guarded: boolean
}
export type LiveOffers = {
  set: OfferSet
  of: ReadonlyMap<string, Live>
  asks_first_order: boolean
  counts_members: boolean
}
export type OfferRow = { offer_id: string; name: string; name_en: string | null; rule: Rule } & Partial<
  Record<'starts_at' | 'ends_at', string | null>
> & { member_cap?: number | null }

const cache = kept<Promise<LiveOffers>>({ ttl_ms: 1_000, max: 1 })

/** Every live offer, made ready for pricing. Cached for a second; the one call that writes an order checks them again. */
export function liveOffers(db: Db): Promise<LiveOffers> {
  const known = cache.get('live')
  if (known) return known
  const live = read(db)
  // What a transaction reads is its own affair: it may see what others do not yet.
  if ('inTransaction' in db) return live
  cache.set('live', live)
  live.catch(forgetOffers)
  return live
}

/** Read the offers anew next time. */
export function forgetOffers(): void {
  cache.clear()
}

type Row = OfferRow & {
  version: number
  starts_at: string | null
  ends_at: string | null
  member_cap: number | null
  left_uses: number | null
  left_yen: number | null
}

async function read(db: Db): Promise<LiveOffers> {
  const found = await rows<Row>(
    db,
    sql`select o.offer_id, o.version, o.name, o.name_en, o.rule, o.starts_at, o.ends_at, o.member_cap,
          (select sum(s.left_uses)::bigint from promotions.slot s where s.offer_id = o.offer_id) as left_uses,
          (select sum(s.left_yen)::bigint from promotions.slot s where s.offer_id = o.offer_id) as left_yen
        from promotions.offer o where o.state = 'live' and (o.ends_at is null or o.ends_at > ${clock.iso()})`,
  )
  const offers = await asOffers(db, found)
  return {
    set: readyOffers(offers),
    of: new Map(
      found.map(({ offer_id, version, member_cap, left_uses, left_yen, rule }) => {
        const guarded = member_cap !== null || rule.conditions.coupon === true
        return [offer_id, { version, member_cap, left_uses, left_yen, guarded }]
      }),
    ),
    counts_members: found.some(({ member_cap }) => member_cap !== null),
    asks_first_order: found.some(({ rule }) => rule.conditions.first_order),
  }
}

/** What a till may give by itself, also without a network: what is counted nowhere, asks for no coupon and for no history. */
export async function tillOffers(db: Db): Promise<Offer[]> {
  const { set, of } = await liveOffers(db)
  return set.offers.flatMap(({ offer }) => {
    const known = of.get(offer.offer_id)
    const alone = known && !known.guarded && known.left_uses === null && known.left_yen === null
    return alone && !offer.conditions.first_order ? offer : []
  })
}

/** Of these, what a till may have given by itself, now or before it ended; also to who showed a code that is everybody's. */
export async function givenAlone(db: Db, offer_ids: readonly string[]): Promise<(Offer & { version: number })[]> {
  const found = await rows<OfferRow & { version: number }>(
    db,
    sql`select o.offer_id, c.version, o.name, o.name_en, o.rule from promotions.offer o
          join lateral (select max(version) as version from promotions.offer_change where offer_id = o.offer_id and state = 'live') c
            on c.version is not null
        where o.offer_id = any (${offer_ids}::uuid[])
          and o.member_cap is null and o.use_cap is null and o.budget_yen is null
          and o.rule->'conditions'->'first_order' is distinct from 'true'::jsonb
          and (o.rule->'conditions'->'coupon' is distinct from 'true'::jsonb
            or promotions.has_public_code(o.offer_id))`,
  )
  const offers = await asOffers(db, found)
  return offers.map((offer, at) => ({ ...offer, version: (found[at] as (typeof found)[0]).version }))
}

/** Offers as pricing reads them: with their period, and categories with all below them. */
export async function asOffers(db: Db, list: readonly OfferRow[]): Promise<Offer[]> {
  const names = list.some(({ rule }) => JSON.stringify(rule).includes('"category_ids"'))
  const below = names ? await descendants(db) : new Map<string, string[]>()
  const whole = <Part extends Selector>(part: Part): Part => ({
    ...part,
    ...(part.category_ids && {
      category_ids: part.category_ids.flatMap((category) => below.get(category) ?? category),
    }),
    ...(part.except && { except: whole(part.except) }),
  })
  return list.map(({ offer_id, name, name_en, rule, starts_at, ends_at, member_cap }) => {
    const { effect, conditions } = rule
    return {
      offer_id,
      name,
      name_en,
      priority: rule.priority,
      group: rule.group,
      exclusive: rule.exclusive,
      goods: whole(rule.goods),
      conditions: {
        ...conditions,
        ...(starts_at && { from: starts_at }),
        ...(ends_at && { until: ends_at }),
        // What is counted per person is for people who are known.
        ...((member_cap || conditions.first_order) && { members: true }),
        ...(conditions.basket && { basket: whole(conditions.basket) }),
      },
      effect: effect.kind === 'set' ? { ...effect, parts: effect.parts.map(whole) } : effect,
    }
  })
}

// Each category with itself and all below it.
async function descendants(db: Db): Promise<Map<string, string[]>> {
  const all = await categories(db)
  const children = Map.groupBy(all, ({ parent_id }) => parent_id)
  const walk = (category_id: string): string[] => [
    category_id,
    ...(children.get(category_id) ?? []).flatMap((child) => walk(child.category_id)),
  ]
  return new Map(all.map(({ category_id }) => [category_id, walk(category_id)]))
}
