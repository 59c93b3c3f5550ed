import { Price } from './Money.tsx'
import { pictureUrl, useName } from './naming.ts'
import { Picture } from './Picture.tsx'
import { StockMark } from './StockMark.tsx'
import type { ProductSummary } from './shapes.ts'

type Props = { product: ProductSummary; eager?: boolean; className?: string }

/** One product on a shelf: picture, name, price, and whether it is there. The link around it belongs to the face. */
export function ProductTile({ product, eager = false, className = '' }: Props) {
  const name = useName()
  return (
    <span className={`grid content-start ${className}`}>
      <Picture src={pictureUrl(product.picture_id)} eager={eager} className="aspect-[36/31] rounded-12 p-3" />
      <span className="ui mt-2 line-clamp-2 text-14 text-ink">{name(product)}</span>
      {product.offers[0] && (
        <span className="ui mt-1 line-clamp-1 justify-self-start rounded-[3px] bg-vermilion-tint px-1.5 text-12 text-vermilion">
          {name(product.offers[0])}
        </span>
      )}
      {product.price_yen !== null && (
        <Price
          amount_yen={product.price_yen}
          most_yen={product.price_to_yen ?? product.price_yen}
          reduced={product.reduced}
          className="text-16"
        />
      )}
      <StockMark stock={product.stock} left={product.left} className="mt-0.5 text-12" />
    </span>
  )
}
