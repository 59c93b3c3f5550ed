import { Check } from '../../kit/Check.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { time } from '../../kit/format.ts'
import { Select } from '../../kit/Select.tsx'
import type { Delivery, Address as Saved, Window } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import type { CartWay } from '../cart/groups.ts'
import { useDayWords } from '../when.ts'
import { Address } from './Address.tsx'
import type { AddressGiven } from './address.ts'
import { useCheckoutWords } from './checkoutWords.ts'

/** What the person says about receiving: where, when, how. */
export type Received = {
  address_id: string | null
  given: AddressGiven
  remember: boolean
  date: string
  slot: string
  from: string
  mode: 'take_away' | 'eat_in'
}

type Props = {
  way: CartWay
  value: Received
  onChange: (change: (before: Received) => Received) => void
  addresses: readonly Saved[]
  windows: readonly Window[]
  delivery: Delivery | null
  member: boolean
}

/** The questions that this way of receiving has: an address and a day, a window, or how it is eaten. */
export function Receive({ way, value, onChange, addresses, windows, delivery, member }: Props) {
  const w = useCheckoutWords()
  const set = (part: Partial<Received>) => onChange((before) => ({ ...before, ...part }))
  if (way === 'order_ahead') {
    return (
      <Choice
        label={w.aheadMode}
        name="mode"
        value={value.mode}
        onChange={(mode) => set({ mode })}
        options={[
          { value: 'take_away', name: w.takeAway },
          { value: 'eat_in', name: w.eatIn },
        ]}
      />
    )
  }
  if (way === 'collect')
    return windows.length > 1 ? (
      <PickupTime value={value.from} windows={windows} onChange={(from) => set({ from })} />
    ) : null
  const saved = addresses.map((each) => ({
    value: each.address_id,
    name: [each.family_name, each.given_name].filter(Boolean).join(' '),
    note: `〒${each.postal_code} ${each.prefecture}${each.city}${each.address}${each.building ?? ''}`,
  }))
  return (
    <section className="grid gap-3">
      {saved.length > 0 ? (
        <Choice
          label={w.address}
          name="address"
          value={value.address_id ?? ''}
          onChange={(address_id) => set({ address_id: address_id || null })}
          options={[...saved, { value: '', name: w.otherAddress }]}
        />
      ) : (
        <h2 className="text-16">{w.address}</h2>
      )}
      {value.address_id === null && (
        <>
          <Address
            value={value.given}
            onChange={(change) => onChange((before) => ({ ...before, given: change(before.given) }))}
          />
          {member && (
            <Check checked={value.remember} onChange={(remember) => set({ remember })}>
              {w.remember}
            </Check>
          )}
        </>
      )}
      {delivery && <DeliveryTime value={value} delivery={delivery} onChange={set} />}
    </section>
  )
}

function DeliveryTime({
  value,
  delivery,
  onChange,
}: {
  value: Received
  delivery: Delivery
  onChange: (part: Partial<Received>) => void
}) {
  const w = useCheckoutWords()
  const text = useText()
  const day = useDayWords()
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={w.deliveryDay}
        value={value.date}
        onChange={(date) => onChange({ date })}
        options={[
          { value: '', name: w.earliest(day(delivery.earliest)) },
          ...delivery.dates.map((date) => ({ value: date, name: day(date) })),
        ]}
      />
      <Select
        label={w.deliverySlot}
        value={value.slot}
        onChange={(slot) => onChange({ slot })}
        options={[
          { value: '', name: w.anyTime },
          ...delivery.slots.map((slot) => ({ value: slot.code, name: text(slot) })),
        ]}
      />
    </div>
  )
}

function PickupTime({
  value,
  windows,
  onChange,
}: {
  value: string
  windows: readonly Window[]
  onChange: (from: string) => void
}) {
  const w = useCheckoutWords()
  const day = useDayWords()
  return (
    <Select
      label={w.pickupTime}
      value={value}
      onChange={onChange}
      options={windows.map(({ date, from, until }, at) => ({
        value: at === 0 ? '' : from,
        name: `${day(date)} ${time(from)}〜${time(until)}`,
      }))}
    />
  )
}
