import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import type { SegmentRule } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Why } from './Why.tsx'
import { useSegmentWords } from './words.ts'

/** How many fit just now, and how many each clause leaves; counted anew with every change. */
export function useReach(rule: SegmentRule) {
  const asked = useDeferredValue(rule)
  return useQuery({
    queryKey: ['segment count', asked],
    queryFn: () => take(api.POST('/v1/segments/counts', { body: { rule: asked } })),
    placeholderData: keepPreviousData,
  })
}

/** The big figure, and a few people for instance, whose sight is recorded: only when asked for. */
export function Reach({ rule }: { rule: SegmentRule }) {
  const w = useSegmentWords()
  const reach = useReach(rule)
  const { members = 0, everyone = 0 } = reach.data ?? {}
  return (
    <aside className="grid content-start gap-4 border-l border-line p-6">
      <div aria-live="polite">
        <p className="ui text-14 text-ink-2">{w.now}</p>
        <p className="ui figures">
          <b className="text-56">{reach.data ? figure(members) : '…'}</b>
        </p>
        <p className="ui text-14 text-ink-2">
          {reach.isFetching
            ? w.counting
            : w.ofAll(figure(everyone), figure(everyone ? Math.round((members * 100) / everyone) : 0))}
        </p>
      </div>
      <Samples key={JSON.stringify(rule)} rule={rule} />
    </aside>
  )
}

function Samples({ rule }: { rule: SegmentRule }) {
  const w = useSegmentWords()
  const [wanted, setWanted] = useState(false)
  const found = useQuery({
    queryKey: ['segment sample', rule],
    queryFn: () => take(api.POST('/v1/segments/samples', { body: { rule } })),
    enabled: wanted,
  })
  return (
    <section>
      <h2 className="text-16">{w.samples}</h2>
      <p className="text-12 text-ink-2">{w.samplesText}</p>
      {!wanted && (
        <Button look="outline" icon="eye" onPress={() => setWanted(true)}>
          {w.showSamples}
        </Button>
      )}
      {found.data?.items.length === 0 && <p className="text-14">{w.nobody}</p>}
      <ul className="mt-2 divide-y divide-line border-y border-line empty:hidden">
        {found.data?.items.map((person) => (
          <li key={person.customer_id} className="ui py-2 text-14">
            <b>{person.name ?? w.unnamed}</b>
            <Why why={person.why} conditions={found.data.conditions} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A bar for each clause: who is left, and how many it takes away. */
export function Steps({ rule }: { rule: SegmentRule }) {
  const w = useSegmentWords()
  const text = useText()
  const reach = useReach(rule)
  if (!reach.data) return null
  const { everyone, steps } = reach.data
  const rows = [{ clause: { ja: w.everyone, en: w.everyone }, left: everyone }, ...steps]
  const whole = Math.max(1, everyone)
  return (
    <section>
      <h2 className="text-16">
        {w.whoFits} <span className="text-12 font-normal text-ink-2">{w.stepByStep}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map(({ clause, left }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one rule keep their order
          <li key={at} className="ui grid grid-cols-[16rem_minmax(0,1fr)_5rem_5rem] items-center gap-4 py-2 text-14">
            <span className="truncate">{text(clause)}</span>
            <span aria-hidden="true" className="h-4 rounded-[2px] bg-board-pale">
              <span className="block h-4 rounded-[2px] bg-board" style={{ width: `${(left * 100) / whole}%` }} />
            </span>
            <b className="figures text-right">{figure(left)}</b>
            <span className="figures text-right text-vermilion">{fewer(rows[at - 1]?.left, left)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function fewer(before: number | undefined, left: number): string {
  return before === undefined || before === left ? '' : `−${figure(before - left)}`
}
