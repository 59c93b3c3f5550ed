import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { fullDay, phone } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { Pair } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { usePairWords } from './pairWords.ts'

type Person = Pair['people'][number]

/** Two records side by side, what speaks for and against, and the decision; by keys as by pointer. */
export function PairCard({ pair, onDecided }: { pair: Pair; onDecided: () => Promise<unknown> }) {
  const w = usePairWords()
  const lang = useLang()
  const text = useText()
  const say = useToast()
  const params = { path: { pair_id: pair.pair_id } }
  const accept = useAct(async (key) => {
    await take(api.POST('/v1/customers/pairs/{pair_id}/acceptance', { params, body: {}, ...keyed(key) }))
    say(w.doneSame)
    await onDecided()
  })
  const reject = useAct(async (key) => {
    await take(api.POST('/v1/customers/pairs/{pair_id}/rejection', { params, body: {}, ...keyed(key) }))
    say(w.doneTwo)
    await onDecided()
  })
  const undo = useAct(async (key) => {
    await take(api.POST('/v1/customers/pairs/{pair_id}/undoing', { params, body: {}, ...keyed(key) }))
    say(w.doneUndo)
    await onDecided()
  })
  const refused = accept.refused ?? reject.refused ?? undo.refused
  const busy = accept.busy || reject.busy || undo.busy
  const waits = pair.state === 'open'
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'
      event.currentTarget[next]?.querySelector('button')?.focus()
      event.preventDefault()
    } else if (waits && !busy && event.key.toLowerCase() === 'y') void accept.run()
    else if (waits && !busy && event.key.toLowerCase() === 'n') void reject.run()
  }
  const percent = pair.probability === null ? null : String(Math.floor(pair.probability * 100))
  const title = percent === null ? w.met : w.likely(percent)
  const rows: [string, (person: Person) => string | null][] = [
    [w.name, ({ name }) => name],
    [w.kana, (one) => [one.family_name_kana, one.given_name_kana].filter(Boolean).join(' ')],
    [w.birth, ({ birth_date }) => birth_date],
    [w.phone, (one) => one.phone && phone(one.phone)],
    [w.email, ({ email }) => email],
    [
      w.address,
      (one) => [one.postal_code, one.prefecture, one.city, one.address, one.building].filter(Boolean).join(' '),
    ],
    [w.member, ({ member_number }) => member_number],
    [w.since, ({ registered_at }) => fullDay(registered_at, lang)],
  ]
  return (
    <article aria-label={title} onKeyDown={press} className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      <h2 className="text-16">{title}</h2>
      <table className="ui figures w-full table-fixed text-14">
        <thead className="text-12 text-ink-2">
          <tr>
            <td className="w-28" />
            {pair.people.map((person, at) => (
              <th key={person.profile_id} scope="col" className="py-1 text-left">
                {at === 0 ? w.elder : w.younger}{' '}
                <Link to={`/customers/${person.profile_id}`} className="font-normal text-indigo hover:underline">
                  {w.open}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of]) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1 text-left text-12 font-normal text-ink-2">
                {name}
              </th>
              {pair.people.map((person) => (
                <td key={person.profile_id} className="py-1 pr-3 break-words">
                  {of(person) || w.blank}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {pair.reasons.length > 0 && (
        <details className="text-14">
          <summary className="ui min-h-11 cursor-pointer content-center">{w.why}</summary>
          <ul className="grid gap-1">
            {pair.reasons.map(({ field, level, bits }) => (
              <li key={field.ja}>
                {text(field)}：{text(level)}
                {bits !== 0 && (
                  <span className={bits > 0 ? 'text-green' : 'text-vermilion'}>
                    {' '}
                    {bits > 0 ? w.speaksFor : w.speaksAgainst}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <div className="flex flex-wrap gap-3">
        {waits ? (
          <>
            <Button isDisabled={busy} onPress={() => accept.run()}>
              {w.same}
            </Button>
            <Button look="outline" isDisabled={busy} onPress={() => reject.run()}>
              {w.two}
            </Button>
          </>
        ) : (
          <Button look="outline" icon="undo" isDisabled={busy} onPress={() => undo.run()}>
            {w.undo}
          </Button>
        )}
      </div>
    </article>
  )
}
