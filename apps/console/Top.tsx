import type { ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { Icon } from '../kit/Icon.tsx'
import { FinderButton } from './find/Finder.tsx'
import { useStaff } from './office.ts'
import { screenAt, screensOf } from './screens.ts'
import { useWords } from './words.ts'

/** The line above every screen: where one is, what belongs to the whole of it, and the way to anything else. */
export function Top({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="ui flex h-15 shrink-0 items-center gap-4 border-b border-line bg-surface px-6">
      <h1 className="flex min-w-0 items-center gap-3 text-18 whitespace-nowrap">{title}</h1>
      {children}
      <FinderButton />
    </header>
  )
}

/** A screen of a job: its name above, the job's other screens as tabs below it, its content scrolling on its own. */
export function Screen({ children, extra, title }: { children: ReactNode; extra?: ReactNode; title?: string }) {
  const w = useWords()
  const { pathname } = useLocation()
  const here = screenAt(pathname)
  const siblings = screensOf(useStaff().role).filter((screen) => screen.job === here?.job)
  const name = here ? (w[here.name] as string) : ''
  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <Top
        title={
          title === undefined || !here ? (
            name
          ) : (
            <>
              <Link to={here.path} className="text-16 font-normal text-ink-2 hover:text-indigo">
                {name}
              </Link>
              <Icon name="right" size={16} className="text-ink-3" />
              <span className="truncate text-16">{title}</span>
            </>
          )
        }
      >
        {extra}
      </Top>
      {siblings.length > 1 && (
        <nav aria-label={name} className="ui flex shrink-0 gap-1 overflow-x-auto border-b border-line px-5">
          {siblings.map((screen) => (
            <NavLink
              key={screen.path}
              to={screen.path}
              className={({ isActive }) =>
                `flex min-h-11 items-center border-b-2 px-3 text-14 whitespace-nowrap ${isActive ? 'border-indigo font-bold text-indigo' : 'border-transparent text-ink-2 hover:text-ink'}`
              }
            >
              {w[screen.name] as string}
            </NavLink>
          ))}
        </nav>
      )}
      <div className="min-h-0 grow overflow-y-auto px-6 py-5">{children}</div>
    </main>
  )
}
