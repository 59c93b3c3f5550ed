import { distance, time } from '../../kit/format.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { StockSign, stockColour, useStockWords } from '../../kit/StockMark.tsx'
import type { Product } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

/** Every shop's stock as a table, mine first and marked; how fresh the numbers are stands at its head. */
export function NearShops({ product }: { product: Product }) {
  const w = useWords()
  const k = useKitWords()
  const text = useText()
  const stockWords = useStockWords()
  const mine = useShop()?.place?.place_id
  const places = [...product.places].sort((a, b) => Number(b.place_id === mine) - Number(a.place_id === mine))
  const asOf = places[0]?.as_of
  if (places.length === 0) return null
  return (
    <section className="overflow-hidden rounded-12 border border-line bg-surface">
      <header className="flex items-center justify-between bg-sunk px-3 py-2">
        <h2 className="text-14">{w.nearShops}</h2>
        {asOf && <span className="figures text-12 text-ink-3">{k.asOf(time(asOf))}</span>}
      </header>
      <table className="ui w-full text-14">
        <tbody className="divide-y divide-line">
          {places.map((place) => (
            <tr key={place.place_id} className={place.place_id === mine ? 'bg-indigo-tint font-bold' : ''}>
              <td className="w-10 py-2.5 pl-3">
                <StockSign stock={place.stock} />
              </td>
              <th scope="row" className="py-2.5 pr-2 text-left font-[inherit]">
                {text(place.name)}
              </th>
              <td className={`figures py-2.5 pr-2 ${stockColour[place.stock]}`}>{stockWords(place.stock, place.left)}</td>
              <td className="figures py-2.5 pr-2 text-right font-normal text-ink-2">
                {place.distance_m !== null ? distance(place.distance_m) : ''}
              </td>
              <td className="figures py-2.5 pr-3 text-right font-normal text-ink-2">
                {place.closes_at ? w.shopUntil(place.closes_at) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
