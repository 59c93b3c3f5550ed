/**
 * How money of a return goes back. What must always be true: the parts sum to the refund, and no payment gives back more than
 * it brought. Points are no money: the part of each line paid by points comes back as points (slip.ts).
 */
import { integer, sum } from './integer.ts'

/** A payment in money that may still give back: what it brought, less what went back through it. */
export type Tender = { payment_id: string; method: string; left_yen: number }
export type RefundPart = { payment_id: string; method: string; amount_yen: number }

// Gift cards first: their value is not turned into money (資金決済法 20条5項). Cash last: cash paid out for what a card had paid would be a
// cash advance, which card brands forbid.
const rank = (method: string): number =>
  method === 'gift_card' ? 0 : method === 'card' ? 1 : method === 'cash' ? 3 : 2

/** Split a refund over the payments: gift cards first, then cards, then other means, cash last; of one kind the earlier payment first. */
export function refundSplit(refund_yen: number, tenders: readonly Tender[]): RefundPart[] {
  let open = integer(refund_yen, 'refund_yen')
  const all = sum(
    tenders.map(({ left_yen }) => left_yen),
    'left_yen',
  )
  if (open > all) throw new RangeError(`refund_yen: ${open} is more than the ${all} left of the payments`)
  return tenders
    .map((tender, at) => ({ ...tender, at }))
    .sort((a, b) => rank(a.method) - rank(b.method) || a.at - b.at)
    .flatMap(({ payment_id, method, left_yen }) => {
      const amount_yen = Math.min(open, left_yen)
      open -= amount_yen
      return amount_yen > 0 ? [{ payment_id, method, amount_yen }] : []
    })
}
