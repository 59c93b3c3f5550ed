import { isMemberCode } from '#pricing/memberCode'
import { take } from '../../kit/client.ts'
import { Refused, refusalOf } from '../../kit/problem.ts'
import type { HandedOver } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { isConnected } from '../offline/connection.ts'
import type { SaleCoupon } from './shapes.ts'

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
    const { status, code: why } = refusalOf(thrown)
    if (certain || (status !== 0 && why !== 'promotions.no_coupon')) throw thrown
    return undefined
  })
}

const COUPON_LATER = {
  ja: '通信が切れているため、クーポンは読み取れません。通信が戻ると使えます。',
  en: 'A coupon cannot be read without a connection. It can be used when the connection is back.',
}

/** The coupons that lie in her cart and are good here. */
export async function couponsOfCart({ profile_id, cart }: HandedOver): Promise<SaleCoupon[]> {
  const open = cart.coupons.filter(({ over }) => over === null)
  const asked = await Promise.allSettled(open.map(({ code }) => couponOf(code, profile_id)))
  return asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

/** One more; two of one offer would give no more than one. */
export function withCoupon(coupons: readonly SaleCoupon[], added: SaleCoupon): SaleCoupon[] {
  return [...coupons.filter(({ shown }) => shown.offer.offer_id !== added.shown.offer.offer_id), added]
}
