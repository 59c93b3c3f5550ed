import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { api } from '../api.ts'
import { paperOf, useUnsent } from '../offline/queue.ts'
import { Change } from '../sale/Change.tsx'
import { paperOf as printedOf } from '../sale/checkout.ts'
import { Receipt } from '../sale/Receipt.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The receipt right, the change still left; the next scan begins the next sale. */
export function ReceiptPage() {
  const w = useWords()
  const { number = '' } = useParams()
  const { done } = useSale()
  const unsent = useUnsent()
  const paper = useQuery({
    queryKey: ['paper', number, unsent.count],
    queryFn: async () => {
      const here = await paperOf(number)
      if (here || !ID.test(number)) return here ?? null
      const params = { path: { order_id: number } }
      return printedOf(await take(api.GET('/v1/orders/{order_id}', { params })), '')
    },
    placeholderData: done?.number === number ? done : undefined,
  })
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto desk:auto-rows-auto desk:grid-cols-[26.25rem_minmax(0,1fr)] desk:overflow-hidden">
      <SalePanel>
        <Change tendered_yen={null} cash_yen={0} />
      </SalePanel>
      <section className="grid min-h-0 gap-6 p-3 tablet:grid-cols-[minmax(0,1fr)_15rem] tablet:p-5 desk:overflow-y-auto">
        {paper.isError ? (
          <ErrorState error={paper.error} onRetry={() => paper.refetch()} />
        ) : paper.data ? (
          <Receipt paper={paper.data} />
        ) : (
          <Skeleton className="h-96" />
        )}
        <div className="sticky bottom-0 grid grid-cols-[1fr_2fr] content-end gap-2.5 bg-ground py-3 tablet:static tablet:grid-cols-1 tablet:bg-transparent tablet:py-0">
          {paper.data && paper.data.order_id === null && (
            <div className="col-span-full">
              <Notice tone="warning" icon="offline">
                {w.keptHere}
              </Notice>
            </div>
          )}
          <Button look="outline" size="till" icon="receipt" className="h-full" onPress={() => window.print()}>
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
