import { useQuery } from '@tanstack/react-query'
import { Outlet } from 'react-router'
import { take } from '../kit/client.ts'
import { StaffSignIn } from '../kit/StaffSignIn.tsx'
import { ErrorState } from '../kit/States.tsx'
import { useServerClock } from '../kit/serverClock.ts'
import { ToastProvider } from '../kit/Toast.tsx'
import { api, queries } from './api.ts'
import { Rail } from './Rail.tsx'
import { SaleProvider } from './sale/sale.tsx'
import { TopBar } from './TopBar.tsx'
import { TillProvider } from './till.ts'

/** The till: nothing without a person signed in; then the bar, the rail and the screen, none of which ever scrolls away. */
export function Counter() {
  const clock = useServerClock()
  const me = useQuery({ queryKey: ['me'], queryFn: () => take(api.GET('/v1/access/me')), staleTime: 60_000 })
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () => take(api.GET('/v1/stores/places', { params: { query: { limit: 200 } } })),
    staleTime: 600_000,
  })
  const failed = me.error ?? places.error
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([me.refetch(), places.refetch()])} />
  if (!clock || !me.data || !places.data) return null
  const shops = places.data.items.filter((place) => place.kind !== 'office')
  const place = shops.find((each) => each.place_id === me.data.place_id)
  if (!me.data.staff || !place) return <StaffSignIn api={api} places={shops} onDone={() => queries.resetQueries()} />
  return (
    <TillProvider value={{ staff: me.data.staff, place }}>
      <ToastProvider className="top-1.5">
        <SaleProvider>
          <div className="grid h-dvh grid-cols-[5.25rem_minmax(0,1fr)] grid-rows-[4rem_minmax(0,1fr)] overflow-hidden">
            <TopBar />
            <Rail />
            <main className="min-h-0 min-w-0">
              <Outlet />
            </main>
          </div>
        </SaleProvider>
      </ToastProvider>
    </TillProvider>
  )
}
