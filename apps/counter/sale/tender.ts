import { useState } from 'react'
import { useMemberPoints } from './points.ts'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'

/** Taken at the terminal beside the till: what was keyed there, and the number of its slip. */
export type AtTerminal = { amount_yen: number; slip: string }

/** What a gift card pays: its number, and how much of what it holds. */
export type FromCard = { number: string; last_four: string; amount_yen: number }

/** How this customer pays: points first if she wishes, what gift cards and the terminal took, the rest in cash; cash remembers what was handed over. */
export function useTender() {
  const { lines, member } = useSale()
  const { total_yen, points_used } = useSums()
  const points = useMemberPoints(member)
  const [terminal, setTerminal] = useState<AtTerminal[]>([])
  const [cards, setCards] = useState<FromCard[]>([])
  const [tendered, setTendered] = useState<number | null>(null)
  const due_yen = total_yen - points_used
  const at_terminal = lines.length > 0 ? terminal : []
  const from_cards = lines.length > 0 ? cards : []
  const cash_yen = due_yen - [...from_cards, ...at_terminal].reduce((sum, part) => sum + part.amount_yen, 0)
  const tendered_yen = lines.length > 0 && cash_yen > 0 ? tendered : null
  return {
    points,
    points_used,
    due_yen,
    terminal: at_terminal,
    cards: from_cards,
    /** Left to pay in cash; below nothing when the terminal took more than is due now. */
    cash_yen,
    tendered_yen,
    setTendered,
    payAtTerminal: (part: AtTerminal) => setTerminal([...at_terminal, part]),
    payByCard: (part: FromCard) => setCards([...from_cards, part]),
    takeOut: (part: AtTerminal) => setTerminal(at_terminal.filter((each) => each !== part)),
    enough: cash_yen === 0 || (cash_yen > 0 && tendered_yen !== null && tendered_yen >= cash_yen),
    reset: () => {
      setTerminal([])
      setCards([])
      setTendered(null)
    },
  }
}

export type Tender = ReturnType<typeof useTender>
