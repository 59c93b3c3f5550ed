/** Coupons as they are used: a code that is shown, one that lies in a cart, and those a member has. */
import { type Db, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { codeOf, noCoupon, tokenOf } from '#promotions/coupons'
import type { LaidCoupon, MyCoupon } from '#promotions/shapes'

/** Where and by whom coupons are shown; without a place, what holds in some places only is let through. */
export type Showing = { profile_ids: readonly string[]; place_id: string | null; channel: string; at: string }
/** `code_at`: which of the codes she showed it was; null when it lay in her cart. */
export type Shown = { offer_id: string; coupon_id: string; code_at: number | null; single_use: boolean }
type Row = Omit<LaidCoupon, 'over' | 'code'> & {
  token: Buffer
  kind: 'personal' | 'list' | 'public'
  code: string | null
  profile_id: string | null
  state: 'open' | 'redeemed' | 'revoked'
  place_ids: string[] | null
  channels: string[] | null
  offer_state: string
  offer_ends_at: string | null
}
type WhyNot = NonNullable<LaidCoupon['over']> | 'elsewhere'

/** The coupons behind these codes; refuses, naming the code's place, one that cannot be used by her, here and now. */
export async function show(db: Db, codes: readonly string[], showing: Showing): Promise<Shown[]> {
  if (codes.length === 0) return []
  const tokens = codes.map(tokenOf)
  const found = await look(db, tokens, [])
  return tokens.map((token, code_at) => {
    const field = `coupons.${code_at}`
    const coupon = found.find((one_of) => one_of.token.equals(token))
    if (!coupon) return noCoupon(field)
    const why = whyNot(coupon, showing)
    if (why) refusal(why, field, coupon)
    return shownAs(coupon, code_at)
  })
}

/** Of the coupons that lie in her cart, those that can be used by her, here and now. */
export async function usable(db: Db, coupon_ids: readonly string[], showing: Showing): Promise<Shown[]> {
  if (coupon_ids.length === 0) return []
  const found = await look(db, [], coupon_ids)
  return found.flatMap((coupon) => (whyNot(coupon, showing) ? [] : shownAs(coupon, null)))
}

function shownAs({ offer_id, coupon_id, kind }: Row, code_at: number | null): Shown {
  return { offer_id, coupon_id, code_at, single_use: kind !== 'public' }
}

/** Coupons that lie in her cart, in their order, with what became of them meanwhile. */
export async function laid(
  db: Db,
  coupon_ids: readonly string[],
  profile_ids: readonly string[],
): Promise<LaidCoupon[]> {
  if (coupon_ids.length === 0) return []
  const found = new Map((await look(db, [], coupon_ids)).map((coupon) => [coupon.coupon_id, coupon]))
  const at = clock.iso()
  return coupon_ids.flatMap((coupon_id) => {
    const coupon = found.get(coupon_id)
    if (!coupon) return []
    const { offer_id, offer, offer_en, expires_at } = coupon
    const over = whyNot(coupon, { profile_ids, at })
    const code = coupon.code ?? codeOf(coupon_id)
    return [{ coupon_id, offer_id, offer, offer_en, code, expires_at, over: over === 'elsewhere' ? null : over }]
  })
}

/** The coupons of these profiles: those that may still be used, the soonest to end first; or those that are over, the last first. */
export async function mine(db: Db, profile_ids: readonly string[], over: boolean): Promise<MyCoupon[]> {
  const at = clock.iso()
  const found = await rows<Mine>(
    db,
    sql`select * from (
          select k.coupon_id, k.offer_id, o.name as offer, o.name_en as offer_en, k.kind, k.state, k.place_ids, k.channels, k.issued_at, k.expires_at,
            k.order_id, k.reason_ja, k.reason_en, o.rule->'conditions' as conditions, least(k.expires_at, o.ends_at) as ends_at,
            r.redeemed_at as used_at, r.place_id as used_place_id,
            case when k.state = 'redeemed' then 'used' when k.state = 'revoked' then 'revoked'
              when o.state = 'live' and coalesce(least(k.expires_at, o.ends_at) > ${at}, true) then 'open' else 'expired' end as standing
          from promotions.coupon k join promotions.offer o on o.offer_id = k.offer_id
            left join promotions.redemption r on r.profile_id = any (${profile_ids}::uuid[]) and r.order_id = k.order_id and r.coupon_id = k.coupon_id and r.state = 'used'
          where k.profile_id = any (${profile_ids}::uuid[]) and o.state in ('live', 'ended')) c
        where (c.standing <> 'open') = ${over}
        order by case when ${over} then null else c.ends_at end nulls last, coalesce(c.used_at, c.ends_at, c.issued_at) desc, c.coupon_id limit 100`,
  )
  return found.map(({ reason_ja, reason_en, ...coupon }) => ({
    ...coupon,
    reason: reason_ja === null ? null : { ja: reason_ja, en: reason_en },
    code: codeOf(coupon.coupon_id),
  }))
}
type Mine = Omit<MyCoupon, 'code' | 'reason'> & { reason_ja: string | null; reason_en: string | null }

function look(db: Db, tokens: readonly Buffer[], coupon_ids: readonly string[]): Promise<Row[]> {
  return rows<Row>(
    db,
    sql`select token, coupon_id, offer_id, offer, offer_en, kind, code, profile_id, state, place_ids, channels, expires_at, offer_state, offer_ends_at
        from promotions.coupons_shown(${tokens}::bytea[], ${coupon_ids}::uuid[])`,
  )
}

function whyNot(
  coupon: Row,
  { profile_ids, at, place_id, channel }: Partial<Showing> & Pick<Showing, 'profile_ids' | 'at'>,
): WhyNot | null {
  if (coupon.state !== 'open') return coupon.state
  if (passed(coupon.expires_at, at)) return 'expired'
  if (coupon.profile_id && !profile_ids.includes(coupon.profile_id)) return 'of_other'
  const elsewhere = (places: string[] | null, here: string | null | undefined) =>
    Boolean(here && places && !places.includes(here))
  if (elsewhere(coupon.place_ids, place_id) || elsewhere(coupon.channels, channel)) return 'elsewhere'
  return null
}

function passed(instant: string | null, at: string): boolean {
  return instant !== null && Date.parse(instant) <= Date.parse(at)
}

function refusal(why: WhyNot, field: string, { offer, expires_at }: Row): never {
  switch (why) {
    case 'redeemed':
      return refuse('promotions.coupon_redeemed', 409, 'このクーポンは使用済みです。', 'This coupon has been used.', {
        field,
        offer,
      })
    case 'revoked':
      return refuse(
        'promotions.coupon_revoked',
        409,
        'このクーポンは無効になりました。',
        'This coupon is no longer good.',
        {
          field,
          offer,
        },
      )
    case 'expired':
      return refuse(
        'promotions.coupon_expired',
        409,
        'このクーポンは期限が過ぎています。',
        'This coupon has expired.',
        {
          field,
          offer,
          expires_at,
        },
      )
    case 'of_other':
      return refuse(
        'promotions.coupon_of_other',
        422,
        'ほかのお客様のクーポンです。会員証を読み取ってからお使いください。',
        'This coupon is another customer’s; read her card first.',
        { field, offer },
      )
    case 'elsewhere':
      return refuse(
        'promotions.coupon_elsewhere',
        422,
        'このクーポンは、ここではお使いいただけません。',
        'This coupon is not for this place or channel.',
        { field, offer },
      )
  }
}
