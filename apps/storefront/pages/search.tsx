import { useEffect, useRef, useState } from 'react'
import { data, Form, Link, useNavigation, useSubmit } from 'react-router'
import { take, takeIfAny } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import { ProductTile } from '../../kit/ProductTile.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { apiOf } from '../api.server.ts'
import { placeOf } from '../place.server.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/search.ts'

const PAGE = 24
const MOST = 60

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const asked = new URL(request.url).searchParams
  const q = asked.get('q')?.trim() ?? ''
  const category = asked.get('category') ?? ''
  const limit = Math.min(Number(asked.get('limit')) || PAGE, MOST)
  const place_id = await placeOf(api, choice)
  const query = {
    limit,
    ...(q ? { q } : {}),
    ...(category ? { category_id: category } : {}),
    ...(place_id ? { place_id } : {}),
  }
  const [found, categories] = await Promise.all([
    take(api.GET('/v1/desk/products', { params: { query } })),
    takeIfAny(api.GET('/v1/catalog/categories')),
  ])
  return data(
    { found, categories: (categories?.items ?? []).filter((each) => each.parent_id === null), q, category, limit },
    { headers },
  )
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const name = useName()
  const { found, categories, q, category, limit } = loaderData
  const busy = useNavigation().state === 'loading'
  const link = (more: Record<string, string>) => `?${new URLSearchParams({ ...(q ? { q } : {}), ...more })}`
  const chip = (on: boolean) =>
    `ui inline-flex min-h-11 items-center rounded-full px-4 text-14 whitespace-nowrap ${on ? 'border-2 border-indigo bg-indigo-tint font-bold text-indigo' : 'border border-line bg-surface text-ink'}`
  return (
    <div className="mx-auto max-w-[80rem] px-4 pt-4 desk:px-12 desk:pt-8">
      <SearchBox q={q} category={category} />
      <nav className="-mx-4 mt-3 flex gap-2 overflow-x-auto px-4 pb-1 [scrollbar-width:none] desk:mx-0 desk:flex-wrap desk:px-0">
        <Link to={link({})} className={chip(!category)}>
          {w.allCategories}
        </Link>
        {categories.map((each) => (
          <Link
            key={each.category_id}
            to={link({ category: each.category_id })}
            className={chip(each.category_id === category)}
          >
            {name(each)}
          </Link>
        ))}
      </nav>
      {found.items.length === 0 ? (
        <EmptyState
          icon="search"
          title={q ? w.noneFound(q) : w.emptyShelf}
          text={q ? w.noneFoundText : w.emptyShelfText}
        />
      ) : (
        <>
          <p className="mt-3 mb-2 text-12 text-ink-3" aria-live="polite">
            {(found.next ? w.foundMore : w.found)(figure(found.items.length))}
          </p>
          <ul
            className={`grid grid-cols-2 gap-x-3 gap-y-5 tablet:grid-cols-4 desk:grid-cols-6 desk:gap-6 ${busy ? 'opacity-60 transition-opacity delay-300' : ''}`}
          >
            {found.items.map((product) => (
              <li key={product.product_id}>
                <Link to={`/products/${product.product_id}`} prefetch="intent" className="block rounded-12">
                  <ProductTile product={product} />
                </Link>
              </li>
            ))}
          </ul>
          {found.next && limit < MOST && (
            <p className="mt-6 text-center">
              <Link
                to={link({ ...(category ? { category } : {}), limit: String(Math.min(limit + PAGE, MOST)) })}
                preventScrollReset
                className={chip(false)}
              >
                {w.more}
              </Link>
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** Results follow the typing; a word still being composed in the input method is left in peace. */
function SearchBox({ q, category }: { q: string; category: string }) {
  const w = useWords()
  const submit = useSubmit()
  const [typed, setTyped] = useState(q)
  const composing = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef(q)
  useEffect(() => {
    if (q !== sent.current) setTyped(q)
    sent.current = q
  }, [q])
  useEffect(() => {
    if (composing.current || typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed.trim()
      if (form.current) void submit(form.current, { replace: true, preventScrollReset: true })
    }, 220)
    return () => clearTimeout(timer)
  }, [typed, submit])
  return (
    <Form ref={form} role="search" className="relative desk:hidden">
      <Icon name="search" size={20} className="absolute top-3.5 left-3.5 text-ink-3" />
      <input
        name="q"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={w.search}
        placeholder={w.searchHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          setTyped(event.currentTarget.value)
        }}
        className="ui h-12 w-full rounded-6 border border-control bg-surface pr-3 pl-11 text-16"
      />
      {category && <input type="hidden" name="category" value={category} />}
    </Form>
  )
}
