import { data, Link } from 'react-router'
import { fullDay } from '../../kit/format.ts'
import { useLang } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { noticesOf } from '../known.server.ts'
import { useLegalWords } from '../legal/legalWords.ts'
import { useLinkWords } from '../legal/linkWords.ts'
import { Written } from '../legal/Written.tsx'
import type { Route } from './+types/legal.privacy.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  return data(await noticesOf(api), { headers })
}

/** The privacy policy as the retailer wrote it, and the way to one's own consents. */
export default function PrivacyPolicy({ loaderData: { privacy } }: Route.ComponentProps) {
  const w = useLegalWords()
  const lang = useLang()
  return (
    <article className="mx-auto grid max-w-[48rem] gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <h1 className="text-22 desk:text-28">{useLinkWords().privacy}</h1>
      {privacy.body.ja ? (
        <p>
          <Written text={privacy.body} />
        </p>
      ) : (
        <p className="text-ink-2">{w.unwritten}</p>
      )}
      <dl className="grid gap-3 text-14 empty:hidden">
        {privacy.officer.ja && (
          <div>
            <dt className="ui font-bold text-ink-2">{w.officer}</dt>
            <dd>
              <Written text={privacy.officer} />
            </dd>
          </div>
        )}
        {privacy.contact.ja && (
          <div>
            <dt className="ui font-bold text-ink-2">{w.contact}</dt>
            <dd>
              <Written text={privacy.contact} />
            </dd>
          </div>
        )}
      </dl>
      {privacy.revised_on && (
        <p className="figures text-12 text-ink-2">{w.revised(fullDay(`${privacy.revised_on}T03:00:00Z`, lang))}</p>
      )}
      <Link to="/privacy" className="ui inline-flex min-h-11 items-center text-14 font-bold text-indigo">
        {w.consents}
      </Link>
    </article>
  )
}
