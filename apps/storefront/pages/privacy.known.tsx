import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import type { Facts } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { Concluded } from '../mydata/Concluded.tsx'
import { useKnownWords } from '../mydata/knownWords.ts'
import type { Route } from './+types/privacy.known.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  return data({ facts: await takeIfAny(api.GET('/v1/privacy/me/facts')) }, { headers })
}

type Fact = Pick<Facts['forgotten'][number], 'kind' | 'fact'>

/** What is concluded of her, each with what it rests on; a press has it forgotten, and another takes that back. */
export default function KnownAboutMe({ loaderData: { facts } }: Route.ComponentProps) {
  const w = useKnownWords()
  const text = useText()
  const name = useName()
  const lang = useLang()
  const say = useToast()
  const { revalidate } = useRevalidator()
  const recall = useAct(async (key, { kind, fact }: Fact) => {
    await take(api.POST('/v1/privacy/me/recollections', { body: { kind, fact }, ...keyed(key) }))
    say(w.recalled)
    await revalidate()
  })
  const forget = useAct(async (key, { kind, fact }: Fact) => {
    await take(api.POST('/v1/privacy/me/forgettings', { body: { kind, fact }, ...keyed(key) }))
    say(w.forgot, { undo: () => void recall.run({ kind, fact }) })
    await revalidate()
  })
  const refused = forget.refused ?? recall.refused
  const busy = forget.busy || recall.busy
  const { items, forgotten } = facts ?? { items: [], forgotten: [] }
  return (
    <Page title={w.title} text={w.text} back="/privacy/known">
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      {items.length === 0 ? (
        <section className="grid justify-items-start gap-3">
          <p className="text-14 text-ink-2">{w.none}</p>
          <Link to="/privacy" className={buttonClass('outline')}>
            {w.toConsents}
          </Link>
        </section>
      ) : (
        <ul className="grid gap-3">
          {items.map((fact) => (
            <Concluded key={`${fact.kind} ${fact.fact}`} fact={fact} busy={busy} onForget={() => forget.run(fact)} />
          ))}
        </ul>
      )}
      {forgotten.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-16">{w.forgotten}</h2>
          <p className="text-14 text-ink-2">{w.forgottenText}</p>
          <ul className="divide-y divide-line border-y border-line">
            {forgotten.map((one) => (
              <li key={`${one.kind} ${one.fact}`} className="flex min-h-13 items-center justify-between gap-3 text-14">
                <span>
                  {name(one)}
                  <span className="figures block text-12 text-ink-2">
                    {w.forgottenOn(fullDay(one.forgotten_at, lang))}
                  </span>
                </span>
                <Button look="quiet" icon="undo" isDisabled={busy} onPress={() => recall.run(one)}>
                  {w.recall(name(one))}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
