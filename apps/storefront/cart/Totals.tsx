import { figure, yen } from '../../kit/format.ts'
import { useCartWords } from './cartWords.ts'

export type Sums = {
  pieces: number
  items_yen: number
  discount_yen: number
  /** null: not known before the address is. */
  delivery_yen: number | null
  shipped: boolean
  taxes: { key: string; name: string; tax_yen: number }[]
}

/** The sums below a cart or an order, tax told apart by rate. */
export function Totals({ sums }: { sums: Sums }) {
  const w = useCartWords()
  return (
    <dl className="figures grid grid-cols-[1fr_auto] gap-y-1 py-4 text-14">
      <dt className="text-ink-2">{w.itemsCount(figure(sums.pieces))}</dt>
      <dd className="text-right">{yen(sums.items_yen)}</dd>
      {sums.discount_yen > 0 && (
        <>
          <dt className="text-ink-2">{w.discount}</dt>
          <dd className="text-right text-green">{yen(-sums.discount_yen)}</dd>
        </>
      )}
      <dt className="text-ink-2">{sums.shipped ? w.shipping : w.shippingCollect}</dt>
      <dd className="text-right">{sums.delivery_yen === null ? w.laterKnown : yen(sums.delivery_yen)}</dd>
      {sums.taxes.length > 0 && (
        <div className="col-span-2 flex flex-wrap gap-x-3 text-12 text-ink-2">
          <dt>{w.taxWithin}</dt>
          <dd>{sums.taxes.map((tax) => `${tax.name} ${yen(tax.tax_yen)}`).join('・')}</dd>
        </div>
      )}
    </dl>
  )
}
