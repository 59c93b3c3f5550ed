import { Tab, TabList, Tabs as TabRow } from 'react-aria-components'

type Props<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  tabs: readonly { value: T; label: string }[]
  tall?: boolean
}

/** A row of tabs; arrows move between them. The panel below belongs to the screen. */
export function Tabs<T extends string>({ label, value, onChange, tabs, tall = false }: Props<T>) {
  return (
    <TabRow selectedKey={value} onSelectionChange={(key) => onChange(key as T)} keyboardActivation="manual">
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto p-px [scrollbar-width:none]">
        {tabs.map((tab) => (
          <Tab
            key={tab.value}
            id={tab.value}
            className={`ui inline-flex cursor-pointer items-center justify-center rounded-6 border border-transparent px-4 whitespace-nowrap text-ink-2 hover:text-ink data-[selected]:border-control data-[selected]:bg-surface data-[selected]:font-bold data-[selected]:text-ink ${tall ? 'min-h-14 text-16' : 'min-h-11 text-14'}`}
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
    </TabRow>
  )
}
