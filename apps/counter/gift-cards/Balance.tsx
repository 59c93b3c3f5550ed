import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { fullDay, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { CardFound } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { lastDay } from './days.ts'
import { NumberField } from './NumberField.tsx'
import { useCardWords } from './words.ts'

/** What a card holds, until when, and whether it still pays. */
export function Balance() {
  const w = useCardWords()
  const text = useText()
  const lang = useLang()
  const [card, setCard] = useState<CardFound | null>(null)
  const look = useAct(async (key, number: string) => {
    setCard(null)
    setCard(await take(api.POST('/v1/gift-cards/lookups', { body: { number }, ...keyed(key) })))
  })
  return (
    <section className="grid content-start gap-4 rounded-12 border border-line bg-surface p-5">
      <h2 className="text-18">{w.look}</h2>
      <NumberField busy={look.busy} onNumber={(number) => void look.run(number)} />
      {look.refused && <Notice tone="refused">{text(look.refused.text)}</Notice>}
      {card && (
        <div role="status" className="ui grid gap-1">
          <p className="flex items-baseline justify-between">
            <span className="text-16">{w.balance}</span>
            <b className="figures text-40">{yen(card.balance_yen)}</b>
          </p>
          <p className="figures text-14 text-ink-2">
            {[
              w.ends(card.last_four),
              w.worth(yen(card.value_yen)),
              card.state === 'open' && w.until(fullDay(lastDay(card.expires_at), lang)),
              card.held_yen > 0 && w.held(yen(card.held_yen)),
            ]
              .filter(Boolean)
              .join('・')}
          </p>
          {card.state === 'expired' && <Notice tone="warning">{w.expired}</Notice>}
          {card.state === 'void' && <Notice tone="refused">{w.void}</Notice>}
        </div>
      )}
    </section>
  )
}
