import { useQueries } from '@tanstack/react-query'
import { refusalOf } from '../../kit/problem.ts'
import type { Text } from '../../kit/words.ts'
import { useConnected } from '../offline/connection.ts'
import type { Priced, Terms } from '../offline/price.ts'
import { couponOf } from './coupons.ts'
import { useSale } from './sale.tsx'
import type { SaleCoupon } from './shapes.ts'

const AGAIN_MS = 60_000

/** Why a coupon gives nothing: the house said so, nobody can be asked, or what pricing says of its offer. */
export type WhyNot =
  | { said: Text }
  | { why: 'offline' | 'used_up' | 'member_cap' }
  | ReturnType<Priced['refused']>[number]
type Shown = SaleCoupon & { refused: WhyNot | null }
/** A coupon with what it gives to this sale, or why it gives nothing. */
export type CouponOnSale = SaleCoupon & { given: Priced['offers'][number] | null; why_not: WhyNot | null }

/** The coupons of the sale, asked about anew when it is known whose they are, and now and then. */
export function useShownCoupons(): Shown[] {
  const { coupons, member } = useSale()
  const connected = useConnected()
  const profile_id = member?.profile_id ?? null
  return useQueries({
    queries: coupons.map(({ code }) => ({
      queryKey: ['coupon', code, profile_id],
      queryFn: () => couponOf(code, profile_id),
      enabled: connected,
      staleTime: AGAIN_MS,
      refetchInterval: AGAIN_MS,
      retry: false,
    })),
    combine: (answers) =>
      coupons.map((coupon, at): Shown => {
        const { data, error } = answers[at] ?? {}
        const { code, shown } = data ?? coupon
        const problem = error ? refusalOf(error) : null
        const refused =
          problem && !problem.passing
            ? { said: problem.text }
            : shown.closed
              ? { why: shown.closed }
              : !connected && shown.needs_house
                ? { why: 'offline' as const }
                : null
        return { code, shown, refused }
      }),
  })
}

/** By what the sale is priced, with what its coupons give. */
export function withCoupons(terms: Terms, shown: readonly Shown[]): Terms {
  const offers = shown.flatMap(({ shown: { offer }, refused }) => (refused ? [] : offer))
  return offers.length > 0 ? { ...terms, offers: [...terms.offers, ...offers] } : terms
}

/** What a coupon gives to the sale as it was priced. */
export function onSale({ refused, ...coupon }: Shown, quote: Priced | null): CouponOnSale {
  const { offer_id } = coupon.shown.offer
  const given = quote?.offers.find(({ offer }) => offer.offer_id === offer_id) ?? null
  const why = refused ?? (given ? null : quote?.refused().find(({ offer }) => offer.offer_id === offer_id))
  return { ...coupon, given, why_not: why ?? null }
}
