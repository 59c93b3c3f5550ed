import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { api } from '../api.ts'
import { CustomerCard } from '../member/CustomerCard.tsx'
import { CustomerSearch } from '../member/CustomerSearch.tsx'
import { ToPay } from '../member/ToPay.tsx'
import { SalePanel } from '../sale/SalePanel.tsx'

/** The sale narrows and stays; beside it the customer, as a person would say it. */
export function CustomersPage() {
  const { customer_id } = useParams()
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto desk:auto-rows-auto desk:grid-cols-[23.75rem_minmax(0,1fr)] desk:overflow-hidden">
      <SalePanel>
        <ToPay />
      </SalePanel>
      <section className="order-first p-3 desk:min-h-0 pt-4 tablet:p-5 desk:order-none desk:overflow-y-auto">
        {customer_id ? <Known key={customer_id} customer_id={customer_id} /> : <CustomerSearch />}
      </section>
    </div>
  )
}

function Known({ customer_id }: { customer_id: string }) {
  const customer = useQuery({
    queryKey: ['customer', customer_id],
    queryFn: () => take(api.GET('/v1/desk/customers/{customer_id}', { params: { path: { customer_id } } })),
  })
  if (customer.isPending) return <SkeletonRows rows={5} className="h-24" />
  if (customer.isError) return <ErrorState error={customer.error} onRetry={() => customer.refetch()} />
  return <CustomerCard customer={customer.data} />
}
