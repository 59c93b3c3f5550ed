import { useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Product, Variant } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { asTold } from '../product/asTold.ts'
import { tell } from '../tell.ts'
import { useGiftWords } from './giftWords.ts'

/** Give it to somebody whose address she need not know: one press from the goods to the card's words. */
export function GiveThis({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const w = useGiftWords()
  const text = useText()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const give = useAct(async (key) => {
    if (!variant) return
    const { variant_id } = variant
    const body = { variant_id, quantity: 1, way: 'ship' as const }
    await asSomebody(() => take(api.POST('/v1/carts/current/items', { body, ...keyed(key) })))
    tell('Product Added', { ...asTold(product, variant), quantity: 1 })
    await revalidate()
    await navigate(`/checkout?${new URLSearchParams({ way: 'gift', variant: variant_id })}`)
  })
  if (product.made_to_order || !product.on_sale) return null
  return (
    <section className="grid gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="ui flex items-center gap-2 text-14">
          <Icon name="gift" size={20} className="text-wood" />
          {w.give}
        </p>
        <Button
          look="outline"
          isDisabled={!variant || variant.ec.stock === 'none' || give.busy}
          onPress={() => give.run()}
        >
          {w.giveThis}
        </Button>
      </div>
      {give.refused && <Notice tone="refused">{text(give.refused.text)}</Notice>}
    </section>
  )
}
