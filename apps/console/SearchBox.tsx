import { Icon } from '../kit/Icon.tsx'

type Props = { label: string; hint: string; value: string; onChange: (value: string) => void }

/** The one field of a search screen, ready for typing. */
export function SearchBox({ label, hint, value, onChange }: Props) {
  return (
    <label className="relative">
      <span className="sr-only">{label}</span>
      <Icon name="search" size={20} className="absolute top-3.5 left-4 text-ink-3" />
      <input
        // biome-ignore lint/a11y/noAutofocus: searching is what this screen is for
        autoFocus
        type="search"
        autoComplete="off"
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="ui h-12 w-full rounded-6 border border-control bg-surface pr-3 pl-12 text-16"
      />
    </label>
  )
}
