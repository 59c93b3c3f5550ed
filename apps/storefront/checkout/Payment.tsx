import { Icon } from '../../kit/Icon.tsx'
import { useWords } from '../words.ts'

/** What is paid how and when. Orders from afar are paid by card; nothing is asked when points pay it all. */
export function Payment({ to_pay_yen }: { to_pay_yen: number }) {
  const w = useWords()
  return (
    <section className="grid gap-2">
      <h2 className="text-16">{w.payment}</h2>
      <p className="ui flex min-h-14 items-center gap-3 rounded-6 border border-line bg-surface px-4">
        <Icon name={to_pay_yen > 0 ? 'wallet' : 'stamp'} className="text-indigo" />
        <span className="grow">
          <b className="text-14">{to_pay_yen > 0 ? w.payCard : w.payByPoints}</b>
          {to_pay_yen > 0 && <span className="block text-12 text-ink-2">{w.cardDemo}</span>}
        </span>
        <span className="text-12 text-ink-2">{w.payCardWhen}</span>
      </p>
    </section>
  )
}
