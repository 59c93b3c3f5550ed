import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { NavLink, Outlet } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { take, takeIfAny } from '../kit/client.ts'
import { DemoBar } from '../kit/DemoBar.tsx'
import type { Glyph } from '../kit/glyphs.ts'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useName } from '../kit/naming.ts'
import { StaffSignIn } from '../kit/StaffSignIn.tsx'
import { ErrorState } from '../kit/States.tsx'
import { useServerClock } from '../kit/serverClock.ts'
import type { Place, Staff } from '../kit/shapes.ts'
import { ToastProvider } from '../kit/Toast.tsx'
import { api, queries } from './api.ts'
import { useWords } from './words.ts'

const PlacesContext = createContext<Place[]>([])

/** Every place of the group, for names and the plan of the town. */
export function usePlaces(): Place[] {
  return useContext(PlacesContext)
}

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
    <PlacesContext value={places.data.items}>
      <ToastProvider className="bottom-8">
        <div className="grid h-dvh grid-cols-[12.25rem_minmax(0,1fr)] overflow-hidden">
          <Rail staff={me.data.staff} />
          <Outlet />
        </div>
      </ToastProvider>
    </PlacesContext>
  )
}

function Rail({ staff }: { staff: Staff }) {
  const w = useWords()
  const name = useName()
  const leave = async () => {
    await takeIfAny(api.DELETE('/v1/access/session'))
    await queries.resetQueries()
  }
  return (
    <nav className="flex min-h-0 flex-col gap-1 border-r border-line bg-sunk p-3">
      <span className="mb-2 flex items-center gap-3 px-2 py-1">
        <Mark size={30} />
        <b className="text-18">Engawa</b>
      </span>
      <RailLink to="/" icon="live" label={w.now} />
      <RailLink to="/customers" icon="people" label={w.customers} />
      <RailLink to="/products" icon="box" label={w.products} />
      <span className="mt-auto" />
      <DemoBar kind="staff" name={staff.display_name} look="pill" />
      <div className="ui border-t border-line px-2 pt-3">
        <b className="text-14">{name({ name: staff.display_name, name_en: staff.display_name_en })}</b>
        <span className="block text-12 text-ink-2">{w[staff.role]}</span>
        <Button look="quiet" className="-ml-4 !font-normal" onPress={leave}>
          {w.signOut}
        </Button>
      </div>
    </nav>
  )
}

function RailLink({ to, icon, label }: { to: string; icon: Glyph; label: string }) {
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={({ isActive }) =>
        `ui flex min-h-11 items-center gap-3 rounded-6 border px-3 text-14 ${isActive ? 'border-line bg-surface font-bold text-indigo' : 'border-transparent text-ink-2 hover:text-ink'}`
      }
    >
      <Icon name={icon} size={20} />
      {label}
    </NavLink>
  )
}
