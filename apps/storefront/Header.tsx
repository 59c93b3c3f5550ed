import { Link, NavLink, useLocation } from 'react-router'
import { buttonClass } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useName } from '../kit/naming.ts'
import { SearchBox } from './SearchBox.tsx'
import { ShopPicker } from './ShopPicker.tsx'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

/** On a phone: the mark and my shop, on the first page only. On a wide screen: everything the bottom bar has. */
export function Header() {
  const home = useLocation().pathname === '/'
  return (
    <>
      {home && (
        <header className="flex h-15 items-center gap-3 px-4 tablet:px-5 desk:hidden">
          <Wordmark />
          <ShopPicker />
          <InStore className="ml-auto" />
        </header>
      )}
      <WideHeader />
    </>
  )
}

/** A brand's own name on its own address, the house's mark on the group's. */
function Wordmark({ size = 32 }: { size?: number }) {
  const w = useWords()
  const name = useName()
  const look = useShop()?.look
  return (
    <Link to="/" aria-label={w.home} className="ui shrink-0">
      {look ? <b className="text-18 tracking-[0.08em] text-indigo">{name(look)}</b> : <Mark size={size} />}
    </Link>
  )
}

function InStore({ className = '' }: { className?: string }) {
  const w = useWords()
  return (
    <Link to="/in-store" aria-label={w.inStore} className={`grid size-11 shrink-0 place-items-center ${className}`}>
      <Icon name="scan" />
    </Link>
  )
}

function WideHeader() {
  const w = useWords()
  const name = useName()
  const shop = useShop()
  return (
    <header className="sticky top-0 z-30 hidden border-b border-line bg-surface desk:block">
      <div className="mx-auto flex h-18 max-w-[80rem] items-center gap-5 px-12">
        <Wordmark size={36} />
        <nav aria-label={w.categories} className="flex shrink-0 gap-1">
          {shop?.top.map((category) => (
            <NavLink
              key={category.category_id}
              to={`/categories/${category.category_id}`}
              className={({ isActive }) =>
                `ui px-2 py-3 text-14 whitespace-nowrap hover:text-indigo ${isActive ? 'font-bold text-indigo' : ''}`
              }
            >
              {name(category)}
            </NavLink>
          ))}
        </nav>
        <SearchBox className="min-w-0 max-w-[21rem] grow" />
        <div className="ml-auto flex shrink-0 items-center gap-4">
          <ShopPicker short />
          <Link to="/card" className={buttonClass('filled')}>
            <Icon name="card" size={20} />
            {w.card}
          </Link>
          <Link to="/cart" className="ui flex min-h-11 items-center gap-2 text-14 hover:text-indigo">
            <Icon name="cart" />
            {w.cart}
            {shop && shop.count > 0 && <b className="figures text-indigo">{shop.count}</b>}
          </Link>
          <Link to="/account" className="ui flex min-h-11 max-w-36 items-center gap-2 text-14 hover:text-indigo">
            <Icon name="person" />
            <span className="truncate">{shop?.member?.name ? w.named(shop.member.name) : w.account}</span>
          </Link>
        </div>
      </div>
    </header>
  )
}
