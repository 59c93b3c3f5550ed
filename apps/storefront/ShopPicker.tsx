import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { useRevalidator } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { distance, time } from '../kit/format.ts'
import { Icon } from '../kit/Icon.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useName } from '../kit/naming.ts'
import { Sheet } from '../kit/Sheet.tsx'
import type { Place } from '../kit/shapes.ts'
import { choose } from './choice.ts'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

/** 350 m・21:00まで, as far as it is known. */
function useFacts(): (place: Place) => string {
  const w = useWords()
  return (place) =>
    [
      place.distance_metres !== null && distance(place.distance_metres),
      place.open_now && place.closes_at ? w.shopUntil(time(place.closes_at)) : place.opens_at && w.shopClosed,
    ]
      .filter(Boolean)
      .join('・')
}

/** My shop, always in sight: its name, how far, until when; one press changes it. */
export function ShopPicker({ short = false }: { short?: boolean }) {
  const w = useWords()
  const name = useName()
  const facts = useFacts()
  const place = useShop()?.place
  const [open, setOpen] = useState(false)
  return (
    <>
      <Pressable
        onPress={() => setOpen(true)}
        className="ui flex min-h-11 min-w-0 items-center gap-2 text-left text-14"
      >
        {short && <Icon name="store" size={20} />}
        <b className={short ? 'font-normal' : ''}>{place ? name(place) : w.chooseShop}</b>
        {!short && place && <span className="figures truncate text-ink-3">{facts(place)}</span>}
        {!short && <Icon name="down" size={16} className="text-ink-3" />}
      </Pressable>
      <ShopSheet open={open} onClose={() => setOpen(false)} />
    </>
  )
}

type SheetProps = {
  open: boolean
  onClose: () => void
  /** Which shops are to be had; all that hand out orders unless said. */
  fit?: (shop: Place) => boolean
  /** What follows, once it is her shop. */
  onPicked?: (shop: Place) => void
}

/** The shops that hand out orders, nearest first once the person said where she is; the one picked becomes hers. */
export function ShopSheet({ open, onClose, fit = () => true, onPicked }: SheetProps) {
  const w = useWords()
  const shop = useShop()
  const { revalidate } = useRevalidator()
  const [failed, setFailed] = useState(false)
  if (!shop) return null
  const find = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        choose('here', `${coords.latitude.toFixed(3)}_${coords.longitude.toFixed(3)}`)
        setFailed(false)
        void revalidate()
      },
      () => setFailed(true),
      { timeout: 8000, maximumAge: 300_000 },
    )
  const pick = (place: Place) => {
    choose('place', place.place_id)
    if (onPicked) onPicked(place)
    else void revalidate()
    onClose()
  }
  return (
    <Sheet title={w.chooseShop} open={open} onClose={onClose}>
      <Button look="outline" icon="pin" className="mb-3 w-full" onPress={find}>
        {w.nearest}
      </Button>
      {failed && <Notice tone="warning">{w.nearestFailed}</Notice>}
      <ul className="divide-y divide-line">
        {shop.shops.filter(fit).map((place) => (
          <ShopRow key={place.place_id} place={place} mine={place.place_id === shop.place?.place_id} onPick={pick} />
        ))}
      </ul>
    </Sheet>
  )
}

type RowProps = { place: Place; mine: boolean; onPick: (place: Place) => void }

function ShopRow({ place, mine, onPick }: RowProps) {
  const name = useName()
  const facts = useFacts()
  return (
    <li>
      <Pressable
        onPress={() => onPick(place)}
        aria-current={mine ? 'true' : undefined}
        className="ui flex min-h-16 w-full items-center gap-3 rounded-6 px-2 text-left hover:bg-sunk"
      >
        <Icon name="store" className={mine ? 'text-indigo' : 'text-ink-3'} />
        <span className="grow">
          <b className="text-16">{name(place)}</b>
          <span className="figures block text-12 text-ink-2">
            {[place.prefecture, place.city].filter(Boolean).join('')}　{facts(place)}
          </span>
        </span>
        {mine && <Icon name="check" size={20} className="text-green" />}
      </Pressable>
    </li>
  )
}
