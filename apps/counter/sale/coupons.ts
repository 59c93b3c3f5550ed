import { useQueries } from '@tanstack/react-query'
import { isMemberCode } from '#pricing/memberCode'
import { take } from '../../kit/client.ts'
import { Refused, refusalOf } from '../../kit/problem.ts'
import type { Text } from '../../kit/words.ts'
import { api } from '../api.ts'
import { isConnected, useConnected } from '../offline/connection.ts'
import type { Priced, Terms } from '../offline/price.ts'
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

/** The coupon with this code, as it stands for this buyer; the house refuses what it would refuse with the order. */
export async function couponOf(code: string, profile_id: string | null): Promise<SaleCoupon> {
  if (!isConnected()) throw new Refused(0, { messages: COUPON_LATER })
  const body = { coupons: [code], ...(profile_id ? { profile_id } : {}) }
  const { items } = await take(api.POST('/v1/promotions/coupon-showings', { body }))
  return { code, shown: items[0] as SaleCoupon['shown'] }
}

// Codes the house makes: seventeen letters and digits without those that look alike. Public ones are called as she likes.
const ours = /^(?=.*[A-Z])[2-9A-HJKMNP-Z]{17}$/i

/** The coupon that was scanned; undefined when the code may be something else: a card, or nothing. */
export async function couponScanned(code: string, profile_id: string | null): Promise<SaleCoupon | undefined> {
  const certain = ours.test(code.replaceAll(/[\s-]/g, ''))
  if (!certain && (!isConnected() || isMemberCode(code) || /^\d+$/.test(code))) return undefined
  return couponOf(code, profile_id).catch((thrown) => {
    if (certain || refusalOf(thrown).code !== 'promotions.no_coupon') throw thrown
    return undefined
  })
}

const COUPON_LATER = {
  ja: '通信が切れているため、クーポンは読み取れません。通信が戻ると使えます。',
  en: 'A coupon cannot be read without a connection. It can be used when the connection is back.',
}

/** One more; two of one offer would give no more than one. */
export function withCoupon(coupons: readonly SaleCoupon[], added: SaleCoupon): SaleCoupon[] {
  return [...coupons.filter(({ shown }) => shown.offer.offer_id !== added.shown.offer.offer_id), added]
}

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
