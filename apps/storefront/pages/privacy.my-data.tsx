import { data } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { Correct } from '../mydata/Correct.tsx'
import { Held } from '../mydata/Held.tsx'
import { Leave } from '../mydata/Leave.tsx'
import { useMyDataWords } from '../mydata/myDataWords.ts'
import type { Route } from './+types/privacy.my-data.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [me, held] = await Promise.all([takeIfAny(api.GET('/v1/customers/me')), takeIfAny(api.GET('/v1/privacy/me'))])
  return data({ me, held }, { headers })
}

/** What is held about her: to see, to correct, to take along, and to leave for good. */
export default function MyData({ loaderData: { me, held } }: Route.ComponentProps) {
  const w = useMyDataWords()
  return (
    <Page title={w.title} text={w.text} back="/privacy/my-data">
      {held && <Held held={held} />}
      <section className="grid justify-items-start gap-2">
        <h2 className="text-16">{w.take}</h2>
        <p className="text-14 text-ink-2">{w.takeText}</p>
        <a href="/privacy/my-data/file" download="my-data.json" className={buttonClass('outline')}>
          <Icon name="receipt" size={20} />
          {w.takeAct}
        </a>
      </section>
      {me && <Correct key={me.version} me={me} />}
      {me && <Leave profile_id={me.profile_id} />}
    </Page>
  )
}
