import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import type { OfficeProof } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useShelfWords } from './words.ts'

/** One entry: what it says, why it waits or what it won, and what to do with it. */
export function EntryCard({ entry, onDone }: { entry: OfficeProof; onDone: () => Promise<unknown> }) {
  const w = useShelfWords()
  const name = useName()
  const text = useText()
  const say = useToast()
  const [photo, setPhoto] = useState<string | null>(null)
  const params = { path: { proof_id: entry.proof_id } }
  const decide = useAct(async (key, accept: boolean) => {
    await take(api.POST('/v1/proofs/entries/{proof_id}/decision', { params, body: { accept }, ...keyed(key) }))
    say(accept ? w.accepted : w.refused)
    await onDone()
  })
  const give = useAct(async (key) => {
    await take(api.POST('/v1/proofs/entries/{proof_id}/prize', { params, ...keyed(key) }))
    say(w.given)
    await onDone()
  })
  const look = useAct(async () => {
    const { media_type, base64 } = await take(api.GET('/v1/proofs/entries/{proof_id}/photo', { params }))
    setPhoto(`data:${media_type};base64,${base64}`)
  })
  const refused = decide.refused ?? give.refused ?? look.refused
  const facts: [string, string | null][] = [
    [w.shop, entry.shop],
    [w.boughtOn, entry.bought_on],
    [w.number, entry.number],
    [w.price, entry.price_yen === null ? null : yen(entry.price_yen)],
    [w.brings, figure(entry.expected_points)],
    [w.drawNumber, entry.draw_number === null ? null : `${figure(entry.draw_number)} / ${figure(entry.odds_den)}`],
  ]
  const title = name({ name: entry.variant, name_en: entry.variant_en })
  return (
    <article aria-label={title} className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-16">{title}</h2>
        <span className="text-12 text-ink-2">{name({ name: entry.campaign, name_en: entry.campaign_en })}</span>
        <Link to={`/customers/${entry.profile_id}`} className="ui ml-auto text-14 text-indigo hover:underline">
          {w.person}
        </Link>
      </header>
      {entry.state === 'review' && (
        <p className="text-14 text-amber">{entry.doubt === 'twin' ? w.doubtTwin : w.doubtPrice}</p>
      )}
      {entry.prize && <p className="text-14 font-bold">{name(entry.prize)}</p>}
      <dl className="figures grid grid-cols-2 gap-x-6 gap-y-1 text-14 tablet:grid-cols-3">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt className="ui text-12 text-ink-2">{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {photo && <img src={photo} alt={w.photoAlt} className="max-h-96 justify-self-start rounded-6" />}
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <div className="flex flex-wrap gap-3">
        {entry.state === 'review' && (
          <>
            <Button isDisabled={decide.busy} onPress={() => decide.run(true)}>
              {w.accept}
            </Button>
            <Button look="outline" isDisabled={decide.busy} onPress={() => decide.run(false)}>
              {w.refuse}
            </Button>
          </>
        )}
        {entry.prize?.state === 'won' && (
          <Button icon="check" isDisabled={give.busy} onPress={() => give.run()}>
            {w.give}
          </Button>
        )}
        {entry.has_photo && !photo && (
          <Button look="quiet" icon="eye" isDisabled={look.busy} onPress={() => look.run()}>
            {w.photo}
          </Button>
        )}
      </div>
    </article>
  )
}
