import { yen } from '../../kit/format.ts'
import type { Loyalty } from '../../kit/shapes.ts'
import { type Text, useText } from '../../kit/words.ts'
import { useWords } from '../words.ts'

const BOARDS = Array.from({ length: 10 }, (_, board) => board)

/** The way to the next tier as ten boards of a veranda. */
export function Tier({ tier, note }: { tier: NonNullable<Loyalty['tier']>; note: Text | null }) {
  const w = useWords()
  const text = useText()
  if (!tier.next || !tier.goal_yen) return null
  const laid = Math.min(10, (tier.spent_yen / tier.goal_yen) * 10)
  return (
    <section className="ui grid gap-2 pt-4">
      <p className="flex justify-between text-14">
        <span>
          {w.tierLeft(text(tier.next))} <b className="figures text-16">{yen(Math.max(0, tier.goal_yen - tier.spent_yen))}</b>
        </span>
        <span className="figures text-12 text-ink-3">
          {yen(tier.spent_yen)} / {yen(tier.goal_yen)}
        </span>
      </p>
      <div className="flex gap-1" aria-hidden="true">
        {BOARDS.map((board) => (
          <span key={board} className="h-3.5 grow overflow-hidden rounded-[2px] bg-sunk">
            <span className="block h-full bg-board" style={{ width: `${Math.max(0, Math.min(1, laid - board)) * 100}%` }} />
          </span>
        ))}
      </div>
      {note && <p className="text-12 text-ink-2">{text(note)}</p>}
    </section>
  )
}
