import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { buttonClass } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Picker } from '../../kit/Picker.tsx'
import type { Place } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useMay } from '../office.ts'
import { HoursFields } from './HoursFields.tsx'
import { useHouseWords } from './words.ts'

const KINDS = ['shop', 'popup', 'restaurant', 'warehouse', 'office', 'dealer'] as const
const TEXTS = ['name', 'name_en', 'name_kana', 'prefecture', 'city', 'address', 'phone'] as const

/** All that is known of a place, as fields; a new one without a place. */
export function PlaceForm({ place }: { place?: Place }) {
  const w = useHouseWords()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const edits = useMay(['manager'])
  const [kind, setKind] = useState<Place['kind']>(place?.kind ?? 'shop')
  const [texts, setTexts] = useState(
    () => Object.fromEntries(TEXTS.map((key) => [key, place?.[key] ?? ''])) as Record<(typeof TEXTS)[number], string>,
  )
  const [hours, setHours] = useState(place?.hours ?? {})
  const [offers, setOffers] = useState({
    offers_pickup: place?.offers_pickup ?? false,
    offers_holds: place?.offers_holds ?? false,
    offers_order_ahead: place?.offers_order_ahead ?? false,
    ships_ec: place?.ships_ec ?? false,
    active: place?.active ?? true,
  })
  const [days, setDays] = useState({ opens_on: place?.opens_on ?? '', closes_on: place?.closes_on ?? '' })
  const [cutoff, setCutoff] = useState(place?.pickup_cutoff ?? '17:00')
  const act = useAct(async (key) => {
    const { name, ...others } = texts
    const body = {
      kind,
      name: name.trim(),
      ...Object.fromEntries(Object.entries(others).map(([field, value]) => [field, value.trim() || null])),
      hours,
      ...offers,
      pickup_cutoff: cutoff,
      opens_on: days.opens_on || null,
      closes_on: days.closes_on || null,
    }
    const saved = place
      ? await take(
          api.PATCH('/v1/stores/places/{place_id}', {
            params: { path: { place_id: place.place_id } },
            headers: { 'If-Match': `"${place.version}"` },
            body,
          }),
        )
      : await take(api.POST('/v1/stores/places', { body, ...keyed(key) }))
    await Promise.all(['places', 'place'].map((first) => cache.invalidateQueries({ queryKey: [first] })))
    say(w.saved)
    if (!place) await go(`/places/${saved.place_id}`)
  })
  const labels = {
    name: w.name,
    name_en: w.nameEn,
    name_kana: w.nameKana,
    prefecture: w.prefecture,
    city: w.city,
    address: w.address,
    phone: w.phone,
  }
  const checks = [
    ['offers_pickup', w.pickup],
    ['offers_holds', w.holds],
    ['offers_order_ahead', w.orderAhead],
    ['ships_ec', w.shipsEc],
    ['active', w.active],
  ] as const
  return (
    <Form act={act} label={w.save} ready={edits && texts.name.trim() !== ''}>
      {place && (
        <a
          href={`/display/${place.place_id}`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass('quiet', 'touch', '-ml-4 justify-self-start')}
        >
          <Icon name="window" size={20} />
          {w.display}
        </a>
      )}
      <div className="grid gap-4 tablet:grid-cols-2">
        {TEXTS.map((key) => (
          <Field
            key={key}
            label={labels[key]}
            value={texts[key]}
            isDisabled={!edits}
            maxLength={200}
            onChange={(value) => setTexts({ ...texts, [key]: value })}
          />
        ))}
        <Picker
          label={w.kind}
          value={kind}
          onChange={(value) => setKind(value as Place['kind'])}
          options={KINDS.map((value) => ({ value, label: w[value] }))}
        />
      </div>
      <fieldset className="grid grid-cols-2 gap-x-6 tablet:grid-cols-3">
        <legend className="mb-1 text-16 font-bold">{w.offers}</legend>
        {checks.map(([key, label]) => (
          <Check
            key={key}
            checked={offers[key]}
            disabled={!edits}
            onChange={(wanted) => setOffers({ ...offers, [key]: wanted })}
          >
            {label}
          </Check>
        ))}
      </fieldset>
      <div className="grid gap-4 tablet:grid-cols-3">
        <Field label={w.cutoff} type="time" value={cutoff} onChange={setCutoff} isDisabled={!edits} />
        {kind === 'popup' &&
          (['opens_on', 'closes_on'] as const).map((key) => (
            <Field
              key={key}
              type="date"
              label={key === 'opens_on' ? w.opensOn : w.closesOn}
              value={days[key]}
              isDisabled={!edits}
              onChange={(value) => setDays({ ...days, [key]: value })}
            />
          ))}
      </div>
      <HoursFields hours={hours} onChange={setHours} disabled={!edits} />
    </Form>
  )
}
