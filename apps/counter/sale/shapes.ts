import type { TillGood } from '../../kit/shapes.ts'
import type { HandDiscount, Yes } from './discounts.ts'

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

/** A sale put aside, or under way: what, for whom, since when. */
export type Parked = {
  id: string
  at: string
  lines: SaleLine[]
  member: Member | null
  discounts?: HandDiscount[]
  yes?: Yes | null
}
