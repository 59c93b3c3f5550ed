import type { ReactNode } from 'react'

/** The line above every screen: where one is, and what belongs to the whole of it. */
export function Top({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="ui flex h-15 shrink-0 items-center gap-4 border-b border-line bg-surface px-6">
      <h1 className="flex items-center gap-3 text-18">{title}</h1>
      {children}
    </header>
  )
}
