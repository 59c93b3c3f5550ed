import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { distance, time } from '../../kit/format.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { useName } from '../../kit/naming.ts'
import { StockSign, stockColour, stockTint, useStockWords } from '../../kit/StockMark.tsx'
import type { Product, Variant } from '../../kit/shapes.ts'
import { ShopSheet } from '../ShopPicker.tsx'
import { useShop } from '../shop.ts'
import { useProductWords } from './productWords.ts'

/** ◎△× at my shop with its time and distance, and how many other shops have it; a press changes the shop. */
export function MyShop({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const w = useProductWords()
  const k = useKitWords()
  const name = useName()
  const shop = useShop()
  const stockWords = useStockWords()
  const [open, setOpen] = useState(false)
  const stockAt = (place: Product['places'][number]) =>
    place.variants.find((each) => each.variant_id === variant?.variant_id)?.stock ?? 'none'
  const place = product.places.find((each) => each.place_id === shop?.place?.place_id)
  const mine = place && {
    stock: stockAt(place),
    left: place.variants.find((each) => each.variant_id === variant?.variant_id)?.left ?? null,
  }
  const others = product.places.filter((each) => each.place_id !== place?.place_id)
  const having = others.filter((each) => stockAt(each) !== 'none').length
  const facts = place && [place.distance_m !== null ? distance(place.distance_m) : null, k.asOf(time(product.as_of))]
  return (
    <>
      <Pressable
        onPress={() => setOpen(true)}
        className="flex items-center gap-3 rounded-12 border border-line bg-surface p-3 text-left hover:border-control"
      >
        {mine ? (
          <StockSign
            stock={mine.stock}
            className={`grid size-11 shrink-0 place-items-center rounded-6 text-22 ${stockTint[mine.stock]}`}
          />
        ) : (
          <span className="grid size-11 shrink-0 place-items-center rounded-6 bg-sunk text-ink-3">—</span>
        )}
        <span className="ui grow">
          {place && mine ? (
            <>
              <b className="text-16">{name(place)} </b>
              <b className={`figures text-16 ${stockColour[mine.stock]}`}>{stockWords(mine.stock, mine.left)}</b>
              <span className="figures block text-12 text-ink-2">{facts?.filter(Boolean).join(' ／ ')}</span>
            </>
          ) : (
            <b className="text-14">{shop?.place ? w.noneKept(name(shop.place)) : w.noShop}</b>
          )}
        </span>
        <span className="ui figures shrink-0 text-right text-12">
          <b className="block text-14 text-indigo">{w.otherShops}</b>
          <span className="text-green">◎ {w.shopsWith(String(having))}</span>
          <span className="ml-2 text-ink-2">× {others.length - having}</span>
        </span>
      </Pressable>
      <ShopSheet open={open} onClose={() => setOpen(false)} />
    </>
  )
}
