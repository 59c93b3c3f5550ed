import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { IconButton } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import { useSettled } from '../../kit/settled.ts'
import { api } from '../api.ts'
import { useCategories } from '../goods/categories.ts'
import { type Named, type Selector, saying } from './draft.ts'
import { Several } from './fields.tsx'
import { useBrands } from './saying.ts'
import { useOfferWords } from './words.ts'

/** Which goods: by brand, category, tag or one by one, and which of them not. */
export function GoodsFields({ goods, onChange }: { goods: Selector; onChange: (goods: Selector) => void }) {
  const w = useOfferWords()
  const { except = {}, ...named } = goods
  return (
    <div className="grid gap-5">
      <p className="text-14 text-ink-2">{w.emptyAll}</p>
      <NamedFields
        goods={named}
        onChange={(next) => onChange(goods.except ? { ...next, except: goods.except } : next)}
      />
      <details className="grid gap-4">
        <summary className="ui min-h-11 content-center text-14 font-bold text-indigo">{w.butNot}</summary>
        <NamedFields
          goods={except}
          onChange={(next) => onChange(saying(goods, 'except', Object.keys(next).length > 0 ? next : undefined))}
        />
      </details>
    </div>
  )
}

function NamedFields({ goods, onChange }: { goods: Named; onChange: (goods: Named) => void }) {
  const w = useOfferWords()
  const name = useName()
  const brands = useBrands()
  const categories = useCategories()
  return (
    <div className="grid gap-4">
      {categories.length > 0 && (
        <Several
          label={w.categories}
          options={categories.map((each) => ({ value: each.category_id, name: name(each) }))}
          chosen={goods.category_ids ?? []}
          onChange={(chosen) => onChange(saying(goods, 'category_ids', chosen))}
        />
      )}
      {brands.length > 0 && (
        <Several
          label={w.brands}
          options={brands.map((each) => ({ value: each.brand_id, name: name(each) }))}
          chosen={goods.brand_ids ?? []}
          onChange={(chosen) => onChange(saying(goods, 'brand_ids', chosen))}
        />
      )}
      <Tags tags={goods.tags ?? []} onChange={(tags) => onChange(saying(goods, 'tags', tags))} />
      <Products chosen={goods.product_ids ?? []} onChange={(ids) => onChange(saying(goods, 'product_ids', ids))} />
    </div>
  )
}

function Tags({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const w = useOfferWords()
  const [typed, setTyped] = useState(tags.join(' '))
  return (
    <Field
      label={w.tags}
      value={typed}
      onChange={(next) => {
        setTyped(next)
        onChange(next.split(/[\s、,]+/).filter(Boolean))
      }}
    />
  )
}

/** Goods one by one, found by name. */
export function Products({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const w = useOfferWords()
  const name = useName()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const found = useQuery({
    queryKey: ['products', 'offer', q],
    queryFn: () => take(api.GET('/v1/desk/products', { params: { query: { q, limit: 8 } } })),
    enabled: q !== '',
  })
  const known = useQueries({
    queries: chosen.map((product_id) => ({
      queryKey: ['product', product_id],
      queryFn: () => take(api.GET('/v1/desk/products/{product_id}', { params: { path: { product_id } } })),
      staleTime: 60_000,
    })),
  })
  const rest = found.data?.items.filter(({ product_id }) => !chosen.includes(product_id)) ?? []
  return (
    <div className="grid gap-1">
      <Field label={w.findProducts} value={typed} onChange={setTyped} autoComplete="off" />
      {rest.length > 0 && (
        <ul className="ui divide-y divide-line rounded-6 border border-line text-14">
          {rest.map((product) => (
            <li key={product.product_id}>
              <button
                type="button"
                className="min-h-11 w-full px-3 text-left text-indigo hover:bg-indigo-tint"
                onClick={() => {
                  onChange([...chosen, product.product_id])
                  setTyped('')
                }}
              >
                {name(product)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ul aria-label={w.products} className="ui text-14">
          {chosen.map((product_id, at) => {
            const product = known[at]?.data
            const said = product ? name(product) : '…'
            return (
              <li key={product_id} className="flex items-center gap-2">
                <span className="grow">{said}</span>
                <IconButton
                  icon="close"
                  label={w.remove(said)}
                  size={18}
                  onPress={() => onChange(chosen.filter((one) => one !== product_id))}
                />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
