import type { ReactNode } from 'react'
import { yen } from '../../kit/format.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { PointsPill } from '../../kit/Money.tsx'
import { useCartWords } from './cartWords.ts'

/** The total and the next step, always under the thumb. */
export function PayBar({ total_yen, points, children }: { total_yen: number; points: number; children: ReactNode }) {
  const w = useCartWords()
  const k = useKitWords()
  return (
    <div className="fixed inset-x-0 bottom-[4.75rem] z-20 grid gap-1.5 border-t border-line bg-surface px-4 pt-2 pb-6 tablet:px-5 desk:static desk:border-t desk:bg-transparent desk:px-0">
      <div className="flex items-center justify-between">
        <p className="ui">
          <b className="text-14">{w.total} </b>
          <b className="figures text-28">{yen(total_yen)}</b>
          <span className="text-12 text-ink-2">{k.taxIncluded}</span>
        </p>
        {points > 0 && <PointsPill points={points} />}
      </div>
      {children}
    </div>
  )
}
