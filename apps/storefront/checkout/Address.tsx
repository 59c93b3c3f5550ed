import { Field } from '../../kit/Field.tsx'
import { useWords } from '../words.ts'

export type AddressGiven = {
  family_name: string
  postal_code: string
  prefecture: string
  city: string
  address: string
  phone: string
}
export const nowhere: AddressGiven = {
  family_name: '',
  postal_code: '',
  prefecture: '',
  city: '',
  address: '',
  phone: '',
}

/** True when a carrier could find it. */
export function isWhole(address: AddressGiven): boolean {
  return Object.values(address).every((part) => part.trim() !== '') && /^\d{3}-?\d{4}$/.test(address.postal_code)
}

type Props = { value: AddressGiven; onChange: (address: AddressGiven) => void }

/** Where to deliver, in the order a Japanese address is said. */
export function Address({ value, onChange }: Props) {
  const w = useWords()
  const field = (key: keyof AddressGiven, label: string, autoComplete: string, more: object = {}) => (
    <Field
      key={key}
      label={label}
      autoComplete={autoComplete}
      value={value[key]}
      onChange={(typed) => onChange({ ...value, [key]: typed })}
      {...more}
    />
  )
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-16 font-bold">{w.address}</legend>
      {field('family_name', w.name, 'name')}
      <div className="grid grid-cols-2 gap-3">
        {field('postal_code', w.postcode, 'postal-code', { inputMode: 'numeric', placeholder: '160-0022' })}
        {field('prefecture', w.prefecture, 'address-level1')}
      </div>
      {field('city', w.city, 'address-level2')}
      {field('address', w.line, 'street-address')}
      {field('phone', w.phone, 'tel', { inputMode: 'tel' })}
    </fieldset>
  )
}
