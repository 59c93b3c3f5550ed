import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  tabs: readonly { value: T; label: string }[]
  tall?: boolean
}

/** A row of choices, always one of them taken; arrows move between them. What they show belongs to the screen. */
export function Tabs<T extends string>({ label, value, onChange, tabs, tall = false }: Props<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(key as T)
      }}
      className="flex gap-1 overflow-x-auto p-px [scrollbar-width:none]"
    >
      {tabs.map((tab) => (
        <ToggleButton
          key={tab.value}
          id={tab.value}
          className={`ui inline-flex shrink-0 cursor-pointer items-center justify-center rounded-6 border border-transparent px-4 whitespace-nowrap text-ink-2 hover:text-ink data-[selected]:border-control data-[selected]:bg-surface data-[selected]:font-bold data-[selected]:text-ink ${tall ? 'min-h-14 text-16' : 'min-h-11 text-14'}`}
        >
          {tab.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
