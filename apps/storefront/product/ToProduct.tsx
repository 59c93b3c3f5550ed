import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ProductSummary } from '../../kit/shapes.ts'
import type { Along } from './Arriving.tsx'

/** The way from a tile to its product: asked for while the finger is still down. */
export function ToProduct({ product, children }: { product: ProductSummary; children: ReactNode }) {
  return (
    <Link
      to={`/products/${product.product_id}`}
      prefetch="intent"
      state={{ arriving: product } satisfies Along}
      className="block rounded-12"
    >
      {children}
    </Link>
  )
}
