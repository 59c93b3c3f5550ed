import { memo } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { yen } from '../../kit/format.ts'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { StockSign, stockColour, useStockWords } from '../../kit/StockMark.tsx'
import { goodsOfProduct } from '../offline/goods.ts'
import { lineFor } from './lines.ts'
import type { SaleLine } from './shapes.ts'
import type { Tile } from './tiles.ts'

type Props = { product: Tile; onAdd: (line: SaleLine | null) => void; onChoose: (product: Tile) => void }

/** One thing to sell: a press adds it, or asks which one where there are several. */
export const GoodsTile = memo(function GoodsTile({ product, onAdd, onChoose }: Props) {
  const name = useName()
  const stockWords = useStockWords()
  const press = async () => {
    const goods = await goodsOfProduct(product.product_id)
    const [only = product.variant_ids[0], ...others] = goods.map((good) => good.variant_id)
    if (only && others.length === 0 && product.variant_ids.length <= 1) onAdd(await lineFor(only))
    else onChoose(product)
  }
  return (
    <Pressable
      onPress={() => void press()}
      className="ui relative isolate flex min-h-0 flex-col items-start rounded-12 border border-line bg-surface p-2.5 text-left hover:border-control data-[pressed]:bg-indigo-tint"
    >
      {product.stock && (
        <span className={`figures absolute top-2 right-2.5 text-12 ${stockColour[product.stock]}`}>
          <StockSign stock={product.stock} /> {product.stock !== 'many' && stockWords(product.stock, product.left)}
        </span>
      )}
      <Picture src={pictureUrl(product.picture_id)} className="min-h-0 w-[4.5rem] grow !bg-transparent" />
      <span className="w-full truncate pt-1 text-14">{name(product)}</span>
      <b className="figures text-16">
        {product.price_yen !== null && yen(product.price_yen)}
        {(product.price_to_yen ?? 0) > (product.price_yen ?? 0) && '〜'}
        {product.reduced && <span className="text-12 font-normal text-ink-2"> ※</span>}
      </b>
    </Pressable>
  )
})

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
