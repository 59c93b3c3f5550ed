import { useEffect, useState } from 'react'
import { data } from 'react-router'
import { takeIfAny } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useLang } from '../../kit/words.ts'
import { SignIn } from '../account/SignIn.tsx'
import { useWaysWords } from '../account/waysWords.ts'
import { apiOf } from '../api.server.ts'
import type { Route } from './+types/join.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const { code } = params
  const poster = code
    ? await takeIfAny(api.GET('/v1/stores/posters/by-code/{code}', { params: { path: { code } } }))
    : null
  return data({ code: code ?? null, poster }, { headers })
}

/** Joining on the spot: from a poster's code, or on the shop's tablet, whose ticket stands behind the #. */
export default function Join({ loaderData: { code, poster } }: Route.ComponentProps) {
  const w = useWaysWords()
  const lang = useLang()
  const [sign_up, setSignUp] = useState<string | null>(null)
  useEffect(() => setSignUp(location.hash.slice(1) || null), [])
  const joining = { ...(poster && { poster_code: poster.code }), ...(!code && sign_up && { sign_up }) }
  return (
    <section className="mx-auto grid max-w-[40rem] grid-cols-1 gap-4 px-4 pt-4 desk:pt-8">
      <h1 className="text-22">{w.joinTitle}</h1>
      {poster && (
        <p className="text-14 text-ink-2">{w.joinAt((lang === 'en' && poster.place_name_en) || poster.place_name)}</p>
      )}
      {code && !poster && <Notice tone="warning">{w.posterGone}</Notice>}
      {!code && sign_up && <p className="text-14 text-ink-2">{w.joinTablet}</p>}
      <SignIn joining={joining} landing="/card" />
    </section>
  )
}
