import { useQuery } from '@tanstack/react-query'
import { Outlet } from 'react-router'
import { take } from '../kit/client.ts'
import { StaffSignIn } from '../kit/StaffSignIn.tsx'
import { ErrorState } from '../kit/States.tsx'
import { useServerClock } from '../kit/serverClock.ts'
import { ToastProvider } from '../kit/Toast.tsx'
import { api, queries } from './api.ts'
import { FinderProvider } from './find/Finder.tsx'
import { PlacesContext, StaffContext } from './office.ts'
import { Rail } from './Rail.tsx'

/** The office: a rail by job, a screen beside it. */
export function Console() {
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
  if (!me.data.staff) {
    return <StaffSignIn api={api} places={places.data.items} onDone={() => queries.resetQueries()} />
  }
  return (
    <StaffContext value={me.data.staff}>
      <PlacesContext value={places.data.items}>
        <ToastProvider className="bottom-8">
          <FinderProvider>
            <div className="grid h-dvh grid-cols-[4.5rem_minmax(0,1fr)] overflow-hidden desk:grid-cols-[12.25rem_minmax(0,1fr)]">
              <Rail />
              <Outlet />
            </div>
          </FinderProvider>
        </ToastProvider>
      </PlacesContext>
    </StaffContext>
  )
}
