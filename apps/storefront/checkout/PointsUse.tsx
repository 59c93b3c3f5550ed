import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { figure } from '../../kit/format.ts'
import { useCheckoutWords } from './checkoutWords.ts'

type Props = { points: number; most: number; used: number; onPoints: (points: number) => void }

/** Points paid instead of yen, one for one, never more than there are or than the order costs. */
export function PointsUse({ points, most, used, onPoints }: Props) {
  const w = useCheckoutWords()
  const [typed, setTyped] = useState(used ? String(used) : '')
  if (points === 0) return null
  const set = (wanted: number) => {
    const kept = Math.max(0, Math.min(wanted, points, most))
    setTyped(kept ? String(kept) : '')
    onPoints(kept)
  }
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-3">
      <Field
        label={`${w.usePoints}（${w.pointsHave(figure(points))}）`}
        inputMode="numeric"
        value={typed}
        placeholder="0"
        onChange={(value) => setTyped(value.normalize('NFKC').replace(/\D/g, ''))}
        onBlur={() => set(Number(typed))}
        inputClass="figures text-right"
      />
      <Button look="outline" className="min-h-12" onPress={() => set(points)}>
        {w.allPoints}
      </Button>
    </div>
  )
}
