import { figure } from '../../kit/format.ts'
import type { ImportPreview } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { useImportWords } from './importWords.ts'

/** Why rows are refused, by field: a reason is mended once, however many rows have it. */
export function Reasons({ reasons }: { reasons: ImportPreview['reasons'] }) {
  const w = useImportWords()
  const text = useText()
  if (reasons.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-14 text-ink-2">{w.reasons}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {reasons.map((reason) => (
          <li key={`${reason.field} ${reason.messages.ja}`} className="ui figures flex gap-4 py-2 text-14">
            <b className="w-40 shrink-0">{reason.field}</b>
            <span className="grow">{text(reason.messages)}</span>
            <span className="text-ink-2">{w.rowsOf(figure(reason.rows))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
