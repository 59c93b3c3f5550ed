import type { ReactNode } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Check } from '../../kit/Check.tsx'
import { Field } from '../../kit/Field.tsx'
import { calendarDay, time } from '../../kit/format.ts'

type Figure = {
  label: string
  value: number | null | undefined
  onChange: (value: number | undefined) => void
  hint?: string
}

/** A whole number, or nothing where it is left out. */
export function FigureField({ label, value, onChange, hint }: Figure) {
  return (
    <Field
      label={label}
      inputMode="numeric"
      value={value === null || value === undefined ? '' : String(value)}
      onChange={(typed) => {
        const digits = typed.normalize('NFKC').replace(/[^0-9]/g, '')
        onChange(digits === '' ? undefined : Number(digits))
      }}
      maxLength={12}
      inputClass="figures"
      {...(hint ? { hint } : {})}
    />
  )
}

/** A moment in the shops' zone, or none. */
export function MomentField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | null | undefined
  onChange: (iso: string | null) => void
}) {
  return (
    <TextField
      value={value ? `${calendarDay(value)}T${time(value)}` : ''}
      onChange={(typed) => onChange(typed ? new Date(`${typed}:00+09:00`).toISOString() : null)}
      className="grid gap-1"
    >
      <Label className="ui text-14 font-bold">{label}</Label>
      <Input
        type="datetime-local"
        className="ui figures min-h-12 rounded-6 border border-control bg-surface px-3 text-16"
      />
    </TextField>
  )
}

type Several<Value> = {
  label: string
  options: readonly { value: Value; name: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
  hint?: ReactNode
}

/** Any of a few. */
export function Several<Value extends string | number>({ label, options, chosen, onChange, hint }: Several<Value>) {
  return (
    <fieldset className="grid gap-1">
      <legend className="ui mb-1 text-14 font-bold">{label}</legend>
      {hint && <p className="text-12 text-ink-2">{hint}</p>}
      <div className="grid max-h-56 grid-cols-2 gap-x-4 overflow-y-auto">
        {options.map(({ value, name }) => (
          <Check
            key={value}
            checked={chosen.includes(value)}
            onChange={(wanted) => onChange(wanted ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {name}
          </Check>
        ))}
      </div>
    </fieldset>
  )
}
