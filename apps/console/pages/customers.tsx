import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { Found } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { SearchBox } from '../SearchBox.tsx'
import { Top } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Find a person; what is typed travels in a body and is never kept in an address. */
export function CustomersPage() {
  const w = useWords()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useQuery({
    queryKey: ['people', text],
    queryFn: () => take(api.POST('/v1/customers/searches', { body: { text, limit: 50 } })),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <Top title={w.customers}>
        <span className="ui flex items-center gap-1.5 text-12 text-ink-3">
          <Icon name="eye" size={18} />
          {w.recorded}
        </span>
      </Top>
      <div className="min-h-0 grow overflow-y-auto px-6 py-5">
        <div className="grid max-w-[56rem] gap-4">
          <SearchBox label={w.searchPeople} hint={w.searchPeopleHint} value={typed} onChange={setTyped} />
          {text === '' ? (
            <EmptyState icon="people" title={w.searchPeople} text={w.searchPeopleText} />
          ) : found.isError ? (
            <ErrorState error={found.error} onRetry={() => found.refetch()} />
          ) : found.isPending ? (
            <SkeletonRows rows={4} className="h-14" />
          ) : found.data.items.length === 0 ? (
            <EmptyState icon="search" title={w.nobodyFound} text={w.nobodyFoundText} />
          ) : (
            <People people={found.data.items} />
          )}
        </div>
      </div>
    </main>
  )
}

function People({ people }: { people: Found[] }) {
  const w = useWords()
  return (
    <ul className="divide-y divide-line rounded-12 border border-line bg-surface">
      {people.map((person) => (
        <li key={person.profile_id}>
          <Link
            to={`/customers/${person.customer_id}`}
            className="ui grid grid-cols-[1.2fr_1fr_1fr_1fr_auto] items-center gap-4 px-4 py-3 text-14 hover:bg-sunk"
          >
            <span>
              <b className="text-16">{person.name ?? w.unnamed}</b>
              <span className="block text-12 text-ink-3">{person.name_kana}</span>
            </span>
            <span className="figures text-ink-2">{person.member_number}</span>
            <span className="figures text-ink-2">{person.phone}</span>
            <span className="text-ink-2">{[person.prefecture, person.city].filter(Boolean).join('')}</span>
            <Icon name="right" size={18} className="text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
