import { useState } from 'react'
import { useMemberPoints } from './SalePanel.tsx'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'

export type Method = 'cash' | 'card'

/** How this customer pays: points first if she wishes, the rest by cash or card; cash remembers what was handed over. */
export function useTender() {
  const { lines, member } = useSale()
  const { total_yen } = useSums()
  const points = useMemberPoints(member)
  const [method, setMethod] = useState<Method>('cash')
  const [tendered, setTendered] = useState<number | null>(null)
  const [withPoints, setWithPoints] = useState(false)
  const points_used = withPoints && points !== null && lines.length > 0 ? Math.min(points, total_yen) : 0
  const to_pay_yen = total_yen - points_used
  const tendered_yen = method === 'cash' && lines.length > 0 ? tendered : null
  return {
    method,
    setMethod,
    points,
    points_used,
    setWithPoints,
    to_pay_yen,
    tendered_yen,
    setTendered,
    enough: method === 'card' || to_pay_yen === 0 || (tendered_yen !== null && tendered_yen >= to_pay_yen),
    reset: () => {
      setMethod('cash')
      setTendered(null)
      setWithPoints(false)
    },
  }
}

export type Tender = ReturnType<typeof useTender>
