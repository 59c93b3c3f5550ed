import { Link, useLocation } from 'react-router'
import { Button, IconButton } from '../kit/Button.tsx'
import { takeIfAny } from '../kit/client.ts'
import { DemoBar } from '../kit/DemoBar.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useName } from '../kit/naming.ts'
import { api, queries } from './api.ts'
import { useStaff } from './office.ts'
import { jobs, screenAt, screensOf } from './screens.ts'
import { useWords } from './words.ts'

/** The left rail by job: only what somebody of this role works with, and only its icons where the screen is narrow. */
export function Rail() {
  const w = useWords()
  const name = useName()
  const staff = useStaff()
  const { pathname } = useLocation()
  const here = screenAt(pathname)?.job
  const mine = screensOf(staff.role)
  const leave = async () => {
    await takeIfAny(api.DELETE('/v1/access/session'))
    await queries.resetQueries()
  }
  return (
    <nav className="flex min-h-0 flex-col gap-1 overflow-y-auto border-r border-line bg-sunk p-2 desk:p-3">
      <span className="mb-2 flex items-center justify-center gap-3 px-2 py-1 desk:justify-start">
        <Mark size={30} />
        <b className="hidden text-18 desk:block">Engawa</b>
      </span>
      {jobs.map(({ job, icon, name: label }) => {
        const first = mine.find((screen) => screen.job === job)
        if (!first) return null
        const active = job === here
        return (
          <Link
            key={job}
            to={first.path}
            title={w[label] as string}
            aria-current={active ? 'page' : undefined}
            className={`ui flex min-h-11 shrink-0 items-center justify-center gap-3 rounded-6 border px-3 text-14 desk:justify-start ${active ? 'border-line bg-surface font-bold text-indigo' : 'border-transparent text-ink-2 hover:text-ink'}`}
          >
            <Icon name={icon} size={20} />
            <span className="sr-only desk:not-sr-only">{w[label] as string}</span>
          </Link>
        )
      })}
      <span className="mt-auto" />
      <div className="hidden desk:block">
        <DemoBar kind="staff" name={staff.display_name} look="pill" />
      </div>
      <div className="ui hidden border-t border-line px-2 pt-3 desk:block">
        <b className="text-14">{name({ name: staff.display_name, name_en: staff.display_name_en })}</b>
        <span className="block text-12 text-ink-2">{w[staff.role]}</span>
        <Button look="quiet" className="-ml-4 !font-normal" onPress={leave}>
          {w.signOut}
        </Button>
      </div>
      <IconButton icon="out" label={w.signOut} className="self-center desk:hidden" onPress={leave} />
    </nav>
  )
}
