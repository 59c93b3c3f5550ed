import { figure, yen } from '../../kit/format.ts'
import type { Totals as Sums } from '../../kit/shapes.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

/** The sums below a cart or an order, tax told apart by rate. */
export function Totals({ totals, count }: { totals: Sums; count: number }) {
  const w = useWords()
  const ship = useShop()?.choice.way === 'ship'
  const taxes = totals.taxes.map((tax) => `${tax.rate_percent}%${tax.reduced ? '※' : ''} ${yen(tax.tax_yen)}`)
  return (
    <dl className="figures grid grid-cols-[1fr_auto] gap-y-1 py-4 text-14">
      <dt className="text-ink-2">{w.itemsCount(figure(count))}</dt>
      <dd>{yen(totals.goods_yen)}</dd>
      {totals.discount_yen > 0 && (
        <>
          <dt className="text-ink-2">{w.discount}</dt>
          <dd className="text-right text-green">{yen(-totals.discount_yen)}</dd>
        </>
      )}
      <dt className="text-ink-2">{ship ? w.shipping : w.shippingCollect}</dt>
      <dd className="text-right">{yen(totals.shipping_yen)}</dd>
      {taxes.length > 0 && (
        <dt className="col-span-2 text-12 text-ink-3">
          {w.taxWithin}　{taxes.join('・')}
        </dt>
      )}
    </dl>
  )
}
