import { fullDay, time, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { TillSession } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useTill } from '../till.ts'
import { Fact, Figures } from './Figures.tsx'
import { useDrawerWords } from './words.ts'

/** A session on white paper: X as it stands, or its Z as it was settled, the same however often it is printed. */
export function TillPaper({ session }: { session: TillSession }) {
  const w = useDrawerWords()
  const lang = useLang()
  const name = useName()
  const { place } = useTill()
  const { count, override } = session
  return (
    <article
      data-theme="light"
      data-print
      className="grid w-full max-w-[26rem] content-start gap-3 rounded-6 border border-line bg-white p-6 text-14 text-ink shadow-lift"
    >
      <header className="grid justify-items-center gap-1 text-center">
        <b className="text-16">{session.number === null ? w.x : w.z(String(session.number))}</b>
        <span className="text-14">{name(place)}</span>
        <span className="figures text-12 text-ink-2">
          {fullDay(session.opened_at, lang)}　{session.device_id}
        </span>
        <span className="figures text-12 text-ink-2">
          {w.opened(time(session.opened_at), session.opened_by.name ?? '')}
        </span>
        {session.closed_at && (
          <span className="figures text-12 text-ink-2">
            {w.settledBy(time(session.closed_at), session.closed_by?.name ?? '')}
          </span>
        )}
      </header>
      <Figures figures={session.figures} />
      <dl className="ui figures grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-dashed border-control pt-3">
        <Fact name={w.float} value={yen(session.float_yen)} />
        {session.cash.map((moved) => (
          <Fact
            key={moved.till_cash_id}
            name={`${moved.kind === 'in' ? w.cashIn : w.cashOut}　${moved.reason}`}
            value={`${moved.kind === 'in' ? '' : '−'}${yen(moved.amount_yen)}`}
          />
        ))}
        {count && (
          <>
            <Fact name={w.expected} value={yen(count.expected_yen)} />
            <Fact name={`${w.counted}　${w.counts(String(session.counts))}`} value={yen(count.counted_yen)} />
            <Fact name={w.difference} value={signed(count.difference_yen)} strong />
          </>
        )}
        {override && <Fact name={w.approvedBy(override.by.name ?? '')} value={override.reason} />}
      </dl>
      {session.late && (
        <section className="grid gap-2 border-t border-dashed border-control pt-3">
          <b>{w.late}</b>
          <Figures figures={session.late} />
        </section>
      )}
    </article>
  )
}

/** Money too much or missing. */
export function signed(amount_yen: number): string {
  if (amount_yen === 0) return '±¥0'
  return `${amount_yen > 0 ? '+' : '−'}${yen(Math.abs(amount_yen))}`
}
