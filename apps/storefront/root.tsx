import { useEffect } from 'react'
import { data, Links, Meta, type MetaFunction, Outlet, Scripts, ScrollRestoration, useRouteError } from 'react-router'
import { take, takeIfAny } from '../kit/client.ts'
import { DemoBar } from '../kit/DemoBar.tsx'
import { addDays, calendarDay } from '../kit/format.ts'
import { ErrorState } from '../kit/States.tsx'
import { ToastProvider } from '../kit/Toast.tsx'
import { LangProvider, langOf } from '../kit/words.ts'
import type { Route } from './+types/root.ts'
import { apiOf } from './api.server.ts'
import { BottomBar } from './BottomBar.tsx'
import { brandOf } from './brand.server.ts'
import { lookOf } from './brand.ts'
import { keepForOffline } from './offline.ts'
import './face.css'
import { Header } from './Header.tsx'
import { categoriesOf } from './known.server.ts'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const position = choice.here ?? {}
  const calm = <T,>(work: Promise<T | null>) => work.catch(() => null)
  const [me, cart, found, categories, brand] = await Promise.all([
    calm(takeIfAny(api.GET('/v1/customers/me'))),
    calm(takeIfAny(api.GET('/v1/carts/current'))),
    calm(take(api.GET('/v1/stores/places', { params: { query: { pickup: true, limit: 100, ...position } } }))),
    calm(categoriesOf(api)),
    calm(brandOf(request, api)),
  ])
  const shops = found?.items ?? []
  const place_id = choice.place_id ?? me?.home_place_id
  const place = shops.find((shop) => shop.place_id === place_id) ?? null
  const lang = langOf(request.headers.get('cookie'))
  const now = cart?.as_of ?? today(shops[0]?.business_date)
  const member = me?.kind === 'member' ? me : null
  const top = (categories ?? []).filter((each) => each.parent_id === null)
  const look = brand && lookOf(brand)
  const who = { visiting: me !== null, member, count: cart?.pieces ?? 0 }
  return data({ lang, ...who, shops, place, choice, now, top, look }, { headers })
}

/** The present, by the shops' own date where that is later: a demo's clock may be days ahead of this machine's. */
function today(business_date: string | undefined): string {
  const now = new Date().toISOString()
  const ahead = business_date ? (Date.parse(business_date) - Date.parse(calendarDay(now))) / 86_400_000 : 0
  return ahead > 0 ? addDays(now, ahead) : now
}

export const meta: MetaFunction = () => [{ title: 'Engawa' }]

export function Layout({ children }: { children: React.ReactNode }) {
  const shop = useShop()
  const lang = shop?.lang ?? 'ja'
  return (
    <html lang={lang} style={shop?.look?.style}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6ece0" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#2a2219" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LangProvider value={lang}>{children}</LangProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function Storefront() {
  const w = useWords()
  const shop = useShop()
  useEffect(keepForOffline, [])
  return (
    <ToastProvider>
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        {w.skip}
      </a>
      <DemoBar kind="member" name={shop?.member?.name ?? null} look="strip" />
      <Header />
      <main id="main" className="pb-28 desk:pb-16">
        <Outlet />
      </main>
      <BottomBar />
    </ToastProvider>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState error={error} onRetry={() => location.reload()} />
    </main>
  )
}
