import { useId } from 'react'
import { Icon } from './Icon.tsx'

type Props = {
  label: string
  value: string
  options: readonly { value: string; name: string }[]
  onChange: (value: string) => void
  className?: string
}

/** One of a few, with the device's own wheel or list: quickest under a thumb. */
export function Select({ label, value, options, onChange, className = '' }: Props) {
  const id = useId()
  return (
    <div className={`grid gap-1 ${className}`}>
      <label htmlFor={id} className="ui text-14 font-bold text-ink">
        {label}
      </label>
      <span className="relative grid items-center">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="ui figures min-h-12 w-full appearance-none rounded-6 border border-control bg-surface pr-10 pl-3 text-16 text-ink"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
        <Icon name="down" size={18} className="pointer-events-none absolute right-3 text-ink-3" />
      </span>
    </div>
  )
}
