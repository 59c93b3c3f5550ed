import type { Static } from 'typebox'
import { type Db, only, rows, sql } from '#core/database'
import { clock } from '#core/time'
import { offer } from '#promotions/offers'
import type { ChangeView } from '#promotions/review-shapes'

type Place = { place_id: string; channel: string; uses: number; discount_yen: number; points: number }
type Coupons = { issued: number; open: number; redeemed: number; revoked: number; expired: number; uses: number }
export type Report = {
  uses: number
  discount_yen: number
  points: number
  given_back: number
  left_uses: number | null
  left_yen: number | null
  places: Place[]
  days: { date: string; uses: number; discount_yen: number }[]
  coupons: Coupons
}

/** What an offer gave, where, and on which days (of its last 62); what is left; what became of its coupons. */
export async function reportOf(db: Db, offer_id: string): Promise<Report> {
  const { left_uses, left_yen } = await offer(db, offer_id)
  const used = sql`from promotions.redemption r where r.offer_id = ${offer_id} and r.state = 'used'`
  const places = await rows<Place>(
    db,
    sql`select r.place_id, r.channel, count(*)::integer as uses, sum(r.discount_yen)::bigint as discount_yen, sum(r.points)::bigint as points
        ${used} group by 1, 2 order by 4 desc, 3 desc, 1, 2`,
  )
  const days = await rows<Report['days'][0]>(
    db,
    sql`select to_char(r.redeemed_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as date, count(*)::integer as uses,
          sum(r.discount_yen)::bigint as discount_yen ${used} group by 1 order by 1 desc limit 62`,
  )
  const { given_back } = await only<{ given_back: number }>(
    db,
    sql`select count(*)::integer as given_back from promotions.redemption where offer_id = ${offer_id} and state = 'given_back'`,
  )
  const coupons = await only<Coupons>(
    db,
    sql`select count(*)::integer as issued, count(*) filter (where k.state = 'open' and (k.expires_at is null or k.expires_at > ${clock.iso()}))::integer as open,
          count(*) filter (where k.state = 'redeemed')::integer as redeemed, count(*) filter (where k.state = 'revoked')::integer as revoked,
          count(*) filter (where k.state = 'open' and k.expires_at <= ${clock.iso()})::integer as expired,
          (select count(*)::integer ${used} and r.coupon_id is not null) as uses
        from promotions.coupon k where k.offer_id = ${offer_id}`,
  )
  const sum = (of: 'uses' | 'discount_yen' | 'points') => places.reduce((all, place) => all + place[of], 0)
  return {
    uses: sum('uses'),
    discount_yen: sum('discount_yen'),
    points: sum('points'),
    given_back,
    left_uses,
    left_yen,
    places,
    days,
    coupons,
  }
}

export type Change = Static<typeof ChangeView>

/** Each version of an offer as it stood and who made it so, the newest first. */
export async function changesOf(db: Db, offer_id: string, before: number | null, limit: number): Promise<Change[]> {
  await offer(db, offer_id)
  return rows<Change>(
    db,
    sql`select version, state, changed_at, actor_kind, actor_id, offer from promotions.offer_change
        where offer_id = ${offer_id} and (${before}::bigint is null or version < ${before}) order by version desc limit ${limit}`,
  )
}
