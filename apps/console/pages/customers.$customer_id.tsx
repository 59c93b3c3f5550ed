import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Known } from '../people/Known.tsx'
import { PersonActs } from '../people/PersonActs.tsx'
import { Spine } from '../people/Spine.tsx'
import { Worth } from '../people/Worth.tsx'
import { Top } from '../Top.tsx'
import { useWords } from '../words.ts'

/** A person whole: who she is and what she allows, all that happened along one veranda, and what it amounts to. */
export function CustomerPage() {
  const w = useWords()
  const { customer_id = '' } = useParams()
  const customer = useQuery({
    queryKey: ['customer', customer_id],
    queryFn: () => take(api.GET('/v1/desk/customers/{customer_id}', { params: { path: { customer_id } } })),
  })
  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <Top
        title={
          <>
            <Link to="/customers" className="text-16 font-normal text-ink-2 hover:text-indigo">
              {w.customers}
            </Link>
            <Icon name="right" size={16} className="text-ink-3" />
            <span className="text-16">{customer.data?.name ?? ''}</span>
          </>
        }
      />
      {customer.isPending ? (
        <div className="p-6">
          <SkeletonRows rows={6} className="h-20" />
        </div>
      ) : customer.isError ? (
        <ErrorState error={customer.error} onRetry={() => customer.refetch()} />
      ) : (
        <Whole customer={customer.data} />
      )}
    </main>
  )
}

function Whole({ customer }: { customer: Customer }) {
  const w = useWords()
  const text = useText()
  return (
    <>
      <header className="border-b border-line px-6 py-4">
        <p className="ui flex flex-wrap items-baseline gap-3">
          <b className="text-28">{customer.name ?? (customer.facts.kind === 'member' ? w.withheld : w.unnamed)}</b>
          <span className="text-14 text-ink-2">{customer.kana}</span>
          <span className="flex items-center gap-1.5 self-center text-12 text-ink-3">
            <Icon name="eye" size={18} />
            {w.recorded}
          </span>
          <PersonActs customer={customer} />
        </p>
        <p className="text-16">{customer.brief.map(text).join('')}</p>
      </header>
      <div className="grid min-h-0 grow grid-cols-[15rem_minmax(0,1fr)_15rem] wide:grid-cols-[17.5rem_minmax(0,1fr)_18.75rem]">
        <div className="min-h-0 overflow-y-auto border-r border-line px-4 py-4 wide:px-6">
          <Known customer={customer} />
        </div>
        <div className="min-h-0 overflow-y-auto">
          <Spine events={customer.events} />
        </div>
        <div className="min-h-0 overflow-y-auto border-l border-line px-4 py-4 wide:px-6">
          <Worth customer={customer} />
        </div>
      </div>
    </>
  )
}
