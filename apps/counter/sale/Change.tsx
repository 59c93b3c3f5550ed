import { yen } from '../../kit/format.ts'
import { useWords } from '../words.ts'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'

/** Received and change, as big as the total: what the hand does next. */
export function Change({ tendered_yen }: { tendered_yen: number | null }) {
  const w = useWords()
  const { lines, done } = useSale()
  const sums = useSums()
  const total = lines.length === 0 && done ? done.order.totals.total_yen : sums.total_yen
  const change = tendered_yen === null || total === 0 ? null : tendered_yen - total
  return (
    <div className="figures ui">
      <p className="flex items-baseline justify-between border-b border-line pt-1 pb-2.5 text-ink-2">
        <span className="text-16">{w.tendered}</span>
        <b className="text-28">{tendered_yen === null ? '—' : yen(tendered_yen)}</b>
      </p>
      <p
        className={`flex items-baseline justify-between pt-3 ${change !== null && change < 0 ? 'text-vermilion' : 'text-green'}`}
      >
        <b className="text-18">{change !== null && change < 0 ? w.short : w.change}</b>
        <b className="text-56 leading-none">{change === null ? '—' : yen(Math.abs(change))}</b>
      </p>
    </div>
  )
}
