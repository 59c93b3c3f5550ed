import { figure, yen } from '../../kit/format.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

export type Sums = {
  pieces: number
  items_yen: number
  discount_yen: number
  taxes: { key: string; name: string; tax_yen: number }[]
}

/** The sums below a cart or an order, tax told apart by rate. */
export function Totals({ sums }: { sums: Sums }) {
  const w = useWords()
  const ship = useShop()?.choice.way === 'ship'
  return (
    <dl className="figures grid grid-cols-[1fr_auto] gap-y-1 py-4 text-14">
      <dt className="text-ink-2">{w.itemsCount(figure(sums.pieces))}</dt>
      <dd>{yen(sums.items_yen)}</dd>
      {sums.discount_yen > 0 && (
        <>
          <dt className="text-ink-2">{w.discount}</dt>
          <dd className="text-right text-green">{yen(-sums.discount_yen)}</dd>
        </>
      )}
      <dt className="text-ink-2">{ship ? w.shipping : w.shippingCollect}</dt>
      <dd className="text-right">{yen(0)}</dd>
      {sums.taxes.length > 0 && (
        <dt className="col-span-2 text-12 text-ink-3">
          {w.taxWithin}　{sums.taxes.map((tax) => `${tax.name} ${yen(tax.tax_yen)}`).join('・')}
        </dt>
      )}
    </dl>
  )
}
