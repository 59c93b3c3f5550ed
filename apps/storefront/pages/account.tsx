import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { figure, fullDay } from '../../kit/format.ts'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Points } from '../../kit/shapes.ts'
import { chooseLang, useLang, useText } from '../../kit/words.ts'
import { useAccountWords } from '../account/accountWords.ts'
import { Install } from '../account/Install.tsx'
import { SignIn } from '../account/SignIn.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { forgetCard } from '../card/shelf.ts'
import { forgetCardPage } from '../offline.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/account.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  return data({ points: await takeIfAny(api.GET('/v1/loyalty/me')) }, { headers })
}

export default function Account({ loaderData: { points } }: Route.ComponentProps) {
  const w = useWords()
  const me = useShop()?.member
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-6 px-4 pt-4 tablet:px-5 desk:pt-8">
      {me ? (
        <>
          <h1 className="text-22 desk:text-28">{w.named(me.name ?? '')}</h1>
          {points && <MyPoints points={points} />}
        </>
      ) : (
        <section className="grid gap-4">
          <h1 className="text-22 desk:text-28">{w.guestTitle}</h1>
          <p className="text-14 text-ink-2">{w.guestText}</p>
          <SignIn />
        </section>
      )}
      <Menu member={Boolean(me)} />
      <Install />
      <LangRow />
      {me && <SignOut label={w.signOut} />}
    </div>
  )
}

function MyPoints({ points }: { points: Points }) {
  const w = useWords()
  const lang = useLang()
  const soon = points.next_expiry
  return (
    <section className="grid grid-cols-[1fr_auto] items-center gap-x-4 rounded-12 border border-line bg-surface p-4">
      <Link to="/points" className="grid">
        <span className="ui text-12 text-ink-2">{w.have}</span>
        <b className="figures text-40">{figure(points.available)}</b>
        <span className="ui figures text-12 text-ink-2">
          {soon ? `${figure(soon.amount)} ${w.pointsName}・${w.until(fullDay(soon.expires_at, lang))}` : w.noExpiring}
          {points.pending > 0 && <span className="block">{w.pending(figure(points.pending))}</span>}
        </span>
      </Link>
      <Link to="/card" className={buttonClass('outline')}>
        <Icon name="card" size={20} />
        {w.card}
      </Link>
    </section>
  )
}

/** Everything that is hers, a press away; what anybody may have is there for a guest too. */
function Menu({ member }: { member: boolean }) {
  const w = useAccountWords()
  const rows: { to: string; icon: Glyph; name: string; anyone?: boolean }[] = [
    { to: '/orders', icon: 'receipt', name: w.orders, anyone: true },
    { to: '/holds', icon: 'bookmark', name: w.holds },
    { to: '/wishes', icon: 'heart', name: w.wishes, anyone: true },
    { to: '/points', icon: 'stamp', name: w.points },
    { to: '/gifts', icon: 'gift', name: w.gifts, anyone: true },
    { to: '/gift-cards', icon: 'card', name: w.giftCards, anyone: true },
    { to: '/coupons', icon: 'tag', name: w.coupons },
    { to: '/entries', icon: 'qr', name: w.entries, anyone: true },
    { to: '/in-store', icon: 'scan', name: w.inStore, anyone: true },
    { to: '/addresses', icon: 'truck', name: w.addresses },
    { to: '/security', icon: 'mobile', name: w.security },
    { to: '/privacy', icon: 'eye', name: w.privacy },
  ]
  return (
    <nav aria-label={w.myThings}>
      <ul className="divide-y divide-line border-y border-line">
        {rows
          .filter(({ anyone }) => member || anyone)
          .map(({ to, icon, name }) => (
            <li key={to}>
              <Link to={to} className="ui flex min-h-13 items-center gap-3 text-14">
                <Icon name={icon} size={22} className="text-ink-2" />
                <span className="grow">{name}</span>
                <Icon name="right" size={18} className="text-ink-3" />
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function LangRow() {
  const w = useWords()
  const lang = useLang()
  return (
    <section className="flex flex-wrap items-center gap-3">
      <Icon name="globe" size={20} className="text-ink-3" />
      <span className="ui grow text-14">{w.languageName}</span>
      <Button look={lang === 'ja' ? 'selected' : 'outline'} onPress={() => chooseLang('ja')}>
        日本語
      </Button>
      <Button look={lang === 'en' ? 'selected' : 'outline'} onPress={() => chooseLang('en')}>
        English
      </Button>
    </section>
  )
}

function SignOut({ label }: { label: string }) {
  const text = useText()
  const { revalidate } = useRevalidator()
  const leave = useAct(async () => {
    await takeIfAny(api.DELETE('/v1/access/session'))
    forgetCard()
    await forgetCardPage()
    await revalidate()
  })
  return (
    <div className="grid justify-items-start gap-3">
      {leave.refused && <Notice tone="refused">{text(leave.refused.text)}</Notice>}
      <Button look="quiet" icon="out" onPress={() => leave.run()} isDisabled={leave.busy}>
        {label}
      </Button>
    </div>
  )
}
