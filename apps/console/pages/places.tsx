import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Place } from '../../kit/shapes.ts'
import { useHouseWords } from '../house/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { useMay, usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

export const KINDS = ['shop', 'popup', 'restaurant', 'warehouse', 'office', 'dealer'] as const

/** Every shop, warehouse, POP-UP and office, and whether it is open at this moment. */
export function PlacesPage() {
  const w = useHouseWords()
  const screen = useWords()
  const name = useName()
  const places = usePlaces()
  const opens = useMay(['manager'])
  const [kind] = useFilter('kind')
  const now = (place: Place) => {
    if (place.kind === 'warehouse' || place.kind === 'office') return ''
    if (place.open_now) return place.closes_at ? w.openUntil(time(place.closes_at)) : screen.open
    return place.opens_at ? w.closedUntil(time(place.opens_at)) : w.closedNow
  }
  const offers = (place: Place) =>
    [
      place.offers_pickup && w.pickup,
      place.offers_holds && w.holds,
      place.offers_order_ahead && w.orderAhead,
      place.ships_ec && w.shipsEc,
    ]
      .filter(Boolean)
      .join('・')
  const columns: Column<Place>[] = [
    { key: 'name', name: w.name, text: name },
    { key: 'kind', name: w.kind, text: (place) => w[place.kind] },
    { key: 'area', name: w.area, text: (place) => `${place.prefecture ?? ''}${place.city ?? ''}` },
    {
      key: 'now',
      name: w.now,
      text: now,
      show: (place) => <span className={place.open_now ? 'text-green' : 'text-ink-2'}>{now(place)}</span>,
    },
    { key: 'offers', name: w.offers, text: offers },
    { key: 'phone', name: w.phone, text: (place) => place.phone ?? '', rare: true },
    { key: 'state', name: w.state, text: (place) => (place.active ? w.active : w.inactive), rare: true },
  ]
  return (
    <Screen
      extra={
        opens && (
          <Link to="/places/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
            <Icon name="plus" size={18} />
            {screen.newPlace}
          </Link>
        )
      }
    >
      <List
        list="places"
        label={screen.places}
        columns={columns}
        rows={places.filter((place) => !kind || place.kind === kind)}
        keyOf={(place) => place.place_id}
        to={(place) => `/places/${place.place_id}`}
        sortable
        empty={{ icon: 'store', title: w.none, text: w.noneText }}
        filters={<Filter of="kind" label={w.kind} options={KINDS.map((value) => ({ value, name: w[value] }))} />}
      />
    </Screen>
  )
}
