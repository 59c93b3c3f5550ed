import { useEffect, useRef, useState } from 'react'
import { takeIfAny } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Select } from '../../kit/Select.tsx'
import type { Town } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { type AddressGiven, digitsOf } from './address.ts'
import { useCheckoutWords } from './checkoutWords.ts'
import { useReading } from './reading.ts'

type Props = { value: AddressGiven; onChange: (change: (before: AddressGiven) => AddressGiven) => void }

/** Where to deliver, in the order a Japanese address is said; the postal code fills in the rest as far as it can. */
export function Address({ value, onChange }: Props) {
  const w = useCheckoutWords()
  const towns = useTowns(value.postal_code)
  const set = (part: Partial<AddressGiven>) => onChange((before) => ({ ...before, ...part }))
  const kanaTyped = useRef(false)
  const reading = (kana: 'family_name_kana' | 'given_name_kana') => (heard: string) =>
    !kanaTyped.current && onChange((before) => ({ ...before, [kana]: before[kana] + heard }))
  const family = useReading(reading('family_name_kana'))
  const given = useReading(reading('given_name_kana'))
  const filled = useRef('')
  useEffect(() => {
    const [town] = towns
    if (!town || filled.current === town.postal_code) return
    filled.current = town.postal_code
    const only = towns.length === 1 ? town.town : ''
    onChange((before) => ({
      ...before,
      prefecture: town.prefecture,
      city: town.city,
      address: before.address || only,
    }))
  }, [towns, onChange])
  const field = (key: keyof AddressGiven, label: string, autoComplete: string, more: object = {}) => (
    <Field
      label={label}
      autoComplete={autoComplete}
      value={value[key]}
      onChange={(typed) => set({ [key]: typed })}
      {...more}
    />
  )
  const kana = (key: 'family_name_kana' | 'given_name_kana', label: string) =>
    field(key, label, 'off', {
      onChange: (typed: string) => {
        kanaTyped.current = typed !== ''
        set({ [key]: typed })
      },
    })
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        {field('family_name', w.family, 'family-name', family)}
        {field('given_name', w.given, 'given-name', given)}
        {kana('family_name_kana', w.familyKana)}
        {kana('given_name_kana', w.givenKana)}
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        {field('postal_code', w.postcode, 'postal-code', {
          inputMode: 'numeric',
          placeholder: '160-0022',
          hint: w.postcodeHint,
        })}
        {field('prefecture', w.prefecture, 'address-level1')}
      </div>
      {field('city', w.city, 'address-level2')}
      {towns.length > 1 && (
        <Select
          label={w.town}
          value=""
          onChange={(town) => town && set({ address: town })}
          options={[{ value: '', name: '—' }, ...towns.map(({ town }) => ({ value: town, name: town }))]}
        />
      )}
      {field('address', w.street, 'address-line1')}
      {field('building', w.building, 'address-line2')}
      {field('phone', w.phone, 'tel', { inputMode: 'tel', type: 'tel' })}
    </div>
  )
}

const none: Town[] = []

/** The towns of a whole postal code; none while it is being typed, or where it is not known. */
function useTowns(postal_code: string): Town[] {
  const [found, setFound] = useState<{ code: string; towns: Town[] }>({ code: '', towns: none })
  const code = digitsOf(postal_code)
  useEffect(() => {
    if (code.length !== 7) return
    let gone = false
    const path = { postal_code: code }
    takeIfAny(api.GET('/v1/stores/postal-codes/{postal_code}', { params: { path } }))
      .then((answer) => !gone && setFound({ code, towns: answer?.items ?? none }))
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [code])
  return found.code === code ? found.towns : none
}
