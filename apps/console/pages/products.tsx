import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { StockMark } from '../../kit/StockMark.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useCategories } from '../goods/categories.ts'
import { useGoodsWords } from '../goods/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { useMay } from '../office.ts'
import { SearchBox } from '../SearchBox.tsx'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Goods that are not on show have no mark of stock: nobody may buy them. */
type Listed = Omit<ProductSummary, 'stock' | 'left' | 'made_to_order' | 'offers'> & Partial<ProductSummary>

/** All goods with price and stock; the address keeps what was searched, so a list can be sent to a colleague. */
export function ProductsPage() {
  const w = useWords()
  const g = useGoodsWords()
  const name = useName()
  const edits = useMay(['merchandiser'])
  const categories = useCategories()
  const [typed, setTyped] = useFilter('q')
  const [category_id] = useFilter('category')
  const [state] = useFilter('state')
  const q = useSettled(typed.trim())
  const hidden = state === 'draft' || state === 'withdrawn' ? state : undefined
  const found = usePages<Listed>(['products', q, category_id, hidden], (after) => {
    const query = {
      limit: 60,
      ...(q ? { q } : {}),
      ...(category_id ? { category_id } : {}),
      ...(after ? { after } : {}),
    }
    return hidden
      ? take(api.GET('/v1/catalog/products', { params: { query: { ...query, channel: 'ec', state: hidden } } }))
      : take(api.GET('/v1/desk/products', { params: { query } }))
  })
  const category = (id: string | null) => {
    const known = categories.find((each) => each.category_id === id)
    return known ? name(known) : ''
  }
  const price = (product: Listed) =>
    product.price_yen === null
      ? '—'
      : `${yen(product.price_yen)}${(product.price_to_yen ?? 0) > product.price_yen ? '〜' : ''}${product.reduced ? ' ※' : ''}`
  const columns: Column<Listed>[] = [
    {
      key: 'product',
      name: w.product,
      text: name,
      show: (product) => (
        <span className="flex items-center gap-4">
          <Picture src={pictureUrl(product.picture_id)} className="size-11 shrink-0 rounded-6 p-1" />
          {name(product)}
        </span>
      ),
    },
    { key: 'brand', name: g.brand, text: (product) => product.brand_name ?? '' },
    { key: 'category', name: g.category, text: (product) => category(product.category_id) },
    {
      key: 'variants',
      name: g.variants,
      text: (product) => product.variant_ids.length,
      align: 'right',
      rare: true,
    },
    { key: 'tags', name: g.tags, text: (product) => product.tags.join(' '), rare: true },
    {
      key: 'price',
      name: w.price,
      text: (product) => product.price_yen ?? '',
      show: (product) => <b>{price(product)}</b>,
      align: 'right',
    },
    {
      key: 'stock',
      name: w.stock,
      text: (product) => product.left ?? product.stock ?? '',
      show: (product) => product.stock && <StockMark stock={product.stock} left={product.left ?? null} />,
      align: 'right',
    },
  ]
  return (
    <Screen
      extra={
        edits && (
          <Link to="/products/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
            <Icon name="plus" size={18} />
            {w.newProduct}
          </Link>
        )
      }
    >
      <div className="grid gap-4">
        <SearchBox label={w.searchGoods} hint={w.searchGoodsHint} value={typed} onChange={setTyped} />
        <List
          list="products"
          label={w.products}
          columns={columns}
          {...found}
          keyOf={(product) => product.product_id}
          to={(product) => `/products/${product.product_id}`}
          empty={{ icon: 'search', title: w.noGoods, text: w.noGoodsText }}
          filters={
            <>
              <Filter
                of="category"
                label={g.category}
                options={categories.map((each) => ({ value: each.category_id, name: name(each) }))}
              />
              {edits && (
                <Filter
                  of="state"
                  label={g.state}
                  options={[
                    { value: 'draft', name: w.draft },
                    { value: 'withdrawn', name: w.offSale },
                  ]}
                />
              )}
            </>
          }
        />
      </div>
    </Screen>
  )
}
