import { data, Link } from 'react-router'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import { apiOf } from '../api.server.ts'
import { brandOf } from '../brand.server.ts'
import { findGoods } from '../find.server.ts'
import { chip, Goods } from '../Goods.tsx'
import { categoriesOf } from '../known.server.ts'
import { placeOf } from '../place.server.ts'
import { SearchBox } from '../SearchBox.tsx'
import { useTold } from '../tell.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/search.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const url = new URL(request.url)
  const q = url.searchParams.get('q')?.trim() ?? ''
  const [place_id, categories, brand] = await Promise.all([
    placeOf(api, choice),
    categoriesOf(api),
    brandOf(request, api),
  ])
  const found = await findGoods(api, url, { ...(q && { q }), ...(brand && { brand_id: brand.brand_id }), place_id })
  return data({ ...found, categories: categories.filter((each) => each.parent_id === null), q }, { headers })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.q ? `${loaderData.q}｜Engawa` : 'Engawa' },
  { name: 'robots', content: 'noindex' },
]

/** Everything there is, or what fits the words typed. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const name = useName()
  const { items, cut, more, categories, q } = loaderData
  useTold('Products Searched', q || null, () => ({ query: q }))
  return (
    <div className="mx-auto max-w-[80rem] px-4 pt-4 tablet:px-5 desk:px-12 desk:pt-6">
      <h1 className="sr-only">{w.search}</h1>
      <SearchBox className="desk:hidden" />
      {!q && (
        <nav
          aria-label={w.categories}
          className="-mx-4 mt-3 flex gap-2 overflow-x-auto px-4 pb-1 [scrollbar-width:none] desk:hidden"
        >
          {categories.map((each) => (
            <Link key={each.category_id} to={`/categories/${each.category_id}`} className={chip(false)}>
              {name(each)}
            </Link>
          ))}
        </nav>
      )}
      {items.length > 0 ? (
        <Goods items={items} cut={cut} more={more} />
      ) : (
        <EmptyState
          icon="search"
          title={q ? w.noneFound(q) : w.emptyShelf}
          text={q ? w.noneFoundText : w.emptyShelfText}
        >
          {q &&
            categories.map((each) => (
              <Link key={each.category_id} to={`/categories/${each.category_id}`} className={chip(false)}>
                {name(each)}
              </Link>
            ))}
        </EmptyState>
      )}
    </div>
  )
}
