import { useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import type { Product, Variant } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { choose, type WayChosen } from '../choice.ts'
import { ShopSheet } from '../ShopPicker.tsx'
import { useShop } from '../shop.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'
import { MyShop } from './MyShop.tsx'
import { stockOf } from './Options.tsx'
import { Ways } from './Ways.tsx'

/** My shop's stock, the way of receiving, and the one button that follows it. */
export function Buy({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const text = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [way, setWay] = useState<WayChosen>(shop?.choice.way ?? 'collect')
  const [choosing, setChoosing] = useState(false)
  const label = useLabel(product, variant, way)
  const add = useAct(async (key) => {
    if (!variant) return
    const body = { variant_id: variant.variant_id, quantity: 1 }
    await asSomebody(() => take(api.POST('/v1/carts/current/items', { body, ...keyed(key) })))
    choose('way', way)
    await revalidate()
    await navigate('/cart')
  })
  return (
    <div className="grid gap-4">
      <MyShop product={product} variant={variant} />
      <Ways product={product} way={way} onWay={setWay} />
      <ShopSheet open={choosing} onClose={() => setChoosing(false)} />
      {add.refused && <Notice tone="refused">{text(add.refused.text)}</Notice>}
      <div className="grid gap-2">
        <Button
          size="main"
          isDisabled={!variant || label.out || add.busy}
          onPress={() => (way === 'collect' && !shop?.place ? setChoosing(true) : add.run())}
        >
          {label.text}
        </Button>
        {label.below && <p className="text-center text-12 text-ink-2">{label.below}</p>}
      </div>
    </div>
  )
}

type Label = { text: string; out: boolean; below: string | null }

function useLabel(product: Product, variant: Variant | undefined, way: WayChosen): Label {
  const w = useWords()
  const name = useName()
  const day = useDayWords()
  const moment = useMomentWords()
  const place = useShop()?.place
  if (!product.on_sale || variant?.yen == null) return { text: w.notOnSale, out: true, below: null }
  if (way === 'ship') {
    const offer = product.ways.find((each) => each.way === 'ship')
    const out = variant.ec.stock === 'none' || !offer?.available
    const leaves = offer?.day ? w.leavesOn(day(offer.day)) : null
    return {
      text: out ? w.soldOutShip : w.shipButton,
      out,
      below: out ? null : [leaves, w.noShipping].filter(Boolean).join('・'),
    }
  }
  if (!place) return { text: w.chooseToCollect, out: false, below: null }
  const here = stockOf(product, variant, place.place_id)
  if (!here || here.stock === 'none') return { text: w.soldOutHere(name(place)), out: true, below: null }
  const { pickup } = place
  const when = ({ date, cutoff, ready_at }: NonNullable<typeof pickup>) =>
    day(date) === w.today ? w.cutoff(cutoff, moment(ready_at)) : w.orderNow(moment(ready_at))
  return {
    text: w.collectButton(name(place), pickup ? day(pickup.date) : ''),
    out: false,
    below: pickup && `${when(pickup)}・${w.noShipping}`,
  }
}
