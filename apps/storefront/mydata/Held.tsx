import { Link } from 'react-router'
import { figure, fullDay, phone } from '../../kit/format.ts'
import type { HeldData } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useMyDataWords, wordOf } from './myDataWords.ts'

/** By what she is known, in which groups she stands and why, and how much is kept of each kind. */
export function Held({ held }: { held: HeldData }) {
  const w = useMyDataWords()
  const lang = useLang()
  const text = useText()
  const said = (saw: unknown) => (typeof saw === 'number' || typeof saw === 'string' ? `（${saw}）` : '')
  return (
    <>
      <section className="grid gap-2">
        <h2 className="text-16">{w.known}</h2>
        <dl className="divide-y divide-line border-y border-line text-14">
          {held.identifiers.map(({ kind, value }) => (
            <div key={`${kind} ${value}`} className="flex min-h-11 items-center justify-between gap-3">
              <dt className="text-ink-2">{wordOf(w, `kind_${kind}`) ?? kind}</dt>
              <dd className="figures">{kind === 'phone' ? phone(value) : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="grid gap-2">
        <h2 className="text-16">{w.inferred}</h2>
        <p className="text-14 text-ink-2">{held.segments.length > 0 ? w.inferredText : w.inferredNone}</p>
        {held.segments.length > 0 && (
          <ul className="divide-y divide-line border-y border-line text-14">
            {held.segments.map(({ name, name_en, since, why }) => (
              <li key={name + since} className="grid gap-1 py-2">
                <b>{(lang === 'en' && name_en) || name}</b>
                <span className="text-12 text-ink-2">{w.since(fullDay(since, lang))}</span>
                {why.map(({ condition, saw }) => (
                  <span key={condition.ja} className="text-ink-2">
                    {w.because} {text(condition)}
                    {said(saw)}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
        <Link to="/privacy" className="ui inline-flex min-h-11 items-center text-14 font-bold text-indigo">
          {w.toConsents}
        </Link>
      </section>
      <section className="grid gap-2">
        <h2 className="text-16">{w.kept}</h2>
        <ul className="divide-y divide-line border-y border-line text-14">
          {grouped(held, (room) => wordOf(w, `room_${room}`) ?? w.others).map(([name, count]) => (
            <li key={name} className="flex min-h-11 items-center justify-between gap-3">
              <span>{name}</span>
              <span className="figures shrink-0 text-ink-2">{w.records(figure(count))}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

// Tables of one room are one kind of thing to her.
function grouped({ kept }: HeldData, called: (room: string) => string): [string, number][] {
  const counts = new Map<string, number>()
  for (const { table, count } of kept) {
    const name = called(table.split('.')[0] ?? '')
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts]
}
