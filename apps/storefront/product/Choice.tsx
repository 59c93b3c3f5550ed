import { type ReactNode, useId } from 'react'

type ChoicesProps = { label: string; className: string; children: (group: string) => ReactNode }

/** Several of which always one is chosen; the arrow keys move between them. */
export function Choices({ label, className, children }: ChoicesProps) {
  const group = useId()
  return (
    <div role="radiogroup" aria-label={label} className={className}>
      {children(group)}
    </div>
  )
}

type Props = {
  group: string
  /** How it is called, where what it shows is a picture. */
  label?: string
  chosen: boolean
  onChoose: () => void
  className: string
  children: ReactNode
}

/** One of them, by the browser's own radio button: it needs nothing to be fetched first. */
export function Choice({ group, label, chosen, onChoose, className, children }: Props) {
  return (
    <label
      className={`relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo ${className}`}
    >
      <input
        type="radio"
        name={group}
        aria-label={label}
        checked={chosen}
        onChange={onChoose}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
      {children}
    </label>
  )
}
