import type { MouseEvent, ReactNode } from 'react'
import { Link } from 'react-router'
import type { ProductSummary } from '../../kit/shapes.ts'
import { type Along, useTouched } from './Arriving.tsx'

/** The way from a tile to its product: asked for while the finger is still down, shown the moment it is lifted. */
export function ToProduct({ product, children }: { product: ProductSummary; children: ReactNode }) {
  const touched = useTouched()
  return (
    <Link
      to={`/products/${product.product_id}`}
      prefetch="intent"
      state={{ arriving: product } satisfies Along}
      onClick={(event) => opensHere(event) && touched(product)}
      className="block rounded-12"
    >
      {children}
    </Link>
  )
}

/** Not into another tab or onto the disk. */
function opensHere({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey
}
