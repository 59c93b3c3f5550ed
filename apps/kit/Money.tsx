import { figure, yen } from './format.ts'
import { useKitWords } from './kitWords.ts'

type Props = { amount_yen: number; most_yen?: number; reduced?: boolean; className?: string }

/** A price as a shopper reads it: tax included and said so, ※ where the reduced rate applies, 〜 where variants differ. */
export function Price({ amount_yen, most_yen = amount_yen, reduced = false, className = '' }: Props) {
  const w = useKitWords()
  return (
    <span className="ui whitespace-nowrap">
      <span className={`figures font-bold ${className}`}>
        {yen(amount_yen)}
        {most_yen > amount_yen && '〜'}
      </span>
      <span className="text-[0.75em] text-ink-2">{w.taxIncluded}</span>
      {reduced && <span className="text-[0.75em] text-ink-2">{w.reducedMark}</span>}
    </span>
  )
}

/** Points to earn, in the colour of wood. */
export function PointsPill({ points }: { points: number }) {
  const w = useKitWords()
  return (
    <span className="ui figures inline-flex items-center rounded-full bg-wood-tint px-3 py-1 text-12 whitespace-nowrap text-wood">
      {w.plusPoints(figure(points))}
    </span>
  )
}
