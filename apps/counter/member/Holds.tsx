import { yen } from '../../kit/format.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { useWords } from '../words.ts'

/** What waits for this person in this shop. */
export function Holds({ holds }: { holds: Customer['holds'] }) {
  const w = useWords()
  const text = useText()
  if (holds.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.holds(String(holds.length))}</h2>
      <ul className="divide-y divide-line rounded-12 border border-line bg-surface">
        {holds.map((line) => (
          <li key={line.line_id} className="ui flex items-center gap-3 p-3">
            <Picture src={line.picture_url} className="size-16 rounded-6 p-1" />
            <span className="text-14">
              {text(line.name)}
              <b className="figures block text-16">{yen(line.amount_yen)}</b>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
