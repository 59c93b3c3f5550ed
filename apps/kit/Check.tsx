import type { ReactNode } from 'react'

type Props = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; disabled?: boolean }

/** A yes or no with its whole line as the target. */
export function Check({ checked, onChange, children, disabled = false }: Props) {
  return (
    <label className="ui flex min-h-11 items-center gap-3 text-14">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0 accent-indigo"
      />
      <span className="grow">{children}</span>
    </label>
  )
}
