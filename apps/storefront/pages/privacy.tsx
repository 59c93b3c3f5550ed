import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { buttonClass } from '../../kit/Button.tsx'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { fullDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Purpose } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { useAccountWords } from '../account/accountWords.ts'
import { Consents, saidKey } from '../account/Consents.tsx'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { follow } from '../consent/decide.ts'
import type { Route } from './+types/privacy.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [purposes, current, history] = await Promise.all([
    take(api.GET('/v1/consent/purposes')),
    takeIfAny(api.GET('/v1/consent/current', { params: { query: {} } })),
    takeIfAny(api.GET('/v1/consent/history', { params: { query: { limit: 30 } } })),
  ])
  return data({ purposes: purposes.items, current: current?.items ?? [], history: history?.items ?? [] }, { headers })
}

/** For what my data is used: each purpose with its words, changed at once; and every decision so far. */
export default function Privacy({ loaderData: { purposes, current, history } }: Route.ComponentProps) {
  const w = useAccountWords()
  const text = useText()
  const lang = useLang()
  const say = useToast()
  const { revalidate } = useRevalidator()
  const said = Object.fromEntries(current.map(({ purpose, channel, granted }) => [saidKey(purpose, channel), granted]))
  const decide = useAct(async (key, { purpose, wording }: Purpose, channel: string, granted: boolean) => {
    const decision = { purpose, channel, granted, ...(wording && { wording_version: wording.version }) }
    await take(api.POST('/v1/consent/decisions', { body: { source: 'my_page', decisions: [decision] }, ...keyed(key) }))
    await follow(purpose, granted)
    say(w.saved)
    await revalidate()
  })
  const channels = w as unknown as Record<string, string>
  const nameOf = (purpose: string) => {
    const known = purposes.find((each) => each.purpose === purpose)
    return (lang === 'en' ? known?.name_en : known?.name_ja) ?? purpose
  }
  return (
    <Page title={w.privacy} text={w.privacyText} back="/privacy">
      <Link to="/privacy/known" className={buttonClass('outline', 'touch', 'justify-self-start')}>
        <Icon name="tag" size={20} />
        {w.known}
      </Link>
      <Link to="/privacy/my-data" className={buttonClass('outline', 'touch', 'justify-self-start')}>
        <Icon name="receipt" size={20} />
        {w.myData}
      </Link>
      {decide.refused && <Notice tone="refused">{text(decide.refused.text)}</Notice>}
      <Consents
        purposes={purposes}
        said={said}
        busy={decide.busy}
        onSay={(purpose, channel, granted) => decide.run(purpose, channel, granted)}
      />
      {history.length > 0 && (
        <details className="border-t border-line pt-2 text-14">
          <summary className="ui min-h-11 cursor-pointer content-center font-bold">{w.history}</summary>
          <ul className="divide-y divide-line">
            {history.map((each) => (
              <li key={each.decision_id} className="ui flex justify-between gap-3 py-2">
                <span>
                  {nameOf(each.purpose)}（{channels[each.channel] ?? each.channel}）{' '}
                  {each.granted ? w.granted : w.refused}
                </span>
                <span className="figures shrink-0 text-12 text-ink-2">
                  {fullDay(each.decided_at, lang)} {time(each.decided_at)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  )
}
