import { Field } from '../../kit/Field.tsx'
import { useWords } from '../words.ts'

export type ShipTo = {
  family_name: string
  postal_code: string
  prefecture: string
  city: string
  address: string
  phone: string
}
export const nowhere: ShipTo = { family_name: '', postal_code: '', prefecture: '', city: '', address: '', phone: '' }

/** True when a carrier could find it. */
export function isWhole(to: ShipTo): boolean {
  return Object.values(to).every((part) => part.trim() !== '') && /^\d{3}-?\d{4}$/.test(to.postal_code)
}

/** Where to deliver, in the order a Japanese address is said over the telephone. */
export function ShipToFields({ value, onChange }: { value: ShipTo; onChange: (to: ShipTo) => void }) {
  const w = useWords()
  const field = (key: keyof ShipTo, label: string, more: object = {}) => (
    <Field
      label={label}
      autoComplete="off"
      value={value[key]}
      onChange={(typed) => onChange({ ...value, [key]: typed })}
      {...more}
    />
  )
  return (
    <div className="grid gap-3">
      {field('family_name', w.shipName)}
      <div className="grid grid-cols-2 gap-3">
        {field('postal_code', w.shipPostcode, { inputMode: 'numeric', placeholder: '160-0022' })}
        {field('prefecture', w.shipPrefecture)}
      </div>
      {field('city', w.shipCity)}
      {field('address', w.shipLine)}
      {field('phone', w.shipPhone, { inputMode: 'tel' })}
    </div>
  )
}
