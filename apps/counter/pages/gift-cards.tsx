import { Notice } from '../../kit/Notice.tsx'
import { Balance } from '../gift-cards/Balance.tsx'
import { Sell } from '../gift-cards/Sell.tsx'
import { useCardWords } from '../gift-cards/words.ts'
import { useConnected } from '../offline/connection.ts'

/** Gift cards: sold on one side, looked at on the other. Without the house neither can be. */
export function GiftCardsPage() {
  const w = useCardWords()
  const connected = useConnected()
  return (
    <section className="grid h-full min-h-0 content-start gap-4 overflow-y-auto p-3 tablet:p-5">
      <h1 className="text-22">{w.title}</h1>
      {connected ? (
        <div className="grid grid-cols-1 items-start gap-4 desk:grid-cols-2">
          <Sell />
          <Balance />
        </div>
      ) : (
        <Notice tone="warning" icon="offline">
          {w.offline}
        </Notice>
      )}
    </section>
  )
}
