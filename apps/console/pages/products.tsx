import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { StockMark } from '../../kit/StockMark.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { SearchBox } from '../SearchBox.tsx'
import { Top } from '../Top.tsx'
import { useWords } from '../words.ts'

/** All goods with price and stock; the address keeps what was searched, so a list can be sent to a colleague. */
export function ProductsPage() {
  const w = useWords()
  const [asked, setAsked] = useSearchParams()
  const typed = asked.get('q') ?? ''
  const q = useSettled(typed.trim())
  const found = useInfiniteQuery({
    queryKey: ['products', q],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/desk/products', {
          params: { query: { limit: 60, ...(q ? { q } : {}), ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const products = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <Top title={w.products} />
      <div className="min-h-0 grow overflow-y-auto px-6 py-5">
        <div className="grid max-w-[64rem] gap-4">
          <SearchBox
            label={w.searchGoods}
            hint={w.searchGoodsHint}
            value={typed}
            onChange={(next) => setAsked(next ? { q: next } : {}, { replace: true })}
          />
          {found.isError ? (
            <ErrorState error={found.error} onRetry={() => found.refetch()} />
          ) : found.isPending ? (
            <SkeletonRows rows={8} className="h-16" />
          ) : products.length === 0 ? (
            <EmptyState icon="search" title={w.noGoods} text={w.noGoodsText} />
          ) : (
            <Table products={products} />
          )}
          {found.hasNextPage && (
            <Button look="outline" className="justify-self-center" onPress={() => found.fetchNextPage()}>
              {w.more}
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}

function Table({ products }: { products: ProductSummary[] }) {
  const w = useWords()
  const name = useName()
  return (
    <table className="ui w-full overflow-hidden rounded-12 border border-line bg-surface text-14">
      <thead className="bg-sunk text-12 text-ink-2">
        <tr>
          <th className="w-18" />
          <th className="py-2 text-left font-normal">{w.product}</th>
          <th className="text-right font-normal">{w.price}</th>
          <th className="w-40 pr-4 text-right font-normal">{w.stock}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {products.map((product) => (
          <tr key={product.product_id} className="relative hover:bg-sunk">
            <td className="py-2 pl-4">
              <Picture src={pictureUrl(product.picture_id)} className="size-12 rounded-6 p-1" />
            </td>
            <th scope="row" className="text-left">
              <Link to={`/products/${product.product_id}`} className="text-16 after:absolute after:inset-0">
                {name(product)}
              </Link>
              <span className="block text-12 font-normal text-ink-2">
                {[product.brand_name, product.variant_ids.length > 1 && w.variants(String(product.variant_ids.length))]
                  .filter(Boolean)
                  .join('・')}
              </span>
            </th>
            <td className="figures text-right font-bold">
              {product.price_yen !== null && yen(product.price_yen)}
              {(product.price_to_yen ?? 0) > (product.price_yen ?? 0) && '〜'}
              {product.reduced && <span className="font-normal text-ink-2"> ※</span>}
            </td>
            <td className="pr-4 text-right">
              <StockMark stock={product.stock} left={product.left} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
