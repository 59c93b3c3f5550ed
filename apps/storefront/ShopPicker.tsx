import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { useRevalidator } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { distance } from '../kit/format.ts'
import { Icon } from '../kit/Icon.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import type { Place } from '../kit/shapes.ts'
import { useText } from '../kit/words.ts'
import { choose } from './choice.ts'
import { metresBetween } from './nearby.ts'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

/** My shop, always in sight: its name, how far, until when; one press changes it. */
export function ShopPicker({ short = false }: { short?: boolean }) {
  const w = useWords()
  const text = useText()
  const shop = useShop()
  const [open, setOpen] = useState(false)
  if (!shop) return null
  const { place, choice } = shop
  const far = place && choice.here && place.lat !== null && place.lon !== null
  const facts = [
    far ? distance(metresBetween(choice.here!, { lat: place.lat!, lon: place.lon! })) : null,
    place?.closes ? w.shopUntil(place.closes) : null,
  ].filter(Boolean)
  return (
    <>
      <Pressable onPress={() => setOpen(true)} className="ui flex min-h-11 min-w-0 items-center gap-2 text-left text-14">
        {short && <Icon name="store" size={20} />}
        <b className={short ? 'font-normal' : ''}>{place ? text(place.name) : w.chooseShop}</b>
        {!short && <span className="figures truncate text-ink-3">{facts.join('・')}</span>}
        {!short && <Icon name="down" size={16} className="text-ink-3" />}
      </Pressable>
      <ShopSheet open={open} onClose={() => setOpen(false)} />
    </>
  )
}

/** All shops, by name or from where one stands. */
export function ShopSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useWords()
  const shop = useShop()
  const { revalidate } = useRevalidator()
  const [failed, setFailed] = useState(false)
  const [here, setHere] = useState(shop?.choice.here ?? null)
  if (!shop) return null
  const shops = shop.shops.map((place) => ({
    place,
    metres: here && place.lat !== null && place.lon !== null ? metresBetween(here, { lat: place.lat, lon: place.lon }) : null,
  }))
  if (here) shops.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity))
  const find = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        const near = { lat: Number(coords.latitude.toFixed(3)), lon: Number(coords.longitude.toFixed(3)) }
        choose('here', `${near.lat}_${near.lon}`)
        setFailed(false)
        setHere(near)
        void revalidate()
      },
      () => setFailed(true),
      { timeout: 8000, maximumAge: 300_000 },
    )
  const pick = (place: Place) => {
    choose('place', place.place_id)
    void revalidate()
    onClose()
  }
  return (
    <Sheet title={w.chooseShop} open={open} onClose={onClose}>
      <Button look="outline" icon="pin" className="mb-3 w-full" onPress={find}>
        {w.nearest}
      </Button>
      {failed && <Notice tone="warning">{w.nearestFailed}</Notice>}
      <ul className="divide-y divide-line">
        {shops.map(({ place, metres }) => (
          <ShopRow key={place.place_id} place={place} metres={metres} mine={place.place_id === shop.place?.place_id} onPick={pick} />
        ))}
      </ul>
    </Sheet>
  )
}

type RowProps = { place: Place; metres: number | null; mine: boolean; onPick: (place: Place) => void }

function ShopRow({ place, metres, mine, onPick }: RowProps) {
  const w = useWords()
  const text = useText()
  return (
    <li>
      <Pressable
        onPress={() => onPick(place)}
        aria-current={mine ? 'true' : undefined}
        className="ui flex min-h-16 w-full items-center gap-3 rounded-6 px-2 text-left hover:bg-sunk"
      >
        <Icon name="store" className={mine ? 'text-indigo' : 'text-ink-3'} />
        <span className="grow">
          <b className="text-16">{text(place.name)}</b>
          <span className="figures block text-12 text-ink-2">
            {[place.city && text(place.city), place.closes && w.shopUntil(place.closes)].filter(Boolean).join('・')}
          </span>
        </span>
        {metres !== null && <span className="figures text-14 text-ink-2">{distance(metres)}</span>}
        {mine && <Icon name="check" size={20} className="text-green" />}
      </Pressable>
    </li>
  )
}
