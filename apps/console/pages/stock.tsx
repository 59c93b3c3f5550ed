import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Check } from '../../kit/Check.tsx'
import { take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { StockRow } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useCategories } from '../goods/categories.ts'
import { useGoodsWords } from '../goods/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const FIGURES = ['available', 'on_hand', 'reserved', 'safety'] as const
type Figure = (typeof FIGURES)[number]
type Line = { product_id: string; variant_id: string; name: string; at: Map<string, StockRow> }

const PAGE = 40
const FEW = 4
const AGAIN_MS = 10_000

/** Places across, goods down: how much of everything is where, each figure a door to its movements. */
export function StockPage() {
  const w = useGoodsWords()
  const screen = useWords()
  const name = useName()
  const all = usePlaces()
  const categories = useCategories()
  const [category_id] = useFilter('category')
  const [asked] = useFilter('figure')
  const [low, setLow] = useFilter('low')
  const shown: Figure = FIGURES.find((each) => each === asked) ?? 'available'
  const found = usePages(['stock goods', category_id], (after) =>
    take(
      api.GET('/v1/catalog/products', {
        params: {
          query: { limit: PAGE, channel: 'ec', ...(category_id ? { category_id } : {}), ...(after ? { after } : {}) },
        },
      }),
    ),
  )
  const products = found.rows ?? []
  const levels = useQuery({
    queryKey: ['levels', products.map((product) => product.product_id).join()],
    queryFn: () => levelsOf(products.flatMap((product) => product.variant_ids)),
    enabled: products.length > 0,
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  })
  // Only places that have had any of these: a table is wide enough as it is.
  const stocked = new Set([...(levels.data?.values() ?? [])].flatMap((at) => [...at.keys()]))
  const places = all.filter(({ place_id }) => stocked.has(place_id))
  const lines: Line[] = products.flatMap((product) =>
    product.variant_ids.map((variant_id, at) => ({
      product_id: product.product_id,
      variant_id,
      name: product.variant_ids.length > 1 ? `${name(product)} ${at + 1}` : name(product),
      at: levels.data?.get(variant_id) ?? new Map(),
    })),
  )
  const scarce = (line: Line) => [...line.at.values()].some((row) => row.available <= FEW)
  const count = (line: Line, place_id: string) => line.at.get(place_id)?.[shown]
  const columns: Column<Line>[] = [
    {
      key: 'variant',
      name: w.variant,
      text: (line) => line.name,
      show: (line) => <span className="line-clamp-1 min-w-48">{line.name}</span>,
    },
    ...places.map(
      (place): Column<Line> => ({
        key: place.place_id.slice(0, 8),
        name: name(place),
        text: (line) => count(line, place.place_id) ?? '',
        align: 'right',
        show: (line) => <Count line={line} place_id={place.place_id} shown={shown} />,
      }),
    ),
    {
      key: 'total',
      name: w.total,
      align: 'right',
      text: (line) => places.reduce((sum, place) => sum + (count(line, place.place_id) ?? 0), 0),
      show: (line) => <b>{figure(places.reduce((sum, place) => sum + (count(line, place.place_id) ?? 0), 0))}</b>,
    },
  ]
  return (
    <Screen>
      <p className="mb-3 text-14 text-ink-2">{w.matrixHint}</p>
      <List
        list="stock"
        label={screen.stockMatrix}
        columns={columns}
        rows={found.rows && (low ? lines.filter(scarce) : lines)}
        error={found.error ?? levels.error}
        onRetry={found.onRetry}
        onMore={found.onMore}
        keyOf={(line) => line.variant_id}
        dense
        filters={
          <>
            <Filter
              of="category"
              label={w.category}
              options={categories.map((category) => ({ value: category.category_id, name: name(category) }))}
            />
            <Filter of="figure" label={w.kind} options={FIGURES.map((value) => ({ value, name: w[value] }))} />
            <Check checked={low === '1'} onChange={(wanted) => setLow(wanted ? '1' : '')}>
              {w.onlyLow}
            </Check>
          </>
        }
      />
    </Screen>
  )
}

function Count({ line, place_id, shown }: { line: Line; place_id: string; shown: Figure }) {
  const row = line.at.get(place_id)
  if (!row) return <span className="text-ink-3">—</span>
  const colour =
    shown !== 'available'
      ? ''
      : row.available > FEW
        ? 'text-green'
        : row.available > 0
          ? 'text-amber'
          : 'text-vermilion'
  return (
    <Link
      to={`/products/${line.product_id}?variant=${line.variant_id}&place=${place_id}`}
      className={`inline-block min-w-11 py-1 hover:underline ${colour}`}
    >
      {shown === 'available' && (
        <span aria-hidden="true">{row.available > FEW ? '◎' : row.available > 0 ? '△' : '×'} </span>
      )}
      {figure(row[shown])}
    </Link>
  )
}

const AT_ONCE = 200

async function levelsOf(variant_ids: string[]): Promise<Map<string, Map<string, StockRow>>> {
  const found = new Map<string, Map<string, StockRow>>()
  for (let from = 0; from < variant_ids.length; from += AT_ONCE) {
    const query = { variant_id: variant_ids.slice(from, from + AT_ONCE) }
    for (const row of (await take(api.GET('/v1/inventory/levels', { params: { query } }))).items) {
      const at = found.get(row.variant_id) ?? new Map<string, StockRow>()
      found.set(row.variant_id, at.set(row.place_id, row))
    }
  }
  return found
}
