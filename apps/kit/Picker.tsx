import { Icon } from './Icon.tsx'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

/** One of several by name. The device's own list: the quickest and the most accessible there is. */
export function Picker({ label, value, onChange, options }: Props) {
  return (
    <label className="grid gap-1">
      <span className="ui text-14 font-bold">{label}</span>
      <span className="relative grid items-center">
        <select
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="ui min-h-12 w-full appearance-none rounded-6 border border-control bg-surface pr-10 pl-3 text-16 text-ink"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={18} className="pointer-events-none absolute right-3 text-ink-3" />
      </span>
    </label>
  )
}
