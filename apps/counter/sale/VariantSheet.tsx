import { useQuery } from '@tanstack/react-query'
import { Button as Pressable } from 'react-aria-components'
import { take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { yen } from '../../kit/format.ts'
import { optionsText, useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { StockMark } from '../../kit/StockMark.tsx'
import type { ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { goodsOfProduct } from '../offline/goods.ts'
import { shelfYen } from '../offline/price.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { lineOf } from './lines.ts'
import { useSale } from './sale.tsx'
import { useTerms } from './sums.ts'

type Chosen = Pick<ProductSummary, 'product_id' | 'name' | 'name_en'>

/** Which colour or size: every variant, with its stock in this shop as long as it can be asked. */
export function VariantSheet({ product, onClose }: { product: Chosen | null; onClose: () => void }) {
  const w = useWords()
  const name = useName()
  return (
    <Sheet title={product ? name(product) : w.whichOne} open={product !== null} onClose={onClose} side="centre">
      {product && <Variants product_id={product.product_id} onClose={onClose} />}
    </Sheet>
  )
}

function Variants({ product_id, onClose }: { product_id: string; onClose: () => void }) {
  const { add } = useSale()
  const terms = useTerms()
  const stock = useStockHere(product_id)
  const variants = useQuery({ queryKey: ['variants of', product_id], queryFn: () => goodsOfProduct(product_id) })
  return (
    <ul className="grid gap-2">
      {variants.data?.map((good) => {
        const price = shelfYen(good, terms, nowIso())
        const here = stock?.find((each) => each.variant_id === good.variant_id)
        return (
          <li key={good.variant_id}>
            <Pressable
              isDisabled={price === null}
              onPress={() => {
                add(lineOf(good))
                onClose()
              }}
              className="ui flex min-h-14 w-full items-center gap-4 rounded-6 border border-control px-4 text-left text-16 hover:bg-sunk"
            >
              <b className="grow">{optionsText(good.options)}</b>
              {stock && <StockMark stock={here?.stock ?? 'none'} left={here?.left ?? null} className="text-14" />}
              {price !== null && <b className="figures">{yen(price)}</b>}
            </Pressable>
          </li>
        )
      })}
    </ul>
  )
}

function useStockHere(product_id: string) {
  const { place } = useTill()
  const { place_id } = place
  const connected = useConnected()
  const params = { path: { product_id }, query: { place_id } }
  const detail = useQuery({
    queryKey: ['product', product_id, place_id],
    queryFn: () => take(api.GET('/v1/desk/products/{product_id}', { params })),
    enabled: connected,
  })
  return detail.data?.places.find((each) => each.place_id === place_id)?.variants
}
