import { NavLink } from 'react-router'
import type { Glyph } from '../kit/glyphs.ts'
import { Icon } from '../kit/Icon.tsx'
import { useDeskWords } from './gifts/deskWords.ts'
import { useLiveQueue } from './queue/live.ts'
import { useQueue } from './queue/orders.ts'
import { useWords } from './words.ts'

/** The till's places by job; the number is what waits. */
export function Rail() {
  const w = useWords()
  const gifts = useDeskWords()
  const waiting = useQueue().waiting
  useLiveQueue()
  return (
    <nav className="order-3 flex gap-1 overflow-x-auto border-t border-line bg-sunk p-1 tablet:order-none tablet:flex-col tablet:border-t-0 tablet:border-r tablet:p-2">
      <Place to="/" icon="register" label={w.sale} />
      <Place to="/queue" icon="bag" label={w.queue} count={waiting} />
      <Place to="/customers" icon="person" label={w.customer} />
      <Place to="/stock" icon="box" label={w.stock} />
      <Place to="/gifts" icon="gift" label={gifts.desk} />
      <Place to="/returns" icon="undo" label={w.returns} />
      <Place to="/more" icon="more" label={w.more} />
    </nav>
  )
}

function Place({ to, icon, label, count = 0 }: { to: string; icon: Glyph; label: string; count?: number }) {
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={({ isActive }) =>
        `ui grid h-14 min-w-12 grow content-center tablet:h-[5.25rem] tablet:grow-0 justify-items-center gap-1 rounded-12 border text-12 tablet:gap-1.5 tablet:text-14 ${isActive ? 'border-line bg-surface font-bold text-indigo' : 'border-transparent text-ink-2'}`
      }
    >
      <span className="relative">
        <Icon name={icon} />
        {count > 0 && (
          <span className="figures absolute -top-2 -right-4 grid h-5 min-w-5 place-items-center rounded-full bg-[#b93826] px-1 text-12 leading-none font-bold text-white">
            {count}
          </span>
        )}
      </span>
      {label}
    </NavLink>
  )
}
