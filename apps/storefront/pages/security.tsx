import { data, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { SignedIn } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useAccountWords } from '../account/accountWords.ts'
import { MyWays } from '../account/MyWays.tsx'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import type { Route } from './+types/security.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [passkeys, ways, sessions] = await Promise.all([
    takeIfAny(api.GET('/v1/customers/me/passkeys')),
    takeIfAny(api.GET('/v1/customers/me/ways-in')),
    takeIfAny(api.GET('/v1/access/sessions')),
  ])
  return data(
    { passkeys: passkeys?.items ?? [], line: ways?.line ?? false, sessions: sessions?.items ?? [] },
    { headers },
  )
}

/** By what I sign in, and where I am signed in now. */
export default function Security({ loaderData: { passkeys, line, sessions } }: Route.ComponentProps) {
  const w = useAccountWords()
  return (
    <Page title={w.security} back="/security">
      <MyWays passkeys={passkeys} line={line} />
      <Devices sessions={sessions} />
    </Page>
  )
}

function Devices({ sessions }: { sessions: readonly SignedIn[] }) {
  const w = useAccountWords()
  const lang = useLang()
  const text = useText()
  const { revalidate } = useRevalidator()
  const end = useAct(async (_key, session_id: string) => {
    await take(api.DELETE('/v1/access/sessions/{session_id}', { params: { path: { session_id } } }))
    await revalidate()
  })
  const endOthers = useAct(async () => {
    await take(api.DELETE('/v1/access/sessions', { params: { query: { others: true } } }))
    await revalidate()
  })
  const ways: Record<string, string> = {
    email: w.mail,
    passkey: w.passkey,
    line: w.lineWay,
    registration: w.registration,
  }
  const refused = end.refused ?? endOthers.refused
  return (
    <section className="grid gap-3">
      <h2 className="text-16">{w.devices}</h2>
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ session_id, current, device, method, seen_at, created_at }) => {
          const name = device ?? w.unknownDevice
          return (
            <li key={session_id} className="flex min-h-15 flex-wrap items-center gap-3 py-2">
              <Icon name={/phone|android|iphone/i.test(name) ? 'mobile' : 'window'} className="text-ink-3" />
              <span className="ui min-w-0 flex-1 text-14">
                <b className="block truncate">{name}</b>
                <span className="figures text-12 text-ink-2">
                  {[method && ways[method], w.seen(fullDay(seen_at ?? created_at, lang))].filter(Boolean).join('・')}
                </span>
              </span>
              {current ? (
                <span className="ui rounded-full bg-green-tint px-2.5 py-1 text-12 text-green">{w.thisDevice}</span>
              ) : (
                <Button
                  look="quiet"
                  aria-label={w.endNamed(name)}
                  isDisabled={end.busy}
                  onPress={() => end.run(session_id)}
                >
                  {w.end}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <Button
          look="outline"
          className="justify-self-start !whitespace-normal"
          isDisabled={endOthers.busy}
          onPress={() => endOthers.run()}
        >
          {w.endOthers}
        </Button>
      )}
    </section>
  )
}
