import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { distance, figure, time } from '../../kit/format.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { useName } from '../../kit/naming.ts'
import { StockSign, stockColour, useStockWords } from '../../kit/StockMark.tsx'
import type { Product, Variant } from '../../kit/shapes.ts'
import { useShop } from '../shop.ts'
import { useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'
import { useProductWords } from './productWords.ts'

const FEW = 4

/** The nearest shops' stock of this very variant as a table, mine first and marked; how fresh the numbers are stands at its head. */
export function NearShops({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const w = useProductWords()
  const shop = useWords()
  const k = useKitWords()
  const name = useName()
  const moment = useMomentWords()
  const stockWords = useStockWords()
  const mine = useShop()?.place?.place_id
  const [all, setAll] = useState(false)
  if (product.places.length === 0) return null
  const places = product.places
    .map((place) => ({ place, here: place.variants.find((each) => each.variant_id === variant?.variant_id) }))
    .sort((a, b) => Number(b.place.place_id === mine) - Number(a.place.place_id === mine))
  const hours = (place: Product['places'][number]) =>
    place.open_now && place.closes_at
      ? shop.shopUntil(time(place.closes_at))
      : place.opens_at
        ? w.closedUntil(moment(place.opens_at))
        : shop.shopClosed
  return (
    <section className="overflow-hidden rounded-12 border border-line bg-surface">
      <header className="flex items-center justify-between bg-sunk px-3 py-2">
        <h2 className="text-14">{w.nearShops}</h2>
        <span className="figures text-12 text-ink-2">{k.asOf(time(product.as_of))}</span>
      </header>
      <table className="ui w-full text-14">
        <tbody className="divide-y divide-line">
          {places.slice(0, all ? places.length : FEW).map(({ place, here }) => {
            const stock = here?.stock ?? 'none'
            return (
              <tr key={place.place_id} className={place.place_id === mine ? 'bg-indigo-tint font-bold' : ''}>
                <td className="w-9 py-2.5 pl-3">
                  <StockSign stock={stock} />
                </td>
                <th scope="row" className="py-2.5 pr-2 text-left font-[inherit]">
                  {name(place)}
                </th>
                <td className={`figures py-2.5 pr-2 ${stockColour[stock]}`}>{stockWords(stock, here?.left ?? null)}</td>
                <td className="figures hidden py-2.5 pr-2 text-right font-normal text-ink-2 min-[24rem]:table-cell">
                  {place.distance_m !== null ? distance(place.distance_m) : ''}
                </td>
                <td className="figures py-2.5 pr-3 text-right font-normal text-ink-2">{hours(place)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {!all && places.length > FEW && (
        <p className="border-t border-line text-center">
          <Button look="quiet" onPress={() => setAll(true)}>
            {w.allShops(figure(places.length))}
          </Button>
        </p>
      )}
    </section>
  )
}
