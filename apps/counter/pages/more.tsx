import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { EmptyState } from '../../kit/States.tsx'
import { chooseLang, useLang } from '../../kit/words.ts'
import { useDrawerWords } from '../drawer/words.ts'
import { useCardWords } from '../gift-cards/words.ts'
import { lastPapers, useUnsent } from '../offline/queue.ts'
import { useWords } from '../words.ts'

const SHOWN = 50

/** What this till printed lately, to be printed once more; its drawer; and the language of the screen. */
export function MorePage() {
  const w = useWords()
  const k = useKitWords()
  const c = useCardWords()
  const d = useDrawerWords()
  const lang = useLang()
  const unsent = useUnsent()
  const papers = useQuery({ queryKey: ['papers', unsent.count], queryFn: () => lastPapers(SHOWN) })
  return (
    <section className="grid h-full min-h-0 content-start gap-4 overflow-y-auto p-5">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-22">{w.lastReceipts}</h1>
        <span className="flex flex-wrap gap-2">
          <Link to="/gift-cards" className={buttonClass('outline')}>
            <Icon name="gift" size={20} />
            {c.title}
          </Link>
          <Link to="/drawer" className={buttonClass('outline')}>
            <Icon name="register" size={20} />
            {d.title}
          </Link>
          <Button look="outline" icon="globe" onPress={() => chooseLang(lang === 'ja' ? 'en' : 'ja')}>
            {k.language}
          </Button>
        </span>
      </header>
      {papers.data?.length === 0 && <EmptyState icon="receipt" title={w.noReceipts} />}
      <ul className="divide-y divide-line rounded-12 border border-line bg-surface not-[:has(li)]:hidden">
        {papers.data?.map((paper) => (
          <li key={paper.number}>
            <Link
              to={`/receipts/${paper.number}`}
              className="ui flex min-h-14 items-center gap-4 px-4 py-2 text-16 no-underline hover:bg-sunk"
            >
              <span className="figures">{time(paper.placed_at)}</span>
              <span className="min-w-0 grow truncate text-14 text-ink-2">
                {paper.lines.map((line) => line.name).join('・')}
              </span>
              {paper.order_id === null && <Icon name="offline" size={18} className="text-amber" />}
              <b className="figures">{yen(paper.total_yen)}</b>
              <Icon name="right" size={18} className="text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
