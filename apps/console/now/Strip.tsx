import { Link } from 'react-router'
import { figure, yen } from '../../kit/format.ts'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { useMay } from '../office.ts'
import { STANDING } from '../orders/words.ts'
import { useWords } from '../words.ts'
import { useJoined, useToday } from './today.ts'

/** Today in one line, each number beside what it was a week ago. */
export function Strip() {
  const w = useWords()
  const { today, before } = useToday()
  const plans = useMay(['manager', 'marketer'])
  const joined = useJoined(today.data?.business_date, plans)
  if (!today.data) {
    return (
      <div className="grid h-23 shrink-0 grid-cols-4 items-center gap-6 border-b border-line px-6">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    )
  }
  const { business_date: day, ...now } = today.data
  const then = before.data
  // The same orders as were summed.
  const rows = `/orders?day=${day}&state=${STANDING}`
  return (
    <dl className="ui figures grid h-23 shrink-0 auto-cols-fr grid-flow-col grid-cols-[minmax(0,2fr)] divide-x divide-line border-b border-line">
      <div className="grid grid-cols-[1fr_auto] content-center px-6">
        <dt className="col-span-2 truncate text-12 text-ink-2">
          {w.todaySales}（{w.versus}）
        </dt>
        <dd className="flex items-baseline gap-3">
          <Link to={rows} className="text-28 font-bold hover:text-indigo">
            {yen(now.sales_yen)}
          </Link>
          <Change now={now.sales_yen} then={then?.sales_yen} />
        </dd>
        <Curve today={pointsOf(now.curve, day)} before={then ? pointsOf(then.curve, then.business_date) : []} />
      </div>
      <Cell name={w.orders} now={now.orders} then={then?.orders} to={rows} />
      <Cell name={w.till} now={now.carried} then={then?.carried} to={`${rows}&way=carry`} />
      <Cell name={w.pickups} now={now.collected} then={then?.collected} to={`${rows}&way=collect`} />
      {joined && (
        <Cell name={w.joinedToday} now={joined.now} then={joined.before} to={`/sign-ups?from=${day}&to=${day}`} />
      )}
    </dl>
  )
}

type CellProps = { name: string; now: number; then: number | undefined; to: string }

/** A number of today, the way to its rows, and how it stands against a week ago. */
function Cell({ name, now, then, to }: CellProps) {
  return (
    <div className="grid content-center px-6">
      <dt className="text-12 text-ink-2">{name}</dt>
      <dd className="flex items-baseline gap-3">
        <Link to={to} className="text-28 font-bold hover:text-indigo">
          {figure(now)}
        </Link>
        <Change now={now} then={then} />
      </dd>
    </div>
  )
}

/** ↑ 6.2%: arrow, colour and number together; nothing where there is nothing to compare with. */
function Change({ now, then }: { now: number; then: number | undefined }) {
  if (!then) return null
  const percent = ((now - then) / then) * 100
  const flat = Math.abs(percent) < 0.5
  const colour = flat ? 'text-ink-2' : percent > 0 ? 'text-green' : 'text-vermilion'
  return (
    <span className={`text-14 ${colour}`}>
      {flat ? '→' : percent > 0 ? '↑' : '↓'} {Math.abs(percent).toFixed(1)}%
    </span>
  )
}

type Point = { at: number; yen: number }

/** Time since the business date began, and what was sold by then. */
function pointsOf(curve: readonly { at: string; yen: number }[], day: string): Point[] {
  return curve.map(({ at, yen: sold }) => ({ at: Date.parse(at) - Date.parse(day), yen: sold }))
}

function Curve({ today, before }: { today: Point[]; before: Point[] }) {
  const all = [...today, ...before]
  if (today.length < 2) return null
  const first = Math.min(...all.map((point) => point.at))
  const last = Math.max(...all.map((point) => point.at))
  const top = Math.max(...all.map((point) => point.yen))
  const path = (points: Point[]) =>
    points
      .map(({ at, yen: sum }, index) => {
        const x = ((at - first) / Math.max(1, last - first)) * 120
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(38 - (sum / top) * 34).toFixed(1)}`
      })
      .join('')
  return (
    <svg width="120" height="40" viewBox="0 0 120 40" fill="none" aria-hidden="true" className="self-end">
      <path d={path(before)} stroke="var(--color-ink-3)" strokeWidth="1.4" strokeDasharray="3 3" />
      <path d={path(today)} stroke="var(--color-wood)" strokeWidth="2" />
    </svg>
  )
}
