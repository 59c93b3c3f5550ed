import { lazy, Suspense, useEffect } from 'react'
import {
  Links,
  Meta,
  type MetaFunction,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useRouteError,
} from 'react-router'
import { DemoBar } from '../kit/DemoBar.tsx'
import { ErrorState } from '../kit/States.tsx'
import { ToastProvider } from '../kit/Toast.tsx'
import { LangProvider } from '../kit/words.ts'
import { catchUp } from './alive.ts'
import { BottomBar } from './BottomBar.tsx'
import { Consent } from './consent/Consent.tsx'
import early from './early.js?raw'
import { Header } from './Header.tsx'
import { LegalLinks } from './legal/LegalLinks.tsx'
import { sells } from './legal/sells.ts'
import { keepForOffline } from './offline.ts'
import { Page } from './product/Arriving.tsx'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

export { loader } from './arrival.server.ts'

// A shop is open but for its first days: its pages do not carry the other one along.
const NotOpen = lazy(() => import('./legal/NotOpen.tsx'))

/** The card must open without a signal: nothing is asked again on the way to it. */
export function shouldRevalidate({
  nextUrl,
  currentUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const to_card = nextUrl.pathname === '/card' && currentUrl.pathname !== '/card'
  return !to_card && defaultShouldRevalidate
}

export const meta: MetaFunction = () => [{ title: 'Engawa' }]

export function Layout({ children }: { children: React.ReactNode }) {
  const shop = useShop()
  const lang = shop?.lang ?? 'ja'
  useEffect(catchUp, [])
  return (
    <html lang={lang} style={shop?.look?.style}>
      <head>
        <meta charSet="utf-8" />
        {/* Our own text, known to the page's policy by its hash. */}
        <script>{early}</script>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6ece0" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#2a2219" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
        {shop?.open === false && <meta name="robots" content="noindex" />}
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
  const { pathname } = useLocation()
  const shut = shop?.open === false && sells(pathname)
  const member_number = shop?.member?.member_number ?? null
  useEffect(() => keepForOffline(member_number), [member_number])
  return (
    <ToastProvider>
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        {w.skip}
      </a>
      <DemoBar kind="member" name={shop?.member?.name ?? null} look="strip" />
      {!shut && <Header />}
      <main id="main" className="pb-28 desk:pb-16">
        {shut ? (
          <Suspense>
            <NotOpen />
          </Suspense>
        ) : (
          <Page />
        )}
        <LegalLinks />
      </main>
      {!shut && <BottomBar />}
      {pathname !== '/card' && <Consent />}
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
