import { Suspense } from 'react'
import { Link, useNavigation } from 'react-router'
import { figure } from '../kit/format.ts'
import { ProductTile } from '../kit/ProductTile.tsx'
import type { ProductSummary } from '../kit/shapes.ts'
import { ToProduct } from './product/ToProduct.tsx'
import { useWords } from './words.ts'

type Props = { items: readonly ProductSummary[]; more: string | null; cut: boolean }

/** As many as a phone shows before one scrolls. */
const IN_SIGHT = 6

/** What was found, as a grid of tiles with its number; `more` is the address with the next ones, `cut` that there are more. */
export function Goods({ items, more, cut }: Props) {
  const w = useWords()
  const busy = useNavigation().state === 'loading'
  return (
    <>
      <p className="mt-3 mb-2 text-12 text-ink-2" aria-live="polite">
        {(cut ? w.foundMore : w.found)(figure(items.length))}
      </p>
      <ul
        className={`grid grid-cols-2 gap-x-3 gap-y-5 tablet:grid-cols-4 desk:grid-cols-6 desk:gap-6 ${busy ? 'opacity-60 transition-opacity delay-300' : ''}`}
      >
        {/* Alive when touched, or when nothing else is to be done. */}
        <Suspense>
          {items.map((product, at) => (
            <li key={product.product_id} className={at < IN_SIGHT ? undefined : 'near'}>
              <ToProduct product={product}>
                <ProductTile product={product} eager={at < IN_SIGHT} />
              </ToProduct>
            </li>
          ))}
        </Suspense>
      </ul>
      {more && (
        <p className="mt-6 text-center">
          <Link to={more} preventScrollReset className={chip(false)}>
            {w.more}
          </Link>
        </p>
      )}
    </>
  )
}

/** A round choice in a row of choices. */
export function chip(on: boolean): string {
  return `ui inline-flex min-h-11 items-center rounded-full px-4 text-14 whitespace-nowrap ${on ? 'border-2 border-indigo bg-indigo-tint font-bold text-indigo' : 'border border-line bg-surface text-ink'}`
}
