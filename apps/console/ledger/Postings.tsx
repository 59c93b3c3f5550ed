import type { Journal } from '../../kit/shapes.ts'
import { signed } from './sums.ts'
import { sideName, useLedgerWords } from './words.ts'

/** The lines of a journal. */
export function Postings({ journal }: { journal: Journal }) {
  const w = useLedgerWords()
  return (
    <ul className="grid min-w-56 gap-x-4">
      {journal.postings.map(({ seq, side, amount }) => (
        <li key={seq} className="flex justify-between gap-4">
          <span className="text-ink-2">{sideName(w, side)}</span>
          <span>{signed(amount)}</span>
        </li>
      ))}
    </ul>
  )
}
