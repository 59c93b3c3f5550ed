import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Product } from '../../kit/shapes.ts'
import { Tabs } from '../../kit/Tabs.tsx'
import { api } from '../api.ts'
import { Movements } from '../goods/Movements.tsx'
import { Prices } from '../goods/Prices.tsx'
import { ProductActs } from '../goods/ProductActs.tsx'
import { StockTable } from '../goods/StockTable.tsx'
import { Screen } from '../Top.tsx'

/** One product: what it is, how much of each variant is where, and how that came about. */
export function ProductPage() {
  const name = useName()
  const { product_id = '' } = useParams()
  const product = useQuery({
    queryKey: ['product', product_id],
    queryFn: () => take(api.GET('/v1/desk/products/{product_id}', { params: { path: { product_id } } })),
  })
  return (
    <Screen title={product.data ? name(product.data) : ''}>
      {product.isPending ? (
        <SkeletonRows rows={6} className="h-14" />
      ) : product.isError ? (
        <ErrorState error={product.error} onRetry={() => product.refetch()} />
      ) : (
        <Whole product={product.data} />
      )}
    </Screen>
  )
}

function Whole({ product }: { product: Product }) {
  const name = useName()
  const [asked, setAsked] = useSearchParams()
  const chosen = asked.get('variant') ?? ''
  const setChosen = (variant: string) => setAsked({ variant }, { replace: true })
  const variant = product.variants.find((each) => each.variant_id === chosen) ?? product.variants[0]
  return (
    <div className="grid max-w-[64rem] grid-cols-[minmax(0,1fr)_20rem] items-start gap-8">
      <header className="col-span-2 flex items-center gap-5">
        <Picture src={pictureUrl(product.picture_ids[0])} className="size-28 shrink-0 rounded-12 p-2" />
        <div className="ui grid gap-1">
          <b className="text-22">{name(product)}</b>
          <span className="text-14 text-ink-2">
            {[product.brand && name(product.brand), product.category && name(product.category)]
              .filter(Boolean)
              .join('・')}
          </span>
          {variant && (
            <span className="figures flex items-baseline gap-4 text-14 text-ink-2">
              {variant.yen !== null && <b className="text-18 text-ink">{yen(variant.yen)}</b>}
              {product.rate_percent}%{product.reduced && ' ※'}
              {variant.gtin && <span>JAN {variant.gtin}</span>}
            </span>
          )}
        </div>
        <ProductActs product_id={product.product_id} />
      </header>
      {variant && (
        <>
          <section className="grid min-w-0 grid-cols-1 gap-4">
            {product.variants.length > 1 && (
              <Tabs
                label={name(product)}
                value={variant.variant_id}
                onChange={setChosen}
                tabs={product.variants.map((each) => ({ value: each.variant_id, label: optionsText(each.options) }))}
              />
            )}
            <StockTable variant_id={variant.variant_id} />
          </section>
          <div className="grid gap-8">
            <Prices variant_id={variant.variant_id} />
            <Movements variant_id={variant.variant_id} place_id={asked.get('place') ?? undefined} />
          </div>
        </>
      )}
    </div>
  )
}
