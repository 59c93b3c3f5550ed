import { useState } from 'react'
import { useMemberPoints } from './points.ts'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'

export type Method = 'cash' | 'card'

/** How this customer pays: points first if she wishes, the rest by cash or card; cash remembers what was handed over. */
export function useTender() {
  const { lines, member } = useSale()
  const { total_yen, points_used } = useSums()
  const points = useMemberPoints(member)
  const [method, setMethod] = useState<Method>('cash')
  const [tendered, setTendered] = useState<number | null>(null)
  const to_pay_yen = total_yen - points_used
  const tendered_yen = method === 'cash' && lines.length > 0 ? tendered : null
  return {
    method,
    setMethod,
    points,
    points_used,
    to_pay_yen,
    tendered_yen,
    setTendered,
    enough: method === 'card' || to_pay_yen === 0 || (tendered_yen !== null && tendered_yen >= to_pay_yen),
    reset: () => {
      setMethod('cash')
      setTendered(null)
    },
  }
}

export type Tender = ReturnType<typeof useTender>
