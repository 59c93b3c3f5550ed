import type { ReactNode } from 'react'

/** One component under its own name. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      <h2 className="text-16">
        <code>{name}</code>
      </h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  )
}
