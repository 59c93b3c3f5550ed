import { figure, fullDay } from '../../kit/format.ts'
import { type Text, useLang, useText } from '../../kit/words.ts'
import { useSegmentWords } from './words.ts'

type Seen = string | number | boolean | null

/** What decided: each condition in words and what it saw of her. */
export function Why({ why, conditions }: { why: readonly Seen[]; conditions: readonly Text[] }) {
  const w = useSegmentWords()
  const text = useText()
  const lang = useLang()
  const said = (seen: Seen) => {
    if (typeof seen === 'boolean') return seen ? w.yes : w.no
    if (typeof seen === 'number') return figure(seen)
    if (seen === null) return '—'
    return /^\d{4}-\d\d-\d\dT/.test(seen) ? fullDay(seen, lang) : seen
  }
  return (
    <ul className="text-12 text-ink-2">
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the conditions of one rule keep their order
        <li key={at}>
          {text(condition)}: <b className="figures">{said(why[at] ?? null)}</b>
        </li>
      ))}
    </ul>
  )
}
