import { data, Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import { apiOf, originOf } from '../api.server.ts'
import { brandOf } from '../brand.server.ts'
import { Crumbs, lineOf } from '../Crumbs.tsx'
import { findGoods } from '../find.server.ts'
import { chip, Goods } from '../Goods.tsx'
import { categoriesOf } from '../known.server.ts'
import { placeOf } from '../place.server.ts'
import { SearchBox } from '../SearchBox.tsx'
import { useTold } from '../tell.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/categories.$category_id.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const [place_id, categories, brand] = await Promise.all([
    placeOf(api, choice),
    categoriesOf(api),
    brandOf(request, api),
  ])
  const category = categories.find((each) => each.category_id === params.category_id)
  if (!category) return data(null, { status: 404, headers })
  const { category_id } = category
  const wish = { category_id, ...(brand && { brand_id: brand.brand_id }), place_id }
  const found = await findGoods(api, new URL(request.url), wish)
  return data({ ...found, category, categories, origin: originOf(request) }, { headers })
}

export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData
    ? [
        { title: `${loaderData.category.name}｜Engawa` },
        {
          tagName: 'link',
          rel: 'canonical',
          href: `${loaderData.origin}/categories/${loaderData.category.category_id}`,
        },
      ]
    : [{ title: 'Engawa' }]

/** One category with those below it, and its goods. */
export default function CategoryPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const name = useName()
  useTold('Product List Viewed', loaderData?.category.category_id ?? null, () => ({
    list_id: loaderData?.category.category_id,
    products: loaderData?.items.slice(0, 60).map(({ product_id }, at) => ({ product_id, position: at + 1 })),
  }))
  if (!loaderData) {
    return (
      <EmptyState icon="search" title={w.missingTitle} text={w.missingText}>
        <Link to="/search" className={buttonClass('outline')}>
          {w.toSearch}
        </Link>
      </EmptyState>
    )
  }
  const { category, categories, items, cut, more } = loaderData
  const line = lineOf(categories, category.category_id)
  const below = categories.filter((each) => each.parent_id === (line[0]?.category_id ?? null))
  return (
    <div className="mx-auto max-w-[80rem] px-4 pt-4 tablet:px-5 desk:px-12 desk:pt-3">
      <Crumbs categories={categories} category_id={category.parent_id} here={name(category)} />
      <SearchBox className="mb-4 desk:hidden" />
      <h1 className="text-22 desk:text-28">{name(category)}</h1>
      {below.length > 0 && line[0] && (
        <nav
          aria-label={w.categories}
          className="-mx-4 mt-3 flex gap-2 overflow-x-auto px-4 pb-1 [scrollbar-width:none] tablet:-mx-5 tablet:px-5 desk:mx-0 desk:flex-wrap desk:px-0"
        >
          {[line[0], ...below].map((each, at) => (
            <Link
              key={each.category_id}
              to={`/categories/${each.category_id}`}
              aria-current={each === category ? 'page' : undefined}
              className={chip(each === category)}
            >
              {at === 0 ? w.allCategories : name(each)}
            </Link>
          ))}
        </nav>
      )}
      {items.length > 0 ? (
        <Goods items={items} cut={cut} more={more} />
      ) : (
        <EmptyState icon="box" title={w.emptyShelf} text={w.emptyCategoryText} />
      )}
    </div>
  )
}
