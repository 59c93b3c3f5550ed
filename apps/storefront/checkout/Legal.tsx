import { figure, yen } from '../../kit/format.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { useName } from '../../kit/naming.ts'
import type { Quote } from '../../kit/shapes.ts'
import type { WayChosen } from '../choice.ts'
import { useShop } from '../shop.ts'
import { useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'

/** The six items of 特定商取引法 12条の6, in one view directly above the button. */
export function Legal({ quote, way }: { quote: Quote; way: WayChosen }) {
  const w = useWords()
  const k = useKitWords()
  const name = useName()
  const moment = useMomentWords()
  const place = useShop()?.place
  const pieces = quote.lines.reduce((sum, line) => sum + line.quantity, 0)
  const pay = [
    quote.to_pay_yen > 0 && `${w.payCard} ${yen(quote.to_pay_yen)}`,
    quote.points_used > 0 && k.points(figure(quote.points_used)),
  ]
  const delivery =
    way === 'ship'
      ? w.legalShip
      : place?.pickup
        ? w.legalCollect(name(place), moment(place.pickup.ready_at), String(place.pickup_keep_days))
        : w.noPickup
  const rows = [
    ['quantity', w.legalQuantity, w.pieces(figure(pieces))],
    ['total', w.legalTotal, `${yen(quote.total_yen)}${k.taxIncluded}・${w.noShipping}`],
    ['payment', w.legalPayment, `${pay.filter(Boolean).join('・')}（${w.payCardWhen}）`],
    ['delivery', w.legalDelivery, delivery],
    ['period', w.legalPeriod, w.legalNoPeriod],
    ['returns', w.legalReturns, w.legalReturnsText],
  ] as const
  return (
    <section className="rounded-12 border border-line bg-surface p-4">
      <h2 className="mb-2 text-14">{w.legalTitle}</h2>
      <dl className="grid gap-2 text-14">
        {rows.map(([key, label, value]) => (
          <div key={key} data-legal={key} className="grid grid-cols-[8.5rem_1fr] gap-3">
            <dt className="ui text-ink-2">{label}</dt>
            <dd className="ui figures">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
