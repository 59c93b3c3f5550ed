import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { Found } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'

/** People by the first kana, the last four of a phone, or a card; the words travel in a body, never in an address. */
export function CustomerSearch() {
  const w = useWords()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useQuery({
    queryKey: ['people', text],
    queryFn: () => take(api.POST('/v1/customers/searches', { body: { text, limit: 20 } })),
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return (
    <div className="grid gap-4">
      <label className="relative">
        <span className="sr-only">{w.customerSearch}</span>
        <Icon name="search" className="absolute top-4 left-4 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: searching is what this screen is for
          autoFocus
          type="search"
          autoComplete="off"
          placeholder={w.customerHint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="ui h-14 w-full rounded-6 border border-control bg-surface pr-3 pl-13 text-18"
        />
      </label>
      {text === '' ? (
        <EmptyState icon="card" title={w.customerHello} text={w.customerHint} />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => found.refetch()} />
      ) : found.isPending ? (
        <SkeletonRows rows={3} />
      ) : found.data.items.length === 0 ? (
        <EmptyState icon="search" title={w.customerNone} text={w.customerNoneText} />
      ) : (
        <ul className="divide-y divide-line rounded-12 border border-line bg-surface">
          {found.data.items.map((person) => (
            <PersonRow key={person.profile_id} person={person} />
          ))}
        </ul>
      )}
    </div>
  )
}

function PersonRow({ person }: { person: Found }) {
  const w = useWords()
  const { setMember } = useSale()
  const facts = [person.member_number, person.phone, [person.prefecture, person.city].filter(Boolean).join('')]
  return (
    <li className="ui flex items-center gap-4 px-4 py-2">
      <Link to={`/customers/${person.customer_id}`} className="grid min-h-14 grow content-center">
        <span className="text-18">
          <b>{w.named(person.name ?? '')}</b> <span className="text-14 text-ink-3">{person.name_kana}</span>
        </span>
        <span className="figures text-14 text-ink-2">{facts.filter(Boolean).join('・')}</span>
      </Link>
      <Button look="outline" size="till" className="!text-16" onPress={() => setMember(person)}>
        {w.useForSale}
      </Button>
    </li>
  )
}
