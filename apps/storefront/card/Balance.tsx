import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Points } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

const SOON_MS = 60 * 86_400_000

/** What there is, beside what goes next; the colour of warning only where that is near. */
export function Balance({ points }: { points: Points }) {
  const w = useWords()
  const lang = useLang()
  const now = useShop()?.now
  const next = points.next_expiry
  const soon = next !== null && now !== undefined && Date.parse(next.expires_at) - Date.parse(now) < SOON_MS
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
          {soon ? w.expiring : w.expiresNext}
        </b>
        {next ? (
          <>
            <b className="figures block text-22">
              {figure(next.amount)} <span className="text-14 font-normal">{w.pointsName}</span>
            </b>
            <span className="figures text-12 text-ink-2">{w.until(fullDay(next.expires_at, lang))}</span>
          </>
        ) : (
          <span className="block pt-1 text-12 text-ink-2">{w.noExpiring}</span>
        )}
      </p>
    </section>
  )
}
