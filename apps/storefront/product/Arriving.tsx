import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useState } from 'react'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { Price } from '../../kit/Money.tsx'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { ProductSummary } from '../../kit/shapes.ts'

/** What a link to a product takes along, so that the product is there when it is touched. */
export type Along = { arriving: ProductSummary }

const TouchedContext = createContext<(product: ProductSummary) => void>(() => undefined)

/** Tells the page that a product was touched. */
export function useTouched(): (product: ProductSummary) => void {
  return useContext(TouchedContext)
}

/** The page; while a product is on its way, what its tile told of it: picture, name and price stand at once, the rest fills in. */
export function Page() {
  const { location } = useNavigation()
  const { key } = useLocation()
  const [touched, touch] = useState<{ product: ProductSummary; on: string } | null>(null)
  const { arriving } = (location?.state ?? {}) as Partial<Along>
  // The router tells of a way only when nothing more urgent is to be drawn: what was touched does not wait for that.
  const product = location ? arriving : touched?.on === key ? touched.product : undefined
  const touchHere = useCallback((it: ProductSummary) => touch({ product: it, on: key }), [key])
  useEffect(() => {
    if (location) touch(null)
  }, [location])
  return (
    <TouchedContext value={touchHere}>
      {product && <Arriving product={product} />}
      <div hidden={product !== undefined}>
        <Outlet />
      </div>
    </TouchedContext>
  )
}

function Arriving({ product }: { product: ProductSummary }) {
  const name = useName()
  // The place on the page she leaves is remembered already. Newer browsers answer scrollTo with a promise, which is no way to end an effect.
  useLayoutEffect(() => {
    scrollTo(0, 0)
  }, [])
  return (
    <div aria-busy="true" className="mx-auto max-w-[80rem] desk:px-12 desk:pt-3">
      <div className="desk:grid desk:grid-cols-[minmax(0,39rem)_minmax(0,32rem)] desk:items-start desk:justify-between desk:gap-8 desk:pt-[1.9rem]">
        <Picture
          src={pictureUrl(product.picture_id)}
          eager
          className="h-[min(20.875rem,40dvh)] p-4 tablet:h-[26rem] desk:aspect-[536/636] desk:h-auto desk:rounded-12 desk:p-10"
        />
        <div className="grid grid-cols-1 gap-4 px-4 pt-4 tablet:px-5 desk:px-0 desk:pt-0">
          <header className="grid gap-y-1">
            <Skeleton className="h-[1.05rem] w-1/2" />
            <h1 className="text-22 desk:text-28">{name(product)}</h1>
            {product.price_yen !== null && (
              <Price
                amount_yen={product.price_yen}
                most_yen={product.price_to_yen ?? product.price_yen}
                reduced={product.reduced}
                className="text-28 desk:text-40"
              />
            )}
          </header>
          <Skeleton className="h-96" />
        </div>
      </div>
    </div>
  )
}
