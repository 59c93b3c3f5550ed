import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { fullDay, yen } from '../../kit/format.ts'
import type { CardHeld } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { Page } from '../account/Page.tsx'
import { api } from '../api.ts'
import { CardNumberForm } from '../gift-cards/CardNumberForm.tsx'
import { lastDay, useCardWords } from '../gift-cards/cardWords.ts'

/** What a gift card holds, for whoever has its number. */
export default function GiftCardsPage() {
  const w = useCardWords()
  const text = useText()
  const lang = useLang()
  const [card, setCard] = useState<CardHeld | null>(null)
  const look = useAct(async (key, number: string) => {
    setCard(null)
    setCard(await take(api.POST('/v1/gift-cards/balances', { body: { number }, ...keyed(key) })))
  })
  return (
    <Page title={w.title} text={w.text} back="/gift-cards" anyone>
      <CardNumberForm
        label={w.number}
        does={w.check}
        busy={look.busy}
        refused={look.refused ? text(look.refused.text) : undefined}
        onNumber={(number) => void look.run(number)}
      />
      {card && (
        <section role="status" className="grid gap-1 rounded-12 border border-line bg-surface p-4">
          <p className="ui flex items-baseline justify-between">
            <span className="text-14">{w.balance}</span>
            <b className="figures text-28">{yen(card.balance_yen)}</b>
          </p>
          <p className="figures text-14 text-ink-2">
            {w.ends(card.last_four)}・
            {card.state === 'expired' ? w.expired : w.until(fullDay(lastDay(card.expires_at), lang))}
          </p>
        </section>
      )}
    </Page>
  )
}
