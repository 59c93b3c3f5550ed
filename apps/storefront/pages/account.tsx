import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { chooseLang, useLang } from '../../kit/words.ts'
import { MyWays } from '../account/MyWays.tsx'
import { OrderRow } from '../account/OrderRow.tsx'
import { SignIn } from '../account/SignIn.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { forgetCard } from '../offline.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/account.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [points, orders, passkeys, ways] = await Promise.all([
    takeIfAny(api.GET('/v1/loyalty/me')),
    takeIfAny(api.GET('/v1/orders', { params: { query: { limit: 50 } } })),
    takeIfAny(api.GET('/v1/customers/me/passkeys')),
    takeIfAny(api.GET('/v1/customers/me/ways-in')),
  ])
  const mine = { passkeys: passkeys?.items ?? [], line: ways?.line ?? false }
  return data({ points, orders: orders?.items ?? [], ...mine }, { headers })
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const me = useShop()?.member
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-6 px-4 pt-4 desk:pt-8">
      {me ? <Mine name={me.name ?? ''} {...loaderData} /> : <Guest />}
      {me && <MyWays passkeys={loaderData.passkeys} line={loaderData.line} />}
      <LangRow />
      {me && <SignOut label={w.signOut} />}
    </div>
  )
}

function Guest() {
  const w = useWords()
  return (
    <section className="grid gap-4">
      <h1 className="text-22">{w.guestTitle}</h1>
      <p className="text-14 text-ink-2">{w.guestText}</p>
      <SignIn />
    </section>
  )
}

type MineProps = Route.ComponentProps['loaderData'] & { name: string }

function Mine({ name, points, orders }: MineProps) {
  const w = useWords()
  const lang = useLang()
  const soon = points?.next_expiry
  return (
    <>
      <h1 className="text-22">{w.named(name)}</h1>
      {points && (
        <Link
          to="/card"
          className="grid grid-cols-[1fr_auto] items-center gap-x-4 rounded-12 border border-line bg-surface p-4"
        >
          <span className="ui text-12 text-ink-2">{w.have}</span>
          <span className={buttonClass('outline', 'touch', 'row-span-3')}>
            <Icon name="card" size={20} />
            {w.card}
          </span>
          <b className="figures text-40">{figure(points.available)}</b>
          <span className="ui figures text-12 text-ink-2">
            {soon ? `${figure(soon.amount)} ${w.pointsName}・${w.until(fullDay(soon.expires_at, lang))}` : w.noExpiring}
            {points.pending > 0 && <span className="block">{w.pending(figure(points.pending))}</span>}
          </span>
        </Link>
      )}
      <section>
        <h2 className="mb-2 text-16">{w.recentOrders}</h2>
        {orders.length === 0 ? (
          <EmptyState icon="bag" title={w.noOrders} text={w.noOrdersText} />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {orders.map((order) => (
              <OrderRow key={order.order_id} order={order} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function LangRow() {
  const w = useWords()
  const lang = useLang()
  return (
    <section className="flex items-center gap-3 border-t border-line pt-4">
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
  const { revalidate } = useRevalidator()
  const leave = useAct(async () => {
    await takeIfAny(api.DELETE('/v1/access/session'))
    await forgetCard()
    await revalidate()
  })
  return (
    <Button look="quiet" icon="out" onPress={() => leave.run()} isDisabled={leave.busy} className="justify-self-start">
      {label}
    </Button>
  )
}
