import { shownCardNumber } from '../../../src/pricing/card-number.ts'
import { Qr } from '../../kit/Code.tsx'
import { yen } from '../../kit/format.ts'
import type { SoldCard } from '../../kit/shapes.ts'
import { useDayWords } from '../when.ts'
import { lastDay, useCardWords } from './cardWords.ts'

const QR_PX = 132

/** A card she bought: its number while it pays, what is left on it, and its last day. */
export function BoughtCard({ card }: { card: SoldCard }) {
  const w = useCardWords()
  const day = useDayWords()
  const over = { expired: w.expired, void: w.void }[card.state] ?? (card.balance_yen === 0 ? w.used : null)
  return (
    <li className="grid justify-items-center gap-2 rounded-12 border border-line bg-surface p-4 text-center">
      <p className="figures text-28 font-bold">{yen(card.balance_yen)}</p>
      {card.number && <Qr text={card.number} size={QR_PX} label={w.number} />}
      <p className="figures text-14 font-bold tracking-wide">
        {card.number ? shownCardNumber(card.number) : w.ends(card.last_four)}
      </p>
      <p className="figures text-12 text-ink-2">{over ?? w.until(day(lastDay(card.expires_at)))}</p>
      {card.number && <p className="text-12 text-ink-2">{w.secret}</p>}
    </li>
  )
}
