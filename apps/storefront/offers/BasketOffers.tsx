import { type FormEvent, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, IconButton } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Cart, Quote } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useShop } from '../shop.ts'
import { useOfferWords } from './offerWords.ts'
import { useWhyNot } from './whyNot.ts'

type Coupon = Cart['coupons'][number]
type Priced = Pick<Quote, 'discounts' | 'offers_refused'>

// Worth saying of an offer she has not asked for: she may still get it.
const near: readonly string[] = ['yen', 'pieces', 'member']

/** One card of offers: what was given and how much, what is still missing, and the coupons that lie in the cart. */
export function BasketOffers({ coupons, quotes }: { coupons: readonly Coupon[]; quotes: readonly Priced[] }) {
  const name = useName()
  const why = useWhyNot()
  const given = givenIn(quotes)
  const asked = new Map(coupons.map((coupon) => [coupon.offer_id, coupon]))
  const refused = new Map(quotes.flatMap(({ offers_refused }) => offers_refused).map((one) => [one.offer_id, one]))
  const waiting = [...refused.values()].filter(
    (one) => near.includes(one.why) && !asked.has(one.offer_id) && !given.has(one.offer_id),
  )
  return (
    <section className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      {(given.size > 0 || coupons.length > 0 || waiting.length > 0) && (
        <ul className="grid gap-2">
          {[...given.values()].map((one) => (
            <li key={one.offer_id} className="ui flex items-center gap-2 text-14">
              <Icon name="check" size={20} className="shrink-0 text-green" />
              <b className="grow">{name(one)}</b>
              {one.yen > 0 && <span className="figures text-green">{yen(-one.yen)}</span>}
              <TakeOut coupon={asked.get(one.offer_id)} />
            </li>
          ))}
          {coupons
            .filter(({ offer_id }) => !given.has(offer_id))
            .map((coupon) => {
              const because = refused.get(coupon.offer_id)
              const text = coupon.over ? why.coupon(coupon.over) : because && why.offer(because)
              return (
                <li key={coupon.coupon_id} className="ui flex items-center gap-2 text-14">
                  <Icon name="minus" size={20} className="shrink-0 text-ink-3" />
                  <span className="grow">
                    {name({ name: coupon.offer, name_en: coupon.offer_en })}
                    {text && <span className="figures block text-12 text-ink-2">{text}</span>}
                  </span>
                  <TakeOut coupon={coupon} />
                </li>
              )
            })}
          {waiting.map((one) => (
            <li key={one.offer_id} className="ui flex items-center gap-2 text-14 text-ink-2">
              <Icon name="minus" size={20} className="shrink-0 text-ink-3" />
              <span className="grow">
                {name(one)}
                <span className="figures block text-12">{why.offer(one)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <CodeField />
    </section>
  )
}

type Given = { offer_id: string; name: string; name_en: string | null; yen: number }

/** What each offer gave over all that is ordered apart. */
function givenIn(quotes: readonly Priced[]): Map<string, Given> {
  const given = new Map<string, Given>()
  for (const { offer_id, name, name_en, yen } of quotes.flatMap(({ discounts }) => discounts)) {
    if (!offer_id) continue
    given.set(offer_id, { offer_id, name: name ?? '', name_en, yen: (given.get(offer_id)?.yen ?? 0) + yen })
  }
  return given
}

function CodeField() {
  const w = useOfferWords()
  const text = useText()
  const member = useShop()?.member
  const [code, setCode] = useState('')
  const { revalidate } = useRevalidator()
  const lay = useAct(async (key) => {
    await take(api.POST('/v1/carts/current/coupons', { body: { code: code.trim() }, ...keyed(key) }))
    setCode('')
    await revalidate()
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) void lay.run()
  }
  return (
    <form onSubmit={send} className="grid grid-cols-[1fr_auto] items-start gap-x-3">
      <Field
        label={w.couponCode}
        value={code}
        onChange={setCode}
        autoComplete="off"
        maxLength={60}
        inputClass="figures"
        error={lay.refused ? text(lay.refused.text) : undefined}
        {...(member ? {} : { hint: w.couponHint })}
      />
      <Button look="outline" className="mt-6 min-h-12" type="submit" isDisabled={lay.busy || code.trim() === ''}>
        {w.use}
      </Button>
    </form>
  )
}

function TakeOut({ coupon }: { coupon: Coupon | undefined }) {
  const w = useOfferWords()
  const name = useName()
  const { revalidate } = useRevalidator()
  const out = useAct(async () => {
    if (!coupon) return
    const path = { coupon_id: coupon.coupon_id }
    await take(api.DELETE('/v1/carts/current/coupons/{coupon_id}', { params: { path } }))
    await revalidate()
  })
  if (!coupon) return null
  const called = name({ name: coupon.offer, name_en: coupon.offer_en })
  return <IconButton icon="close" label={w.takeOut(called)} onPress={() => out.run()} isDisabled={out.busy} />
}
