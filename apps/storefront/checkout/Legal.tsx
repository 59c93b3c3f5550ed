import { Link } from 'react-router'
import { useCheckoutWords } from './checkoutWords.ts'
import type { LegalRow } from './legalRows.ts'

/** The six items the law wants seen, in one view directly above the button. */
export function Legal({ rows }: { rows: readonly LegalRow[] }) {
  const w = useCheckoutWords()
  return (
    <section className="rounded-12 border border-line bg-surface p-4">
      <h2 className="mb-2 text-14">{w.legalTitle}</h2>
      <dl className="grid gap-2 text-14">
        {rows.map(({ key, label, text }) => (
          <div key={key} data-legal={key} className="grid gap-x-3 min-[24rem]:grid-cols-[8.5rem_1fr]">
            <dt className="ui text-ink-2">{label}</dt>
            <dd className="ui figures">{text}</dd>
          </div>
        ))}
      </dl>
      <Link to="/legal/trade" className="ui mt-3 inline-flex min-h-11 items-center text-12 text-indigo underline">
        {w.legalMore}
      </Link>
    </section>
  )
}
