import { Change } from '../sale/Change.tsx'
import { Goods } from '../sale/Goods.tsx'
import { Pay, useTender } from '../sale/Pay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useSale } from '../sale/sale.tsx'

/** The sale left, what can be sold right, money at the right thumb. */
export function SalePage() {
  const tender = useTender()
  const { lines, done } = useSale()
  return (
    <div className="grid h-full grid-cols-[26.25rem_minmax(0,1fr)]">
      <SalePanel>
        <Change tendered_yen={lines.length === 0 && done ? done.tendered_yen : tender.tendered_yen} />
      </SalePanel>
      <section className="flex min-h-0 flex-col gap-3 p-5 pt-4">
        <Goods />
        <Pay tender={tender} />
      </section>
    </div>
  )
}
