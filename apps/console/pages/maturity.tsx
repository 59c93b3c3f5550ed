import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Maturity } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useFigureWords } from '../figures/words.ts'
import { Screen } from '../Top.tsx'

type Rung = Maturity['rungs'][number]
type Condition = Rung['conditions'][number]

/** How far the channels have grown together: a ladder whose every rung is a stated query, and what the next one lacks. */
export function MaturityPage() {
  const w = useFigureWords()
  const found = useQuery({ queryKey: ['maturity'], queryFn: () => take(api.GET('/v1/desk/maturity')) })
  if (found.isPending || found.isError)
    return (
      <Screen>
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => found.refetch()} />
        ) : (
          <SkeletonRows rows={4} className="h-28" />
        )}
      </Screen>
    )
  const { reached, rungs, days } = found.data
  const next = rungs.find((rung) => !rung.met)
  const missing = next?.conditions.filter((condition) => !condition.met) ?? []
  return (
    <Screen>
      <div className="grid max-w-[64rem] gap-6">
        <header>
          <h2 className="text-28">{reached ? w.rungNow(w[reached]) : w.rungNone}</h2>
          {next && (
            <p className="text-16">
              {w.rungNext(w[next.rung])} <Missing conditions={missing} />
            </p>
          )}
          <p className="text-14 text-ink-2">{w.days(figure(days))}</p>
        </header>
        <ol className="grid gap-4">
          {rungs.toReversed().map((rung) => (
            <RungCard key={rung.rung} rung={rung} here={rung.rung === reached} />
          ))}
        </ol>
      </div>
    </Screen>
  )
}

function Missing({ conditions }: { conditions: Condition[] }) {
  const text = useText()
  return <b>{conditions.map((condition) => text(condition.name)).join('・')}</b>
}

function RungCard({ rung, here }: { rung: Rung; here: boolean }) {
  const w = useFigureWords()
  const colour = rung.met ? 'border-board' : 'border-line'
  return (
    <li className={`rounded-12 border bg-surface p-5 ${colour} ${here ? 'border-2 shadow-lift' : ''}`}>
      <h3 className="flex items-center gap-3 text-18">
        <Icon name={rung.met ? 'check' : 'dash'} size={22} className={rung.met ? 'text-green' : 'text-ink-3'} />
        {w[rung.rung]}
        <span className="text-14 font-normal text-ink-2">{w[`${rung.rung}Text`]}</span>
        <span className={`ml-auto text-14 ${rung.met ? 'text-green' : 'font-normal text-ink-2'}`}>
          {rung.met ? w.met : w.notMet}
        </span>
      </h3>
      <dl className="mt-3 grid gap-4">
        {rung.conditions.map((condition) => (
          <Measured key={condition.query} condition={condition} />
        ))}
      </dl>
    </li>
  )
}

/** One query: what it gave as a board beside its number, the mark it has to reach, and how it counts, in words. */
function Measured({ condition }: { condition: Condition }) {
  const w = useFigureWords()
  const text = useText()
  const { value, wanted, unit, met } = condition
  const said = (number: number) => (unit === 'percent' ? `${number.toFixed(1)}%` : figure(number))
  // Twice what is asked fills the board, so that the mark stands in the middle of every one.
  const share = (number: number) => `${Math.min(100, (number / Math.max(wanted * 2, 1)) * 100)}%`
  return (
    <div className="ui grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-14">
      <dt className="font-bold">{text(condition.name)}</dt>
      <dd className="figures text-right">
        <Link to="/orders" title={w.open} className={`text-18 font-bold ${met ? 'text-green' : 'text-amber'}`}>
          {said(value)}
        </Link>{' '}
        <span className="text-12 text-ink-2">
          {w.wanted} {said(wanted)}
        </span>
      </dd>
      <dd aria-hidden="true" className="relative col-span-2 my-1.5 h-3 rounded-[3px] bg-sunk">
        <span className="absolute inset-y-0 left-0 rounded-[3px] bg-board" style={{ width: share(value) }} />
        <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: share(wanted) }} />
      </dd>
      <dd className="col-span-2 text-12 text-ink-2">{text(condition.stated)}</dd>
    </div>
  )
}
