import { Qr } from '../../kit/Code.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useName } from '../../kit/naming.ts'
import type { Gift, HandedGift } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useTill } from '../till.ts'
import { useCounter } from './CounterQr.tsx'
import { useDeskWords } from './deskWords.ts'
import { lastDay } from './GiftRows.tsx'

const QR_PX = 132

/** The cards as they are printed, one on each sheet: words, code, until when. Never a price. */
export function CardSheet({ cards, gifts }: { cards: readonly HandedGift[]; gifts: readonly Gift[] }) {
  const w = useDeskWords()
  const lang = useLang()
  const name = useName()
  const { place } = useTill()
  const counter = useCounter()
  if (cards.length === 0 || !counter) return null
  const { origin } = new URL(counter.url)
  const of = new Map(gifts.map((gift) => [gift.gift_id, gift]))
  return (
    <ol data-print-sheet data-theme="light" className="grid gap-4 tablet:grid-cols-2 desk:grid-cols-3">
      {cards.map((card) => {
        const gift = of.get(card.gift_id)
        return (
          <li
            key={card.gift_id}
            className="grid content-start justify-items-center gap-3 rounded-6 border border-line bg-white p-6 text-center text-ink"
          >
            <Mark size={32} />
            <b className="text-18">{w.gift}</b>
            {card.message && <p className="whitespace-pre-line text-16">{card.message}</p>}
            {card.from && <p className="text-14">{w.giftFrom(card.from)}</p>}
            <Qr text={`${origin}/gift#${card.token}`} size={QR_PX} label={w.cardQr} />
            <p className="text-12 text-ink-2">{w.howTo}</p>
            <p className="figures text-12 text-ink-2">
              {gift && w.until(lastDay(gift.expires_at, lang))}
              <span className="block">{name(place)}</span>
            </p>
          </li>
        )
      })}
    </ol>
  )
}
