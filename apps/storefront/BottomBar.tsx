import { NavLink } from 'react-router'
import type { Glyph } from '../kit/glyphs.ts'
import { Icon } from '../kit/Icon.tsx'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

/** The bar under the thumb, with the member card raised in its middle. Wide screens have it in the header instead. */
export function BottomBar() {
  const w = useWords()
  const count = useShop()?.count ?? 0
  return (
    <nav className="fixed inset-x-0 bottom-0 z-30 grid h-[4.75rem] grid-cols-5 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] desk:hidden">
      <Place to="/" icon="home" label={w.home} />
      <Place to="/search" icon="search" label={w.search} />
      <NavLink
        to="/card"
        className="ui relative flex flex-col items-center justify-end pb-3 text-12 font-bold text-indigo"
      >
        <span className="absolute -top-6 grid size-[4.25rem] place-items-center rounded-full border border-line bg-surface [clip-path:inset(0_0_44px_0)]" />
        <span className="absolute -top-[1.125rem] grid size-15 place-items-center rounded-full bg-indigo text-on-indigo">
          <Icon name="card" size={28} />
        </span>
        {w.card}
      </NavLink>
      <Place to="/cart" icon="cart" label={w.cart} count={count} />
      <Place to="/account" icon="person" label={w.account} />
    </nav>
  )
}

type PlaceProps = { to: string; icon: Glyph; label: string; count?: number }

function Place({ to, icon, label, count = 0 }: PlaceProps) {
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={({ isActive }) =>
        `ui relative flex flex-col items-center justify-center gap-1 text-12 ${isActive ? 'font-bold text-indigo' : 'text-ink-2'}`
      }
    >
      {({ isActive }) => (
        <>
          {isActive && <span className="absolute -top-px h-0.5 w-7 bg-indigo" />}
          <span className="relative">
            <Icon name={icon} />
            {count > 0 && <Count count={count} className="absolute -top-2 -right-3" />}
          </span>
          {label}
        </>
      )}
    </NavLink>
  )
}

/** How many, on the corner of an icon. */
export function Count({ count, className = '' }: { count: number; className?: string }) {
  return (
    <span
      className={`figures grid h-[1.125rem] min-w-[1.125rem] place-items-center rounded-full bg-[#b93826] px-1 text-12 leading-none font-bold text-white ${className}`}
    >
      {count}
    </span>
  )
}
