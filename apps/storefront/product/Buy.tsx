import { useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { shortDay, time, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { Product, Variant } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { choose, type WayChosen } from '../choice.ts'
import { useShop } from '../shop.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'
import { MyShop } from './MyShop.tsx'
import { Ways } from './Ways.tsx'

/** My shop's stock, the way of receiving, and the one button that follows it. */
export function Buy({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const w = useWords()
  const text = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [way, setWay] = useState<WayChosen>(shop?.choice.way ?? 'collect')
  const label = useLabel(product, way)
  const add = useAct(async (key) => {
    if (!variant) return
    const body = { variant_id: variant.variant_id, quantity: 1 }
    await take(api.POST('/v1/carts/current/items', { body, params: { header: { 'Idempotency-Key': key } } }))
    choose('way', way)
    await revalidate()
    await navigate('/cart')
  })
  return (
    <div className="grid gap-4">
      <MyShop product={product} />
      <Ways product={product} way={way} onWay={setWay} />
      {add.refused && <Notice tone="refused">{text(add.refused.text)}</Notice>}
      <div className="grid gap-2">
        <Button size="main" isDisabled={!variant || label.out || add.busy} onPress={() => add.run()}>
          {label.text}
        </Button>
        {label.below && <p className="text-center text-12 text-ink-2">{label.below}</p>}
      </div>
    </div>
  )
}

function useLabel(product: Product, way: WayChosen): { text: string; out: boolean; below: string | null } {
  const w = useWords()
  const text = useText()
  const lang = useLang()
  const day = useDayWords()
  const moment = useMomentWords()
  const shop = useShop()
  const offer = product.ways.find((each) => each.way === way)
  const mine = product.places.find((place) => place.place_id === shop?.place?.place_id)
  if (way === 'ship') {
    if (offer && !offer.available) return { text: w.soldOut, out: true, below: offer.reason && text(offer.reason) }
    const cost = offer ? (offer.cost_yen === 0 ? w.noShipping : `${w.shipping} ${yen(offer.cost_yen)}`) : null
    return { text: w.shipButton(offer?.from ? shortDay(offer.from, lang) : ''), out: false, below: cost }
  }
  const place = shop?.place ? text(shop.place.name) : ''
  if (!mine || mine.stock === 'none') return { text: w.soldOutHere(place), out: true, below: null }
  const below = offer?.cutoff && offer.from ? `${w.cutoff(time(offer.cutoff), moment(offer.from))}・${w.noShipping}` : w.noShipping
  return { text: w.collectButton(place, offer?.from ? day(offer.from) : ''), out: false, below }
}
