import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Qr } from '../../kit/Code.tsx'
import { fullDay, shortDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import type { MyCoupon } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useShop } from '../shop.ts'
import { useOfferWords } from './offerWords.ts'
import { beforeMidnight, useTerms } from './terms.ts'

type Props = { coupon: MyCoupon; lies: boolean; busy: boolean; onUse: () => void }

/** A coupon as a ticket: what it gives, why she has it, where and until when; used in the cart or shown at a till. */
export function CouponCard({ coupon, lies, busy, onUse }: Props) {
  const w = useOfferWords()
  const lang = useLang()
  const name = useName()
  const terms = useTerms()
  const shops = useShop()?.shops ?? []
  const [showing, setShowing] = useState(false)
  const { reason, conditions, ends_at } = coupon
  const called = name({ name: coupon.offer, name_en: coupon.offer_en })
  const places = coupon.place_ids ?? conditions.place_ids ?? null
  const open = (channel: string) =>
    [coupon.channels, conditions.channels].every((channels) => !channels || channels.includes(channel))
  const [online, at_till] = [open('ec'), open('till') || (coupon.channels ?? conditions.channels)?.includes('store')]
  const named =
    places &&
    shops
      .filter(({ place_id }) => places.includes(place_id))
      .map(name)
      .join(w.comma)
  const where = named || (online && at_till ? w.both : online ? w.online : w.shops)
  const asked = terms({ ...coupon, members: false }, { ends: false })
  const why = reason ? (lang === 'en' && reason.en) || reason.ja : w.given(shortDay(coupon.issued_at, lang))
  return (
    <article className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      <h3 className="flex items-center gap-2 text-18">
        <Icon name="tag" size={22} className="shrink-0 text-wood" />
        {called}
      </h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-14">
        <dt className="ui text-ink-2">{w.why_label}</dt>
        <dd>{why}</dd>
        <dt className="ui text-ink-2">{w.place_label}</dt>
        <dd>{where}</dd>
        {asked.length > 0 && (
          <>
            <dt className="ui text-ink-2">{w.terms_label}</dt>
            <dd className="figures">{asked.join(' ／ ')}</dd>
          </>
        )}
        <dt className="ui text-ink-2">{w.until_label}</dt>
        <dd className="figures">{ends_at ? w.until(momentOf(ends_at, lang)) : w.noEnd}</dd>
      </dl>
      <div className="flex flex-wrap gap-3 border-t border-dashed border-line pt-3">
        {online &&
          (lies ? (
            <span className="ui inline-flex min-h-11 items-center gap-1 text-14 text-green">
              <Icon name="check" size={20} />
              {w.lies}
            </span>
          ) : (
            <Button icon="cart" onPress={onUse} isDisabled={busy}>
              {w.inCart}
            </Button>
          ))}
        {at_till && (
          <Button look="outline" icon="qr" onPress={() => setShowing(true)}>
            {w.atTill}
          </Button>
        )}
      </div>
      <Sheet title={called} open={showing} onClose={() => setShowing(false)}>
        <div className="grid justify-items-center gap-3 text-center">
          <span className="rounded-12 bg-white p-2">
            <Qr text={coupon.code} size={200} label={w.atTill} />
          </span>
          <output className="figures text-18 font-bold">{(coupon.code.match(/.{1,4}/g) ?? []).join(' ')}</output>
          <p className="text-14 text-ink-2">{w.atTillText}</p>
        </div>
      </Sheet>
    </article>
  )
}

/** A day when it ends with the day, else with its time. */
function momentOf(ends_at: string, lang: 'ja' | 'en'): string {
  const at_midnight = time(ends_at) === '0:00' || time(ends_at) === '00:00'
  return at_midnight ? fullDay(beforeMidnight(ends_at), lang) : `${fullDay(ends_at, lang)} ${time(ends_at)}`
}
