import type { Glyph } from '../../kit/glyphs.ts'
import { useName } from '../../kit/naming.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useGoodsWords } from './words.ts'

type State = 'expected' | 'requested' | 'approved' | 'shipped' | 'closed' | 'declined' | 'cancelled'
type Props<Row> = {
  list: string
  label: string
  columns: Column<Row>[]
  found: { data: { items: Row[] } | undefined; error: Error | null; refetch: () => unknown }
  keyOf: (row: Row) => string
  states: readonly State[]
  empty: { icon: Glyph; title: string; text: string }
}

/** Papers that move goods, deliveries as transfers: a list by state and place. */
export function PapersList<Row>({ list, label, columns, found, keyOf, states, empty }: Props<Row>) {
  const w = useGoodsWords()
  const name = useName()
  const places = usePlaces()
  return (
    <Screen>
      <List
        list={list}
        label={label}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={keyOf}
        sortable
        empty={empty}
        filters={
          <>
            <Filter of="state" label={w.state} options={states.map((value) => ({ value, name: w[value] }))} />
            <Filter
              of="place"
              label={w.place}
              options={places.map((place) => ({ value: place.place_id, name: name(place) }))}
            />
          </>
        }
      />
    </Screen>
  )
}

/** What the filters of such a list ask of the house. */
export function usePapersAsked() {
  const [state] = useFilter('state')
  const [place_id] = useFilter('place')
  return { limit: 200, ...(state ? { state } : {}), ...(place_id ? { place_id } : {}) }
}

/** A place by name; nothing while it is not known. */
export function usePlaceName(): (place_id: string) => string {
  const name = useName()
  const places = usePlaces()
  return (place_id) => {
    const place = places.find((each) => each.place_id === place_id)
    return place ? name(place) : ''
  }
}

/** Pieces of a paper, of one kind, over its lines. */
export function pieces<Kind extends string>(paper: { lines: readonly Record<Kind, number>[] }, of: Kind): number {
  return paper.lines.reduce((total, line) => total + line[of], 0)
}
