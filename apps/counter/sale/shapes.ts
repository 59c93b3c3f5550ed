import type { ShownCoupon, TillGood } from '../../kit/shapes.ts'

/** One line of the sale under way: the goods with everything their price needs, and how many. */
export type SaleLine = { variant_id: string; quantity: number; good: TillGood }

/** For whom the sale is; without a profile it is known only by the card that was read while nobody could be asked. */
export type Member = {
  profile_id: string | null
  customer_id: string | null
  name: string | null
  /** The number printed on her card: by it she earns even when the sale is told later. */
  code?: string
  /** Proof that she showed her rotating QR: only then may points be spent. */
  scan_id?: string
}

/** Taken off by hand: off this line, or off the whole sale; so many yen, or percent. */
export type HandDiscount = {
  id: string
  variant_id: string | null
  unit: 'yen' | 'percent'
  amount: number
  reason: string
}
/** A manager's yes: to how much, by whom. */
export type Yes = { approval_id: string; most_yen: number; by: string }

/** A coupon she shows, and what it gives as the house said last. */
export type SaleCoupon = { code: string; shown: ShownCoupon }

/** A sale put aside, or under way: what, for whom, since when. */
export type Parked = {
  id: string
  at: string
  lines: SaleLine[]
  member: Member | null
  discounts?: HandDiscount[]
  yes?: Yes | null
  coupons?: SaleCoupon[]
}
