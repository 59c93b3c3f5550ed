import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import type { FromCard } from '../sale/tender.ts'
import { NumberField } from './NumberField.tsx'
import { useCardWords } from './words.ts'

type Props = { open: boolean; due_yen: number; onClose: () => void; onPaid: (part: FromCard) => void }
type Found = { number: string; last_four: string; state: string; balance_yen: number }

/** Pay with a gift card: read it, see what it holds, and use as much of it as is due. */
export function GiftCardSheet({ open, due_yen, onClose, onPaid }: Props) {
  const w = useCardWords()
  const text = useText()
  const [card, setCard] = useState<Found | null>(null)
  const look = useAct(async (key, number: string) => {
    setCard(null)
    const found = await take(api.POST('/v1/gift-cards/balances', { body: { number }, ...keyed(key) }))
    setCard({ number, ...found })
  })
  const close = () => {
    setCard(null)
    look.clear()
    onClose()
  }
  const amount_yen = Math.min(card?.balance_yen ?? 0, due_yen)
  return (
    <Sheet title={w.pay} open={open} onClose={close} side="centre">
      <div className="grid gap-4">
        <NumberField busy={look.busy} onNumber={(number) => void look.run(number)} />
        {look.refused && <Notice tone="refused">{text(look.refused.text)}</Notice>}
        {card && (
          <p role="status" className="ui flex items-baseline justify-between">
            <span className="text-14 text-ink-2">{w.ends(card.last_four)}</span>
            <b className="figures text-28">
              {card.state === 'expired' ? w.expired : card.balance_yen > 0 ? yen(card.balance_yen) : w.nothing}
            </b>
          </p>
        )}
        <Button
          size="till"
          isDisabled={!card || amount_yen <= 0}
          onPress={() => {
            if (!card) return
            onPaid({ number: card.number, last_four: card.last_four, amount_yen })
            close()
          }}
        >
          {w.use(yen(amount_yen))}
        </Button>
      </div>
    </Sheet>
  )
}
