import { shownCardNumber } from '../../../src/pricing/card-number.ts'
import { Qr } from '../../kit/Code.tsx'
import { fullDay, yen } from '../../kit/format.ts'
import { Mark } from '../../kit/Mark.tsx'
import { useName } from '../../kit/naming.ts'
import type { SoldCard } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useTill } from '../till.ts'
import { lastDay } from './days.ts'
import { useCardWords } from './words.ts'

/** The card on white paper: its value, its number as letters and as QR, and its last day. */
export function PrintedCard({ card }: { card: SoldCard }) {
  const w = useCardWords()
  const lang = useLang()
  const name = useName()
  const { place } = useTill()
  const number = card.number ?? ''
  return (
    <article
      data-theme="light"
      data-print
      className="figures grid justify-items-center gap-2 rounded-6 border border-line bg-white p-6 text-center text-14 text-ink shadow-lift"
    >
      <Mark size={36} />
      <b className="text-16">{w.title}</b>
      <b className="text-40">{yen(card.value_yen)}</b>
      <Qr text={number} size={132} label={w.number} />
      <p data-number className="font-bold tracking-wide">
        {shownCardNumber(number)}
      </p>
      <p className="text-12 text-ink-2">{w.until(fullDay(lastDay(card.expires_at), lang))}</p>
      <p className="text-12 text-ink-2">{name(place)}</p>
    </article>
  )
}
