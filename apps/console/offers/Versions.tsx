import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { day, time } from '../../kit/format.ts'
import type { Offer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useLifeWords } from './lifeWords.ts'
import { useWho } from './useWho.ts'

/** Each version of an offer: when, what became of it, by whom. */
export function Versions({ offer }: { offer: Offer }) {
  const w = useLifeWords()
  const lang = useLang()
  const who = useWho()
  const { offer_id, version } = offer
  const changes = useQuery({
    queryKey: ['offer', offer_id, 'changes', version],
    queryFn: () => take(api.GET('/v1/promotions/offers/{offer_id}/changes', { params: { path: { offer_id } } })),
  })
  return (
    <section className="grid gap-2">
      <h2 className="text-14 text-ink-2">{w.versions}</h2>
      <ol className="ui figures divide-y divide-line border-y border-line text-14">
        {changes.data?.items.map((change) => (
          <li key={change.version} className="grid gap-0.5 py-2">
            <span className="flex justify-between gap-3">
              <b>{w[change.state === 'live' ? 'running' : change.state]}</b>
              <span className="text-12 text-ink-2">{w.version(String(change.version))}</span>
            </span>
            <span className="text-12 text-ink-2">
              {day(change.changed_at, lang)} {time(change.changed_at)}・{who(change.actor_kind, change.actor_id)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
