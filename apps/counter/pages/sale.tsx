import { OpeningNotice } from '../drawer/OpeningNotice.tsx'
import { OwnTill } from '../drawer/OwnTill.tsx'
import { Change } from '../sale/Change.tsx'
import { Goods } from '../sale/Goods.tsx'
import { Pay } from '../sale/Pay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useTender } from '../sale/tender.ts'

/** The sale left, what can be sold right, money at the right thumb; on narrow screens one below the other, the money always in reach. */
export function SalePage() {
  const tender = useTender()
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto desk:auto-rows-auto desk:grid-cols-[26.25rem_minmax(0,1fr)] desk:grid-rows-[minmax(0,1fr)_auto] desk:overflow-hidden">
      <div className="desk:row-span-2 desk:min-h-0">
        <SalePanel>
          <Change tendered_yen={tender.tendered_yen} cash_yen={tender.cash_yen} />
        </SalePanel>
      </div>
      <section className="flex flex-col gap-3 p-3 pt-4 tablet:p-5 desk:min-h-0 desk:pb-0">
        <OwnTill />
        <OpeningNotice />
        <Goods />
      </section>
      <section className="sticky bottom-0 z-10 border-t border-line bg-ground p-3 tablet:px-5 desk:static desk:border-0 desk:pt-3 desk:pb-5">
        <Pay tender={tender} />
      </section>
    </div>
  )
}
