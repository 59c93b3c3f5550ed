import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { useLocation } from 'react-router'
import { take } from '../../kit/client.ts'
import { fullDay, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import type { Returnable } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { isReceiptNumber } from '../returns/numbers.ts'
import { ReturnSheet } from '../returns/ReturnSheet.tsx'
import { piecesLeft } from '../returns/shapes.ts'
import { listenFirst } from '../sale/scans.ts'
import { useWords } from '../words.ts'

/** What was bought anywhere comes back here: by the code of its receipt, or by her history. */
export function ReturnsPage() {
  const w = useWords()
  const connected = useConnected()
  const { state } = useLocation() as { state: { number?: string; profile_id?: string } | null }
  const [typed, setTyped] = useState(state?.number ?? '')
  const [chosen, setChosen] = useState<Returnable | null>(null)
  useEffect(() => {
    if (state?.number) setTyped(state.number)
  }, [state])
  useEffect(
    () =>
      listenFirst((code) => {
        if (!isReceiptNumber(code)) return false
        setTyped(code)
        setChosen(null)
        return true
      }),
    [],
  )
  const number = typed.trim()
  const body = isReceiptNumber(number) ? { number } : state?.profile_id ? { profile_id: state.profile_id } : null
  const found = useQuery({
    queryKey: ['returnable', body],
    queryFn: () => take(api.POST('/v1/orders/returns/searches', { body: body ?? {} })),
    enabled: connected && body !== null,
    gcTime: 0,
  })
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto tablet:auto-rows-auto tablet:grid-cols-[minmax(0,1fr)_22rem] tablet:overflow-hidden desk:grid-cols-[minmax(0,1fr)_25rem]">
      <section className="grid min-h-0 content-start gap-4 p-3 tablet:overflow-y-auto tablet:p-5">
        <h1 className="sr-only">{w.returns}</h1>
        <label className="relative">
          <Icon name="receipt" className="absolute top-4 left-4 text-ink-3" />
          <input
            aria-label={w.returnNumber}
            placeholder={w.returnNumber}
            value={typed}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.target.value)
              setChosen(null)
            }}
            className="ui figures h-14 w-full rounded-6 border border-control bg-surface pr-3 pl-13 text-18"
          />
        </label>
        {!connected ? (
          <EmptyState icon="offline" tone="offline" title={w.whenBack} text={w.returnsOffline} />
        ) : body === null ? (
          <EmptyState icon="undo" title={w.returnsHello} text={w.returnsHelloText} />
        ) : found.isError ? (
          <ErrorState error={found.error} onRetry={() => found.refetch()} />
        ) : !found.data ? (
          <SkeletonRows rows={2} className="h-24" />
        ) : found.data.items.length === 0 ? (
          <EmptyState icon="search" title={w.returnsNone} text={w.returnsNoneText} />
        ) : (
          <ul className="grid gap-3">
            {found.data.items.map((order) => (
              <li key={order.order_id}>
                <OrderRow order={order} chosen={chosen === order} onChoose={() => setChosen(order)} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <aside
        className={`min-h-0 border-line bg-surface p-5 tablet:block tablet:overflow-y-auto tablet:border-l ${chosen ? 'border-t tablet:border-t-0' : 'hidden'}`}
      >
        {chosen ? (
          <div key={chosen.order_id} ref={intoView} className="min-h-full">
            <ReturnSheet order={chosen} onDone={() => void found.refetch()} />
          </div>
        ) : (
          <EmptyState icon="receipt" title={w.returnChoose} />
        )}
      </aside>
    </div>
  )
}

// On a phone the sheet stands below the list, out of sight.
const intoView = (sheet: HTMLElement | null) => sheet?.scrollIntoView({ block: 'nearest' })

type RowProps = { order: Returnable; chosen: boolean; onChoose: () => void }

function OrderRow({ order, chosen, onChoose }: RowProps) {
  const w = useWords()
  const lang = useLang()
  return (
    <Pressable
      onPress={onChoose}
      aria-pressed={chosen}
      className={`ui grid w-full gap-1 rounded-12 border bg-surface p-4 text-left ${chosen ? 'border-indigo outline-2 outline-indigo' : 'border-line'}`}
    >
      <span className="flex items-baseline justify-between gap-3">
        <b className="figures text-18">{fullDay(`${order.business_date}T12:00:00+09:00`, lang)}</b>
        <b className="figures text-18">{yen(order.total_yen)}</b>
      </span>
      <span className="text-14 text-ink-2">{order.lines.map((line) => line.name).join('・')}</span>
      <span className="figures flex justify-between text-12 text-ink-3">
        <span>{w.receiptNumber(order.number)}</span>
        <span>{w.returnLeft(String(piecesLeft(order)))}</span>
      </span>
    </Pressable>
  )
}
