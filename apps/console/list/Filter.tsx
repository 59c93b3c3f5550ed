import { useSearchParams } from 'react-router'
import { Icon } from '../../kit/Icon.tsx'
import { useListWords } from './words.ts'

/** The value of a filter in the address, and a way to change it without a new step back. */
export function useFilter(key: string): [string, (value: string) => void] {
  const [asked, setAsked] = useSearchParams()
  const set = (value: string) =>
    setAsked(
      (before) => {
        if (value) before.set(key, value)
        else before.delete(key)
        return before
      },
      { replace: true },
    )
  return [asked.get(key) ?? '', set]
}

type Option = { value: string; name: string }

type Props = { of: string; label: string; options: readonly Option[]; usual?: string }

/** One filter of a list: what is shown unless asked (everything, or as `usual` calls it), or one of these. */
export function Filter({ of, label, options, usual }: Props) {
  const l = useListWords()
  const [value, set] = useFilter(of)
  return (
    <label className="grid gap-1">
      <span className="ui text-12 text-ink-2">{label}</span>
      <span className="relative grid items-center">
        <select
          value={value}
          onChange={(event) => set(event.target.value)}
          className="ui min-h-10 appearance-none rounded-6 border border-control bg-surface pr-9 pl-3 text-14"
        >
          <option value="">{usual ?? l.any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
        <Icon name="down" size={16} className="pointer-events-none absolute right-3 text-ink-3" />
      </span>
    </label>
  )
}

/** A day as a filter. */
export function DayFilter({ of, label }: { of: string; label: string }) {
  const [value, set] = useFilter(of)
  return (
    <label className="grid gap-1">
      <span className="ui text-12 text-ink-2">{label}</span>
      <input
        type="date"
        value={value}
        onChange={(event) => set(event.target.value)}
        className="ui figures min-h-10 rounded-6 border border-control bg-surface px-3 text-14"
      />
    </label>
  )
}

/** Words as a filter. */
export function TextFilter({ of, label, hint }: { of: string; label: string; hint?: string }) {
  const [value, set] = useFilter(of)
  return (
    <label className="grid gap-1">
      <span className="ui text-12 text-ink-2">{label}</span>
      <input
        value={value}
        placeholder={hint}
        autoComplete="off"
        onChange={(event) => set(event.target.value)}
        className="ui figures min-h-10 w-44 rounded-6 border border-control bg-surface px-3 text-14"
      />
    </label>
  )
}
