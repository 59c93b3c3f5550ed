import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { IconButton } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import type { CardHeld } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { CardNumberForm } from './CardNumberForm.tsx'
import { useCardWords } from './cardWords.ts'

type Laid = CardHeld & { number: string }
export type GiftCards = ReturnType<typeof useGiftCards>

/** The gift cards laid down for an order: each pays what it holds, in turn, as far as anything is left to pay. */
export function useGiftCards(to_pay_yen: number) {
  const [laid, setLaid] = useState<readonly Laid[]>([])
  let left_yen = to_pay_yen
  const parts = laid.map((card) => {
    const amount_yen = Math.min(card.balance_yen, left_yen)
    left_yen -= amount_yen
    return { ...card, amount_yen }
  })
  return {
    parts,
    left_yen,
    yen: to_pay_yen - left_yen,
    payments: parts
      .filter(({ amount_yen }) => amount_yen > 0)
      .map(({ number, amount_yen }) => ({ method: 'gift_card' as const, number, amount_yen })),
    lay: (card: Laid) => setLaid([...laid, card]),
    takeOut: (number: string) => setLaid(laid.filter((card) => card.number !== number)),
  }
}

/** A field for a card's number; what is laid down, with what each pays. */
export function GiftCardUse({ cards }: { cards: GiftCards }) {
  const w = useCardWords()
  const text = useText()
  const [why, setWhy] = useState<string>()
  const add = useAct(async (key, number: string) => {
    setWhy(undefined)
    if (cards.parts.some((card) => card.number === number)) return setWhy(w.twice)
    const held = await take(api.POST('/v1/gift-cards/balances', { body: { number }, ...keyed(key) }))
    if (held.state === 'expired') return setWhy(w.expired)
    if (held.balance_yen === 0) return setWhy(w.empty)
    cards.lay({ ...held, number })
  })
  return (
    <div className="grid gap-3">
      {cards.parts.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {cards.parts.map(({ number, last_four, amount_yen }) => (
            <li key={number} className="ui figures flex min-h-12 items-center justify-between gap-3 text-14">
              {w.pays(last_four, yen(amount_yen))}
              <IconButton icon="close" label={w.remove(last_four)} onPress={() => cards.takeOut(number)} />
            </li>
          ))}
        </ul>
      )}
      <CardNumberForm
        key={cards.parts.length}
        label={w.pay}
        does={w.add}
        busy={add.busy}
        refused={why ?? (add.refused ? text(add.refused.text) : undefined)}
        onNumber={(number) => void add.run(number)}
      />
    </div>
  )
}
