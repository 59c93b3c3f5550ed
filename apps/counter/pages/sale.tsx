import { OpeningNotice } from '../drawer/OpeningNotice.tsx'
import { OwnTill } from '../drawer/OwnTill.tsx'
import { Change } from '../sale/Change.tsx'
import { Goods } from '../sale/Goods.tsx'
import { Pay } from '../sale/Pay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useTender } from '../sale/tender.ts'

/** The sale left, what can be sold right, money at the right thumb. */
export function SalePage() {
  const tender = useTender()
  return (
    <div className="grid h-full grid-cols-1 overflow-y-auto desk:grid-cols-[26.25rem_minmax(0,1fr)] desk:overflow-hidden">
      <SalePanel>
        <Change tendered_yen={tender.tendered_yen} cash_yen={tender.cash_yen} />
      </SalePanel>
      <section className="flex flex-col gap-3 p-3 desk:min-h-0 pt-4 tablet:p-5">
        <OwnTill />
        <OpeningNotice />
        <Goods />
        <Pay tender={tender} />
      </section>
    </div>
  )
}
