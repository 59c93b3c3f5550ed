import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { api } from '../api.ts'
import { Change } from '../sale/Change.tsx'
import { Receipt } from '../sale/Receipt.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'

/** The receipt right, the change still left; the next scan begins the next sale. */
export function ReceiptPage() {
  const w = useWords()
  const { order_id = '' } = useParams()
  const { done } = useSale()
  const order = useQuery({
    queryKey: ['order', order_id],
    queryFn: () => take(api.GET('/v1/orders/{order_id}', { params: { path: { order_id } } })),
    initialData: done?.order_id === order_id ? done : undefined,
  })
  return (
    <div className="grid h-full grid-cols-[26.25rem_minmax(0,1fr)]">
      <SalePanel>
        <Change tendered_yen={null} to_pay_yen={0} />
      </SalePanel>
      <section className="grid min-h-0 grid-cols-[minmax(0,1fr)_15rem] gap-6 overflow-y-auto p-5">
        {order.isError ? (
          <ErrorState error={order.error} onRetry={() => order.refetch()} />
        ) : order.data ? (
          <Receipt order={order.data} />
        ) : (
          <Skeleton className="h-96" />
        )}
        <div className="flex flex-col justify-end gap-2.5">
          <Button look="outline" size="till" icon="receipt" onPress={() => window.print()}>
            {w.print}
          </Button>
          <Link to="/" className={buttonClass('filled', 'till', '!min-h-18 !text-22')}>
            {w.nextSale}
          </Link>
        </div>
      </section>
    </div>
  )
}
