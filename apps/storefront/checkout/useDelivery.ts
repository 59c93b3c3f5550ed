import { useEffect, useState } from 'react'
import { take } from '../../kit/client.ts'
import type { Delivery } from '../../kit/shapes.ts'
import { api } from '../api.ts'

/** Fee, days and slots for a prefecture, once it is known. */
export function useDelivery(prefecture: string, goods_yen: number): Delivery | null {
  const [found, setFound] = useState<{ of: string; delivery: Delivery | null }>({ of: '', delivery: null })
  const of = `${prefecture} ${goods_yen}`
  useEffect(() => {
    if (!prefecture) return
    let gone = false
    const query = { prefecture, goods_yen }
    take(api.GET('/v1/orders/delivery-options', { params: { query } }))
      .then((delivery) => !gone && setFound({ of: `${prefecture} ${goods_yen}`, delivery }))
      // A prefecture half typed is no fault.
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [prefecture, goods_yen])
  return found.of === of ? found.delivery : null
}
