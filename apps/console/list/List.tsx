import type { KeyboardEvent, ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { nowIso } from '../../kit/clock.ts'
import { calendarDay, figure } from '../../kit/format.ts'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { ColumnChoice, useColumns } from './ColumnChoice.tsx'
import { csvOf, save } from './csv.ts'
import { ViewTabs } from './ViewTabs.tsx'
import { useListWords } from './words.ts'

export type Column<Row> = {
  key: string
  name: string
  /** The value as it is written into a file, and shown where nothing else is said. */
  text: (row: Row) => string | number
  show?: (row: Row) => ReactNode
  align?: 'right'
  /** Shown only when asked for. */
  rare?: boolean
}

type Props<Row> = {
  /** Its name in addresses of saved views and files. */
  list: string
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  error?: unknown
  onRetry?: () => void
  keyOf: (row: Row) => string
  /** Where a row leads. */
  to?: (row: Row) => string
  filters?: ReactNode
  /** Present when there are more rows than shown. */
  onMore?: (() => void) | undefined
  /** Every row, for a file; those shown when absent. */
  whole?: () => Promise<readonly Row[]>
  /** When all rows are here already, a press on a head sorts them. */
  sortable?: boolean
  /** Many narrow columns of figures. */
  dense?: boolean
  empty?: { icon: Glyph; title: string; text?: string; act?: ReactNode }
}

/** Every list of the office: saved views, filters in the address, chosen columns, a file of it, and the keyboard. */
export function List<Row>(props: Props<Row>) {
  const l = useListWords()
  const say = useToast()
  const [asked, setAsked] = useSearchParams()
  const columns = useColumns(props.columns)
  const filtered = [...asked.keys()].some((key) => key !== 'columns' && key !== 'sort')
  const rows = props.rows && props.sortable ? sorted(props.rows, props.columns, asked.get('sort')) : props.rows
  const write = async () => {
    const all = (await props.whole?.()) ?? rows ?? []
    if (all.length === 0) return say(l.csvNone, { tone: 'refused' })
    const table = all.map((row) => columns.map((column) => column.text(row)))
    save(
      `${props.list}-${calendarDay(nowIso())}.csv`,
      csvOf(
        columns.map(({ name }) => name),
        table,
      ),
    )
  }
  return (
    <section aria-label={props.label} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <ViewTabs list={props.list} />
      <div className="flex flex-wrap items-end gap-3">
        {props.filters}
        <span className="figures ml-auto self-end pb-2.5 text-14 text-ink-2">
          {rows && (props.onMore ? l.someRows(figure(rows.length)) : l.rows(figure(rows.length)))}
        </span>
        <ColumnChoice all={props.columns} />
        <Button look="outline" icon="share" className="!min-h-10 !font-normal" onPress={write}>
          {l.csv}
        </Button>
      </div>
      {props.error ? (
        <ErrorState error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
      ) : !rows ? (
        <SkeletonRows rows={8} className="h-11" />
      ) : rows.length === 0 ? (
        filtered || !props.empty ? (
          <EmptyState icon="search" title={l.noneTitle} text={l.noneText}>
            {filtered && (
              <Button look="outline" onPress={() => setAsked({})}>
                {l.clear}
              </Button>
            )}
          </EmptyState>
        ) : (
          <EmptyState {...props.empty}>{props.empty.act}</EmptyState>
        )
      ) : (
        <Table {...props} columns={columns} rows={rows} />
      )}
      {props.onMore && (
        <Button look="outline" className="justify-self-center" onPress={props.onMore}>
          {l.more}
        </Button>
      )}
    </section>
  )
}

function Table<Row>({
  columns,
  rows,
  keyOf,
  to,
  label,
  sortable = false,
  dense = false,
}: Props<Row> & { rows: readonly Row[] }) {
  const l = useListWords()
  const pad = dense ? 'px-2.5 py-1' : 'px-4 py-2.5'
  return (
    <div className="overflow-x-auto rounded-12 border border-line bg-surface">
      <table aria-label={label} className="ui figures w-full text-14" onKeyDown={walk}>
        <thead className="bg-sunk text-12 whitespace-nowrap text-ink-2" title={to ? l.keys : undefined}>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sortable={sortable} pad={dense ? 'px-2.5' : 'px-4'} />
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={keyOf(row)} className={to ? 'relative focus-within:bg-indigo-tint hover:bg-sunk' : ''}>
              {columns.map((column, at) => {
                const shown = column.show?.(row) ?? column.text(row)
                const side = column.align === 'right' ? 'text-right whitespace-nowrap' : 'text-left'
                return at === 0 ? (
                  <th key={column.key} scope="row" className={`${pad} font-normal ${side}`}>
                    {to ? (
                      <Link to={to(row)} data-row className="font-bold after:absolute after:inset-0">
                        {shown}
                      </Link>
                    ) : (
                      shown
                    )}
                  </th>
                ) : (
                  <td key={column.key} className={`${pad} ${side}`}>
                    {shown}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head<Row>({ column, sortable, pad }: { column: Column<Row>; sortable: boolean; pad: string }) {
  const [asked, setAsked] = useSearchParams()
  const side = column.align === 'right' ? 'text-right' : 'text-left'
  if (!sortable) return <th className={`${pad} py-2 font-normal ${side}`}>{column.name}</th>
  const now = asked.get('sort')
  const down = now === `-${column.key}`
  const up = now === column.key
  const press = () =>
    setAsked(
      (before) => {
        if (down) before.delete('sort')
        else before.set('sort', up ? `-${column.key}` : column.key)
        return before
      },
      { replace: true },
    )
  return (
    <th aria-sort={up ? 'ascending' : down ? 'descending' : 'none'} className={`${pad} py-1 font-normal ${side}`}>
      <button type="button" className="inline-flex min-h-8 items-center gap-1 hover:text-ink" onClick={press}>
        {column.name}
        {(up || down) && <Icon name={up ? 'up' : 'down'} size={14} />}
      </button>
    </th>
  )
}

/** Arrows (and j, k) move between rows, as in a mail program. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step =
    event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0
  if (step === 0) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const here = links.indexOf(document.activeElement as HTMLElement)
  const next = links[Math.max(0, Math.min(links.length - 1, here + step))]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], asked: string | null): readonly Row[] {
  const column = columns.find(({ key }) => key === asked?.replace(/^-/, ''))
  if (!column || !asked) return rows
  const way = asked.startsWith('-') ? -1 : 1
  return rows.toSorted((one, other) => {
    const [a, b] = [column.text(one), column.text(other)]
    return way * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'ja'))
  })
}
