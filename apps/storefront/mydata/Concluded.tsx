import { Button } from '../../kit/Button.tsx'
import { figure, fullDay } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { ConcludedFact } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useKnownWords } from './knownWords.ts'

const shown = 5

/** One thing concluded of her: since when, how strongly, from what; and the press that has it forgotten. */
export function Concluded({ fact, busy, onForget }: { fact: ConcludedFact; busy: boolean; onForget: () => void }) {
  const w = useKnownWords()
  const lang = useLang()
  const text = useText()
  const name = useName()
  const { kind, since, strength, evidence, why } = fact
  const said = (saw: unknown) => {
    if (typeof saw === 'number') return `（${figure(saw)}）`
    return typeof saw === 'string' && /^\d{4}-\d\d-\d\dT/.test(saw) ? `（${fullDay(saw, lang)}）` : ''
  }
  return (
    <li className="grid gap-2 rounded-12 border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-3">
        <p>
          <b className="text-16">{name(fact)}</b>
          <span className="ui block text-12 text-ink-2">
            {kind === 'tag' ? w.tag : w.segment}・{w.since(fullDay(since, lang))}
            {strength !== null && `・${w.strength(String(strength))}`}
          </span>
        </p>
        <Button look="outline" isDisabled={busy} onPress={onForget} aria-label={w.forgetThis(name(fact))}>
          {w.forget}
        </Button>
      </div>
      <p className="ui text-12 font-bold text-ink-2">{w.why}</p>
      <ul className="grid gap-1 text-14">
        {evidence.slice(0, shown).map(({ kind, at, times, name, sign }) => (
          <li key={`${kind} ${at} ${name}`}>
            {kind === 'bought' ? w.bought(fullDay(at, lang), name) : w.viewed(fullDay(at, lang), name, String(times))}
            {sign.is !== 'category' && <span className="block text-12 text-ink-2">{w.sign(sign.text)}</span>}
          </li>
        ))}
        {evidence.length > shown && <li className="text-12 text-ink-2">{w.more(String(evidence.length - shown))}</li>}
        {why.map(({ condition, saw }) => (
          <li key={condition.ja}>
            {text(condition)}
            {said(saw)}
          </li>
        ))}
      </ul>
    </li>
  )
}
