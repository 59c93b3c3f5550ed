import { Change } from '../sale/Change.tsx'
import { Goods } from '../sale/Goods.tsx'
import { Pay } from '../sale/Pay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useTender } from '../sale/tender.ts'

/** The sale left, what can be sold right, money at the right thumb. */
export function SalePage() {
  const tender = useTender()
  return (
    <div className="grid h-full grid-cols-[26.25rem_minmax(0,1fr)]">
      <SalePanel>
        <Change tendered_yen={tender.tendered_yen} to_pay_yen={tender.to_pay_yen} />
      </SalePanel>
      <section className="flex min-h-0 flex-col gap-3 p-5 pt-4">
        <Goods />
        <Pay tender={tender} />
      </section>
    </div>
  )
}
