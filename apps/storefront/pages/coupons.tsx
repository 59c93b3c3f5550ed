import { data, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { shortDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { MyCoupon, ShownOffer } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { CouponCard } from '../offers/CouponCard.tsx'
import { useOfferWords } from '../offers/offerWords.ts'
import { useTerms } from '../offers/terms.ts'
import { useShop } from '../shop.ts'
import type { Route } from './+types/coupons.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const mine = (over: boolean) => takeIfAny(api.GET('/v1/promotions/me/coupons', { params: { query: { over } } }))
  const [open, over, offers, cart] = await Promise.all([
    mine(false),
    mine(true),
    takeIfAny(api.GET('/v1/promotions/me/offers')),
    takeIfAny(api.GET('/v1/carts/current')),
  ])
  const lying = (cart?.coupons ?? []).map(({ coupon_id }) => coupon_id)
  return data({ coupons: open?.items ?? [], over: over?.items ?? [], offers: offers?.items ?? [], lying }, { headers })
}

/** My coupons and offers: why I have them, until when, where they hold, and the code to show. */
export default function Coupons({ loaderData: { coupons, over, offers, lying } }: Route.ComponentProps) {
  const w = useOfferWords()
  const text = useText()
  const say = useToast()
  const { revalidate } = useRevalidator()
  const lay = useAct(async (key, { code }: MyCoupon) => {
    await take(api.POST('/v1/carts/current/coupons', { body: { code }, ...keyed(key) }))
    say(w.tookIn)
    await revalidate()
  })
  return (
    <Page title={w.myTitle} text={w.myText} back="/coupons">
      {lay.refused && <Notice tone="refused">{text(lay.refused.text)}</Notice>}
      <section className="grid gap-3">
        <h2 className="text-16">{w.coupons}</h2>
        {coupons.length === 0 && <EmptyState icon="tag" title={w.noCoupons} text={w.noCouponsText} />}
        {coupons.map((coupon) => (
          <CouponCard
            key={coupon.coupon_id}
            coupon={coupon}
            lies={lying.includes(coupon.coupon_id)}
            busy={lay.busy}
            onUse={() => lay.run(coupon)}
          />
        ))}
      </section>
      {offers.length > 0 && (
        <section className="grid gap-1">
          <h2 className="text-16">{w.forYou}</h2>
          <p className="text-12 text-ink-2">{w.forYouText}</p>
          <ul className="divide-y divide-line border-y border-line">
            {offers.map((offer) => (
              <OfferRow key={offer.offer_id} offer={offer} />
            ))}
          </ul>
        </section>
      )}
      {over.length > 0 && (
        <section>
          <h2 className="mb-1 text-16">{w.over}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {over.map((coupon) => (
              <OverRow key={coupon.coupon_id} coupon={coupon} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function OfferRow({ offer }: { offer: ShownOffer }) {
  const w = useOfferWords()
  const name = useName()
  const terms = useTerms()
  const because = offer.conditions.first_order ? w.becauseFirst : offer.members ? w.becauseMember : w.becauseAll
  return (
    <li className="ui grid gap-0.5 py-3 text-14">
      <b>{name(offer)}</b>
      <span className="figures text-12 text-ink-2">
        {[because, ...terms({ ...offer, members: false }, { ends: true })].join(' ／ ')}
      </span>
    </li>
  )
}

function OverRow({ coupon }: { coupon: MyCoupon }) {
  const w = useOfferWords()
  const name = useName()
  const lang = useLang()
  const shops = useShop()?.shops ?? []
  const place = shops.find(({ place_id }) => place_id === coupon.used_place_id)
  const on = coupon.used_at && [shortDay(coupon.used_at, lang), place && name(place)].filter(Boolean).join(' ')
  const what = on ? w.usedOn(on) : coupon.standing === 'revoked' ? w.revoked : w.expired
  return (
    <li className="ui flex flex-wrap items-baseline justify-between gap-x-3 py-3 text-14 text-ink-2">
      <span>{name({ name: coupon.offer, name_en: coupon.offer_en })}</span>
      <span className="figures text-12">{what}</span>
    </li>
  )
}
