import { yen } from '../../kit/format.ts'
import { useWords } from '../words.ts'
import { useSale } from './sale.tsx'

type Props = { tendered_yen: number | null; cash_yen: number }

/** Received and change, as big as the total: what the hand does next. After the sale they stay until the next scan. */
export function Change({ tendered_yen, cash_yen }: Props) {
  const w = useWords()
  const { lines, done } = useSale()
  const cash = lines.length === 0 ? done?.payments.find((payment) => payment.method === 'cash') : undefined
  const given = cash ? cash.tendered_yen : tendered_yen
  const change = cash ? cash.change_yen : given === null || cash_yen === 0 ? null : given - cash_yen
  const short = change !== null && change < 0
  return (
    <div className="figures ui">
      <p className="flex items-baseline justify-between border-b border-line pt-1 pb-2.5 text-ink-2">
        <span className="text-16">{w.tendered}</span>
        <b className="text-28">{given === null ? '—' : yen(given)}</b>
      </p>
      <p className={`flex items-baseline justify-between pt-3 ${short ? 'text-vermilion' : 'text-green'}`}>
        <b className="text-18">{short ? w.short : w.change}</b>
        <b className={change === null ? 'text-28 leading-14 text-ink-3' : 'text-56 leading-none'}>
          {change === null ? '—' : yen(Math.abs(change))}
        </b>
      </p>
    </div>
  )
}
