import { Suspense } from 'react'
import { Link } from 'react-router'
import { Icon } from '../kit/Icon.tsx'
import { ProductTile } from '../kit/ProductTile.tsx'
import type { ProductSummary } from '../kit/shapes.ts'
import { ToProduct } from './product/ToProduct.tsx'
import { useWords } from './words.ts'

type Props = {
  title: string
  products: readonly ProductSummary[]
  note?: string | undefined
  to?: string | undefined
  className?: string
  /** It is seen first, so its first pictures are asked for at once. */
  first?: boolean
}

/** As many as a phone shows before a swipe. */
const IN_SIGHT = 3

/** A row of goods under its name; on a phone the third is cut so that one sees there is more. Nothing, where there is none. */
export function Shelf(props: Props) {
  if (props.products.length === 0) return null
  // A part of its own: it comes alive when it is touched or when nothing else is to be done, and nobody waits for it.
  return (
    <Suspense>
      <Filled {...props} />
    </Suspense>
  )
}

function Filled({ title, products, note, to, className = '', first = false }: Props) {
  const w = useWords()
  return (
    <section className={className}>
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 className="text-18">{title}</h2>
        {note && <span className="figures shrink-0 text-12 text-ink-3">{note}</span>}
        {to && (
          <Link
            to={to}
            aria-label={`${title} ${w.seeAll}`}
            className="ui flex min-h-11 shrink-0 items-center gap-0.5 text-14 text-indigo"
          >
            {w.seeAll}
            <Icon name="right" size={16} />
          </Link>
        )}
      </div>
      <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-2 [scrollbar-width:none] tablet:-mx-5 tablet:px-5 desk:mx-0 desk:grid desk:grid-cols-6 desk:gap-6 desk:overflow-visible desk:px-0">
        {products.map((product, at) => (
          <li
            key={product.product_id}
            className={`w-36 shrink-0 snap-start scroll-ml-4 tablet:w-44 desk:w-auto ${at >= 6 ? 'desk:hidden' : ''}`}
          >
            <ToProduct product={product}>
              <ProductTile product={product} eager={first && at < IN_SIGHT} />
            </ToProduct>
          </li>
        ))}
      </ul>
    </section>
  )
}
