import { Button as Pressable } from 'react-aria-components'
import { yen } from '../../kit/format.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { StockSign, stockColour, useStockWords } from '../../kit/StockMark.tsx'
import type { ProductSummary } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { useSale } from './sale.tsx'

/** One thing to sell: a press adds it. */
export function GoodsTile({ product }: { product: ProductSummary }) {
  const text = useText()
  const stockWords = useStockWords()
  const { add } = useSale()
  return (
    <Pressable
      onPress={() => add(product)}
      className="ui relative flex min-h-0 flex-col items-start rounded-12 border border-line bg-surface p-2.5 text-left hover:border-control data-[pressed]:bg-indigo-tint"
    >
      {product.stock && (
        <span className={`figures absolute top-2 right-2.5 text-12 ${stockColour[product.stock]}`}>
          <StockSign stock={product.stock} /> {product.stock !== 'many' && stockWords(product.stock, product.left)}
        </span>
      )}
      <Picture src={product.picture_url} className="min-h-0 w-[4.5rem] grow !bg-transparent" />
      <span className="line-clamp-1 pt-1 text-14">{text(product.name)}</span>
      <b className="figures text-16">
        {yen(product.price_yen)}
        {product.reduced && <span className="text-12 font-normal text-ink-2"> ※</span>}
      </b>
    </Pressable>
  )
}

/** The shape of a tile still on its way. */
export function GoodsTileShape() {
  return (
    <span className="grid content-end gap-2 rounded-12 border border-line bg-surface p-2.5">
      <Skeleton className="h-14 w-[4.5rem]" />
      <Skeleton className="h-4" />
      <Skeleton className="h-4 w-1/2" />
    </span>
  )
}
