import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { shortDay, time } from '../../kit/format.ts'
import { momentText } from '../../kit/moments.ts'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useKinds } from '../kinds.ts'
import { useMay } from '../office.ts'
import { spoken, useOrderWords } from './words.ts'

type Step = { key: string; at: string; title: string; note?: string | undefined }

/** All that happened to the order: from the timeline where this role reads it, else from its own stamps. */
export function Story({ order }: { order: Order }) {
  const w = useOrderWords()
  const lang = useLang()
  const kinds = useKinds()
  const reads = useMay(['manager', 'marketer'])
  const told = useQuery({
    queryKey: ['order events', order.order_id, order.state],
    queryFn: () =>
      take(api.GET('/v1/events', { params: { query: { subject_id: order.order_id, limit: 100, wait_seconds: 0 } } })),
    enabled: reads,
  })
  const stamps: Step[] = [
    { key: 'placed', at: order.placed_at, title: w.placed },
    ...(order.ready_at ? [{ key: 'ready', at: order.ready_at, title: w.ready }] : []),
    ...(order.done_at ? [{ key: 'done', at: order.done_at, title: w.done }] : []),
    ...(order.cancelled_at
      ? [
          {
            key: 'cancelled',
            at: order.cancelled_at,
            title: w.cancelled,
            note: order.cancel_reason ? spoken(w, order.cancel_reason) : undefined,
          },
        ]
      : []),
  ]
  const events: Step[] = (told.data?.items ?? []).map((event) => ({
    key: event.event_id,
    at: event.occurred_at,
    title: momentText(event, kinds, lang).title,
  }))
  // Right after the order the log, a few seconds behind, may not have it yet.
  const steps = (events.length >= stamps.length ? events : stamps).toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <section>
      <h2 className="mb-3 text-14 text-ink-2">{w.story}</h2>
      <ol className="relative grid gap-3 border-l-4 border-board-pale pl-5">
        {steps.map((step) => (
          <li key={step.key} className="ui relative text-14">
            <span aria-hidden="true" className="absolute top-1.5 -left-[27px] size-2.5 rounded-full bg-board" />
            <time className="figures mr-3 text-ink-2">
              {shortDay(step.at, lang)} {time(step.at)}
            </time>
            <b>{step.title}</b> {step.note && <span className="text-ink-2">{step.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
