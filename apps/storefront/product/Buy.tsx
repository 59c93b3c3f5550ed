import { useState } from 'react'
import { Link, useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import type { Delivery, Product, Variant } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { choose, type WayChosen } from '../choice.ts'
import { ShopSheet } from '../ShopPicker.tsx'
import { useShop } from '../shop.ts'
import { tell } from '../tell.ts'
import { useMomentWords } from '../when.ts'
import { asTold } from './asTold.ts'
import { useLabel } from './label.ts'
import { MyShop } from './MyShop.tsx'
import { useOffers, usualWay } from './offers.ts'
import { useProductWords } from './productWords.ts'
import { Ways } from './Ways.tsx'

type Props = { product: Product; variant: Variant | undefined; delivery: Delivery | null }

/** My shop's stock, the way of receiving, and the one button that follows it. */
export function Buy({ product, variant, delivery }: Props) {
  const w = useProductWords()
  const text = useText()
  const name = useName()
  const moment = useMomentWords()
  const say = useToast()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const offers = useOffers(product, variant, delivery)
  const [picked, setPicked] = useState<WayChosen | null>(null)
  const [choosing, setChoosing] = useState(false)
  const way = picked ?? usualWay(offers, shop?.choice.way ?? 'collect')
  const label = useLabel(
    product,
    variant,
    offers.find((offer) => offer.way === way),
    delivery,
  )
  const place = shop?.place
  const add = useAct(async (key) => {
    if (!variant) return
    const at = way === 'ship' || !place ? {} : { place_id: place.place_id }
    const body = { variant_id: variant.variant_id, quantity: 1, ...(way === 'hold' ? {} : { way, ...at }) }
    await asSomebody(() => take(api.POST('/v1/carts/current/items', { body, ...keyed(key) })))
    choose('way', way)
    tell('Product Added', { ...asTold(product, variant), quantity: 1 })
    await revalidate()
    await navigate('/cart')
  })
  const hold = useAct(async (key) => {
    if (!variant || !place) return
    const body = { place_id: place.place_id, lines: [{ variant_id: variant.variant_id, quantity: 1 }] }
    const { expires_at } = await take(api.POST('/v1/orders/holds', { body, ...keyed(key) }))
    say(w.held(name(place), moment(expires_at)))
    await revalidate()
  })
  const act = way === 'hold' ? hold : add
  const guest = way === 'hold' && !shop?.member
  return (
    <div className="grid gap-4">
      <MyShop product={product} variant={variant} />
      <Ways offers={offers} way={way} onWay={setPicked} />
      <ShopSheet open={choosing} onClose={() => setChoosing(false)} />
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      {guest && place ? (
        <Notice tone="info">
          <p>{w.holdNeedsMember}</p>
          <Link
            to={`/account?back=/products/${product.product_id}`}
            className={buttonClass('outline', 'touch', 'w-fit')}
          >
            {w.becomeMember}
          </Link>
        </Notice>
      ) : (
        <div className="grid gap-2">
          <Button
            size="main"
            isDisabled={!variant || label.out || act.busy}
            onPress={() => (way !== 'ship' && !place ? setChoosing(true) : act.run())}
          >
            {label.text}
          </Button>
          {label.below && <p className="text-center text-12 text-ink-2">{label.below}</p>}
        </div>
      )}
    </div>
  )
}
