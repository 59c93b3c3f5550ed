import type { ReactNode } from 'react'
import type { Glyph } from './glyphs.ts'
import { Icon } from './Icon.tsx'

type Option<Value extends string> = { value: Value; name: string; note?: ReactNode; icon?: Glyph }
type Props<Value extends string> = {
  label: string
  name: string
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
  className?: string
}

/** A few ways, all in sight, one of them chosen: rows of at least 56 px whose whole width is the target. */
export function Choice<Value extends string>({ label, name, value, options, onChange, className = '' }: Props<Value>) {
  return (
    <fieldset className={`grid gap-2 ${className}`}>
      <legend className="mb-2 text-16 font-bold">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="ui flex min-h-14 items-center gap-3 rounded-6 border border-line bg-surface px-4 py-2 has-[:checked]:border-2 has-[:checked]:border-indigo has-[:checked]:bg-indigo-tint has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-indigo"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="size-5 shrink-0 accent-indigo"
          />
          {option.icon && <Icon name={option.icon} size={20} className="text-indigo" />}
          <span className="grow">
            <b className="block text-14">{option.name}</b>
            {option.note && <span className="figures block text-12 text-ink-2">{option.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
