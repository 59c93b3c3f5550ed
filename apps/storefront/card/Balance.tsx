import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Points } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useWords } from '../words.ts'

/** What there is, beside what is about to go. */
export function Balance({ points }: { points: Points }) {
  const w = useWords()
  const lang = useLang()
  const soon = points.next_expiry
  return (
    <section className="mt-5 grid grid-cols-2 border-b border-line pb-4">
      <p className="ui">
        <span className="text-12 text-ink-2">{w.have}</span>
        <b className="figures block text-40">{figure(points.available)}</b>
        {points.pending > 0 && <span className="figures text-12 text-ink-2">{w.pending(figure(points.pending))}</span>}
      </p>
      <p className="ui border-l border-line pl-5">
        <b className={`flex items-center gap-1 text-12 ${soon ? 'text-amber' : 'font-normal text-ink-2'}`}>
          <Icon name="clock" size={16} />
          {w.expiring}
        </b>
        {soon ? (
          <>
            <b className="figures block text-22">
              {figure(soon.amount)} <span className="text-14 font-normal">{w.pointsName}</span>
            </b>
            <span className="figures text-12 text-ink-2">{w.until(fullDay(soon.expires_at, lang))}</span>
          </>
        ) : (
          <span className="block pt-1 text-12 text-ink-2">{w.noExpiring}</span>
        )}
      </p>
    </section>
  )
}
