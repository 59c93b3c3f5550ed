import { Link } from 'react-router'
import { reopening } from '../consent/Consent.tsx'
import { useLinkWords } from './linkWords.ts'

/** What the law wants within reach of every page. */
export function LegalLinks() {
  const w = useLinkWords()
  const links = [
    ['/legal/trade', w.trade],
    ['/legal/privacy', w.privacy],
    ['/legal/external-transmission', w.transmission],
  ] as const
  return (
    <footer className="mx-auto mt-12 max-w-[80rem] border-t border-line px-4 py-3 tablet:px-5 desk:px-12">
      <nav aria-label={w.footer}>
        <ul className="flex flex-wrap gap-x-5">
          {links.map(([to, name]) => (
            <li key={to}>
              <Link to={to} className="ui inline-flex min-h-11 items-center text-12 text-ink-2 hover:text-indigo">
                {name}
              </Link>
            </li>
          ))}
          <li>
            <button
              type="button"
              onClick={() => dispatchEvent(new Event(reopening))}
              className="ui inline-flex min-h-11 cursor-pointer items-center text-12 text-ink-2 hover:text-indigo"
            >
              {w.cookies}
            </button>
          </li>
        </ul>
      </nav>
    </footer>
  )
}
