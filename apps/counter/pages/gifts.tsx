import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { figure } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { CardForms } from '../gifts/CardForms.tsx'
import { CounterQr } from '../gifts/CounterQr.tsx'
import { useDeskWords } from '../gifts/deskWords.ts'
import { GiftOrders } from '../gifts/GiftOrders.tsx'
import { piecesOf } from '../gifts/giving.ts'
import { useConnected } from '../offline/connection.ts'
import { Change } from '../sale/Change.tsx'
import { Goods } from '../sale/Goods.tsx'
import { Pay } from '../sale/Pay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useSale } from '../sale/sale.tsx'
import { useTender } from '../sale/tender.ts'

/** The desk that needs no delivery slip: the sale left as at the till, a card for each piece right, money at the right thumb. */
export function GiftsPage() {
  const w = useDeskWords()
  const tender = useTender()
  const connected = useConnected()
  const { lines } = useSale()
  const [seeking, setSeeking] = useState(false)
  const [showing, setShowing] = useState(false)
  const pieces = piecesOf(lines).length
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto desk:auto-rows-auto desk:grid-cols-[26.25rem_minmax(0,1fr)] desk:grid-rows-[minmax(0,1fr)_auto] desk:overflow-hidden">
      <div className="desk:row-span-2 desk:min-h-0">
        <SalePanel>
          <Change tendered_yen={tender.tendered_yen} cash_yen={tender.cash_yen} />
        </SalePanel>
      </div>
      <section className="flex flex-col gap-4 p-3 pt-4 tablet:p-5 desk:min-h-0 desk:overflow-y-auto">
        <header className="flex flex-wrap items-center gap-2">
          <h1 className="grow text-22">{pieces > 0 ? w.cards(figure(pieces)) : w.title}</h1>
          <Button
            look={seeking ? 'selected' : 'outline'}
            aria-pressed={seeking}
            icon="search"
            onPress={() => setSeeking(!seeking)}
          >
            {w.goods}
          </Button>
          <Button look="outline" icon="qr" isDisabled={!connected} onPress={() => setShowing(true)}>
            {w.counterQr}
          </Button>
        </header>
        {!connected && (
          <Notice tone="warning" icon="offline">
            {w.online}
          </Notice>
        )}
        {seeking ? <Goods /> : pieces > 0 ? <CardForms /> : <Waiting />}
      </section>
      <section className="sticky bottom-0 z-10 border-t border-line bg-ground p-3 tablet:px-5 desk:static desk:pt-3 desk:pb-5">
        <Pay tender={tender} />
      </section>
      <CounterQr open={showing} onClose={() => setShowing(false)} />
    </div>
  )
}

function Waiting() {
  const w = useDeskWords()
  return (
    <>
      <p className="ui text-16">
        {w.hello}
        <span className="block text-14 text-ink-2">{w.helloText}</span>
      </p>
      <h2 className="text-18">{w.today}</h2>
      <GiftOrders />
    </>
  )
}
