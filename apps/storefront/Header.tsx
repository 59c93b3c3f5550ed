import { Form, Link, useLocation } from 'react-router'
import { buttonClass } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { ShopPicker } from './ShopPicker.tsx'
import { useShop } from './shop.ts'
import { useWords } from './words.ts'

/** On a phone: the mark and my shop, on the first page only. On a wide screen: everything the bottom bar has. */
export function Header() {
  const home = useLocation().pathname === '/'
  return (
    <>
      {home && (
        <header className="flex h-15 items-center gap-3 px-4 desk:hidden">
          <Mark />
          <ShopPicker />
        </header>
      )}
      <WideHeader />
    </>
  )
}

function WideHeader() {
  const w = useWords()
  const shop = useShop()
  return (
    <header className="sticky top-0 z-30 hidden border-b border-line bg-surface desk:block">
      <div className="mx-auto flex h-18 max-w-[80rem] items-center gap-6 px-12">
        <Link to="/" aria-label={w.home} className="shrink-0">
          <Mark size={36} />
        </Link>
        <Link to="/search" className="ui shrink-0 px-2 py-3 text-14 hover:text-indigo">
          {w.shelf}
        </Link>
        <Form action="/search" role="search" className="relative max-w-[24rem] grow">
          <Icon name="search" size={20} className="absolute top-3 left-4 text-ink-3" />
          <input
            name="q"
            type="search"
            aria-label={w.search}
            placeholder={w.searchHint}
            className="ui h-11 w-full rounded-6 border border-control bg-surface pr-3 pl-11 text-14"
          />
        </Form>
        <div className="ml-auto flex items-center gap-4">
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
          <Link to="/account" className="ui flex min-h-11 items-center gap-2 text-14 hover:text-indigo">
            <Icon name="person" />
            {shop?.member?.name ? w.named(shop.member.name) : w.account}
          </Link>
        </div>
      </div>
    </header>
  )
}
