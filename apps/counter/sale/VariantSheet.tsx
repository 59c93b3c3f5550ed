import { useQuery } from '@tanstack/react-query'
import { Button as Pressable } from 'react-aria-components'
import { take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { optionsText, useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { StockMark } from '../../kit/StockMark.tsx'
import type { Product, ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { fromVariant } from './lines.ts'
import { useSale } from './sale.tsx'

/** Which colour or size: every variant with its stock in this shop. */
export function VariantSheet({ product, onClose }: { product: ProductSummary | null; onClose: () => void }) {
  const w = useWords()
  const name = useName()
  const { place } = useTill()
  const product_id = product?.product_id ?? ''
  const detail = useQuery({
    queryKey: ['product', product_id, place.place_id],
    queryFn: () =>
      take(
        api.GET('/v1/desk/products/{product_id}', {
          params: { path: { product_id }, query: { place_id: place.place_id } },
        }),
      ),
    enabled: product !== null,
  })
  return (
    <Sheet title={product ? name(product) : w.whichOne} open={product !== null} onClose={onClose} side="centre">
      {detail.isError ? (
        <ErrorState error={detail.error} onRetry={() => detail.refetch()} />
      ) : detail.data ? (
        <Variants product={detail.data} onClose={onClose} />
      ) : (
        <SkeletonRows rows={3} className="h-14" />
      )}
    </Sheet>
  )
}

function Variants({ product, onClose }: { product: Product; onClose: () => void }) {
  const { add } = useSale()
  const { place } = useTill()
  const here = product.places.find((each) => each.place_id === place.place_id)
  return (
    <ul className="grid gap-2">
      {product.variants.map((variant) => {
        const stock = here?.variants.find((each) => each.variant_id === variant.variant_id)
        return (
          <li key={variant.variant_id}>
            <Pressable
              isDisabled={variant.yen === null}
              onPress={() => {
                add(fromVariant(product, variant))
                onClose()
              }}
              className="ui flex min-h-14 w-full items-center gap-4 rounded-6 border border-control px-4 text-left text-16 hover:bg-sunk"
            >
              <b className="grow">{optionsText(variant.options)}</b>
              <StockMark stock={stock?.stock ?? 'none'} left={stock?.left ?? null} className="text-14" />
              {variant.yen !== null && <b className="figures">{yen(variant.yen)}</b>}
            </Pressable>
          </li>
        )
      })}
    </ul>
  )
}
