import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { take } from '../../kit/client.ts'
import { figure, time } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useRuleWords } from '../rules/words.ts'
import { Screen } from '../Top.tsx'

const AGAIN_MS = 5000

/** How the house itself is: what waits, who works, what costs time. */
export function HealthPage() {
  const w = useRuleWords()
  const text = useText()
  const work = useQuery({
    queryKey: ['work'],
    queryFn: () => take(api.GET('/v1/operations/work')),
    refetchInterval: AGAIN_MS,
  })
  return (
    <Screen>
      {work.isPending ? (
        <SkeletonRows rows={6} className="h-14" />
      ) : work.isError ? (
        <ErrorState error={work.error} onRetry={() => work.refetch()} />
      ) : (
        <div className="grid max-w-[72rem] gap-8">
          {work.data.healthy ? (
            <Notice tone="done">{w.well}</Notice>
          ) : (
            <Notice tone="warning">
              <b>{w.unwell}</b>
              {work.data.degraded.map((part) => (
                <span key={part.part}>{text(part)}</span>
              ))}
            </Notice>
          )}
          <section>
            <h2 className="mb-2 text-14 text-ink-2">{w.work}</h2>
            <p className="ui figures mb-2 flex flex-wrap gap-x-6 text-14">
              <Link to="/sendings?state=waiting" className="text-indigo">
                {w.webhooksDue(figure(work.data.webhooks.due))}
              </Link>
              <Link to="/webhooks" className="text-indigo">
                {w.webhooksOff(figure(work.data.webhooks.switched_off))}
              </Link>
              <span>{w.summaries(figure(work.data.summaries.waiting))}</span>
            </p>
            {work.data.reactions.length === 0 ? (
              <p className="text-14 text-ink-2">{w.noWork}</p>
            ) : (
              <Table
                head={[w.reaction, w.waiting, w.due, w.stuck, w.oldest]}
                rows={work.data.reactions.map((each) => [
                  each.reaction,
                  figure(each.waiting),
                  figure(each.due),
                  <span key="stuck" className={each.stuck > 0 ? 'font-bold text-vermilion' : ''}>
                    {figure(each.stuck)}
                  </span>,
                  w.seconds(figure(Math.round(each.oldest_due_seconds))),
                ])}
              />
            )}
          </section>
          <Processes />
          <Statements />
        </div>
      )}
    </Screen>
  )
}

function Processes() {
  const w = useRuleWords()
  const found = useQuery({
    queryKey: ['processes'],
    queryFn: () => take(api.GET('/v1/operations/processes')),
    refetchInterval: AGAIN_MS,
  })
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.processes}</h2>
      <Table
        head={[w.role, w.host, w.seen, w.memory, w.lag, w.connections]}
        rows={(found.data?.items ?? []).map((each) => [
          each.role,
          `${each.host} · ${each.pid}`,
          time(each.seen_at),
          w.mb(figure(Math.round(each.figures.memory_mb))),
          w.ms(figure(Math.round(each.figures.reactions.lag_p95_ms))),
          `${figure(each.figures.connections.busy)} · ${figure(each.figures.connections.in_line)}`,
        ])}
      />
    </section>
  )
}

function Statements() {
  const w = useRuleWords()
  const found = useQuery({
    queryKey: ['statements'],
    queryFn: () => take(api.GET('/v1/operations/slow-statements')),
  })
  const items = found.data?.items ?? []
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.statements}</h2>
      {items.length === 0 ? (
        <p className="text-14 text-ink-2">{w.noStatements}</p>
      ) : (
        <Table
          head={[w.statement, w.calls, w.mean, w.most]}
          rows={items.map((each) => [
            <code key="statement" className="line-clamp-2 text-12 break-all" title={each.statement}>
              {each.statement}
            </code>,
            figure(each.calls),
            w.ms(figure(Math.round(each.mean_ms))),
            w.ms(figure(Math.round(each.max_ms))),
          ])}
        />
      )}
    </section>
  )
}

function Table({ head, rows }: { head: string[]; rows: ReactNode[][] }) {
  return (
    <div className="overflow-x-auto rounded-12 border border-line bg-surface">
      <table className="ui figures w-full text-14">
        <thead className="bg-sunk text-12 text-ink-2">
          <tr>
            {head.map((name, at) => (
              <th key={name} className={`px-4 py-2 font-normal ${at === 0 ? 'text-left' : 'text-right'}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of figures has no name of its own
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={head[at]} className={`px-4 py-2 ${at === 0 ? 'text-left font-bold' : 'text-right'}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
