import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { take } from '../kit/client.ts'
import { StaffSignIn } from '../kit/StaffSignIn.tsx'
import { ErrorState } from '../kit/States.tsx'
import { useServerClock } from '../kit/serverClock.ts'
import { ToastProvider } from '../kit/Toast.tsx'
import { api, queries } from './api.ts'
import { refreshGoods } from './offline/goods.ts'
import { kept } from './offline/kept.ts'
import { keepSending } from './offline/send.ts'
import { Rail } from './Rail.tsx'
import { SaleProvider } from './sale/sale.tsx'
import { SumsProvider } from './sale/sums.ts'
import { TopBar } from './TopBar.tsx'
import { useTaxAndPoints } from './terms.ts'
import { TillProvider } from './till.ts'

const REFRESH_MS = 60_000

/** The till: nothing without a person signed in; then the bar, the rail and the screen, none of which ever scrolls away. */
export function Counter() {
  const clock = useServerClock()
  const me = useQuery({
    queryKey: ['me'],
    queryFn: () => kept('me', () => take(api.GET('/v1/access/me'))),
    staleTime: 60_000,
  })
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () =>
      kept(
        'places',
        async () => (await take(api.GET('/v1/stores/places', { params: { query: { limit: 200 } } }))).items,
      ),
    staleTime: 600_000,
  })
  const signed_in = Boolean(me.data?.staff)
  const terms = useTaxAndPoints(signed_in)
  useCatalogue(signed_in)
  const failed = me.error ?? places.error
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([me.refetch(), places.refetch()])} />
  if (!clock || !me.data || !places.data) return null
  const shops = places.data.filter((place) => place.kind !== 'office')
  const place = shops.find((each) => each.place_id === me.data.place_id)
  if (!me.data.staff || !place) return <StaffSignIn api={api} places={shops} onDone={() => queries.resetQueries()} />
  if (!terms) return null
  return (
    <TillProvider value={{ staff: me.data.staff, place, terms }}>
      <ToastProvider className="top-1.5">
        <SaleProvider>
          <SumsProvider>
            <div className="grid h-dvh grid-cols-1 grid-rows-[4rem_minmax(0,1fr)_auto] overflow-hidden tablet:grid-cols-[5.25rem_minmax(0,1fr)] tablet:grid-rows-[4rem_minmax(0,1fr)]">
              <TopBar />
              <Rail />
              <main className="isolate order-2 min-h-0 min-w-0 tablet:order-none">
                <Outlet />
              </main>
            </div>
          </SumsProvider>
        </SaleProvider>
      </ToastProvider>
    </TillProvider>
  )
}

/** The device's own catalogue is renewed every minute, and what was sold without a connection is told as soon as there is one. */
function useCatalogue(signed_in: boolean): void {
  useQuery({
    queryKey: ['catalogue'],
    queryFn: async () => {
      await refreshGoods()
      return true
    },
    enabled: signed_in,
    refetchInterval: REFRESH_MS,
  })
  useEffect(() => (signed_in ? keepSending() : undefined), [signed_in])
}
