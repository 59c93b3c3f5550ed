import { useQuery } from '@tanstack/react-query'
import { Outlet } from 'react-router'
import { take, takeIfAny } from '../kit/client.ts'
import { ErrorState } from '../kit/States.tsx'
import { ToastProvider } from '../kit/Toast.tsx'
import { api } from './api.ts'
import { Rail } from './Rail.tsx'
import { SignIn } from './SignIn.tsx'
import { SaleProvider } from './sale/sale.tsx'
import { StaffProvider } from './staff.ts'
import { TopBar } from './TopBar.tsx'

/** The till: nothing without a person signed in; then the bar, the rail and the screen, none of which ever scrolls away. */
export function Counter() {
  const staff = useQuery({ queryKey: ['staff'], queryFn: () => takeIfAny(api.GET('/v1/access/me')), staleTime: 60_000 })
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () => take(api.GET('/v1/stores/places')),
    staleTime: 600_000,
  })
  if (staff.isPending) return null
  if (staff.isError) return <ErrorState error={staff.error} onRetry={() => staff.refetch()} />
  const shops = (places.data?.items ?? []).filter((place) => place.kind === 'shop' || place.kind === 'popup')
  if (!staff.data) return <SignIn shops={shops} />
  return (
    <StaffProvider value={staff.data}>
      <ToastProvider className="top-20">
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
    </StaffProvider>
  )
}
