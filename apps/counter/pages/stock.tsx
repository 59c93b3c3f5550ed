import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { take } from '../../kit/client.ts'
import { distance, time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { StockSign, stockColour, useStockWords } from '../../kit/StockMark.tsx'
import type { ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { ToPay } from '../member/ToPay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'

/** Where is it: one product's stock here and in the other shops. */
export function StockPage() {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ProductSummary | null>(null)
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto desk:auto-rows-auto desk:grid-cols-[23.75rem_minmax(0,1fr)] desk:overflow-hidden">
      <SalePanel>
        <ToPay />
      </SalePanel>
      <section className="order-first grid min-h-0 content-start gap-4 p-3 pt-4 tablet:p-5 desk:order-none desk:overflow-y-auto">
        <Search
          typed={typed}
          onType={(text) => {
            setTyped(text)
            setChosen(null)
          }}
        />
        {chosen ? <Places product={chosen} /> : <Found q={typed.trim()} onChoose={setChosen} />}
      </section>
    </div>
  )
}

function Search({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const w = useWords()
  return (
    <label className="relative">
      <Icon name="search" className="absolute top-4 left-4 text-ink-3" />
      <input
        type="search"
        aria-label={w.stockTitle}
        placeholder={w.searchHint}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        className="ui h-14 w-full rounded-6 border border-control bg-surface pr-3 pl-13 text-18"
      />
    </label>
  )
}

function Found({ q, onChoose }: { q: string; onChoose: (product: ProductSummary) => void }) {
  const w = useWords()
  const name = useName()
  const { place } = useTill()
  const place_id = place.place_id
  const query = { q, limit: 12, place_id }
  const found = useQuery({
    queryKey: ['goods', query],
    queryFn: () => take(api.GET('/v1/desk/products', { params: { query } })),
    enabled: q !== '',
  })
  if (q === '') return <EmptyState icon="box" title={w.stockTitle} text={w.stockHello} />
  if (found.isPending) return <SkeletonRows />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => found.refetch()} />
  if (found.data.items.length === 0) return <EmptyState icon="search" title={w.noItems} text={w.noItemsText} />
  return (
    <ul className="divide-y divide-line rounded-12 border border-line bg-surface">
      {found.data.items.map((product) => (
        <li key={product.product_id}>
          <Pressable
            onPress={() => onChoose(product)}
            className="ui flex min-h-18 w-full items-center gap-4 px-4 text-left text-16 hover:bg-sunk"
          >
            <Picture src={pictureUrl(product.picture_id)} className="size-13 rounded-6 p-1" />
            <span className="grow">{name(product)}</span>
            <b className="figures">{product.price_yen !== null && yen(product.price_yen)}</b>
            <Icon name="right" size={18} className="text-ink-3" />
          </Pressable>
        </li>
      ))}
    </ul>
  )
}

function Places({ product }: { product: ProductSummary }) {
  const name = useName()
  const k = useKitWords()
  const stockWords = useStockWords()
  const { place } = useTill()
  const place_id = place.place_id
  const path = { product_id: product.product_id }
  const detail = useQuery({
    queryKey: ['product', product.product_id, place_id],
    queryFn: () => take(api.GET('/v1/desk/products/{product_id}', { params: { path, query: { place_id } } })),
  })
  if (detail.isPending) return <SkeletonRows rows={5} className="h-14" />
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => detail.refetch()} />
  return (
    <section className="overflow-hidden rounded-12 border border-line bg-surface">
      <header className="ui flex items-center gap-4 border-b border-line p-4">
        <Picture src={pictureUrl(product.picture_id)} className="size-16 rounded-6 p-1" />
        <h2 className="grow text-18">{name(product)}</h2>
        <b className="figures text-22">{product.price_yen !== null && yen(product.price_yen)}</b>
      </header>
      <table className="ui w-full text-16">
        <tbody className="divide-y divide-line">
          {detail.data.places.map((shop) => (
            <tr key={shop.place_id} className={shop.place_id === place_id ? 'bg-indigo-tint font-bold' : ''}>
              <td className="w-12 py-3.5 pl-4">
                <StockSign stock={shop.stock} />
              </td>
              <th scope="row" className="text-left font-[inherit]">
                {name(shop)}
              </th>
              <td className={`figures ${stockColour[shop.stock]}`}>{stockWords(shop.stock, shop.left)}</td>
              <td className="figures text-right text-ink-2">{shop.distance_m !== null && distance(shop.distance_m)}</td>
              <td className="figures pr-4 text-right text-14 text-ink-3">{k.asOf(time(detail.data.as_of))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
