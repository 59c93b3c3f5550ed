/** Applies a map to rows: the columns it needs, and each row as values of fields or as faults. */
import { convert, number, yen } from '#integrations/convert'
import { type Fault, fault, Unfit } from '#integrations/faults'
import { type Field, fields } from '#integrations/fields'
import { plain } from '#integrations/letters'
import { type Plan, rateOf } from '#integrations/map'
import type { Row } from '#integrations/rows'
import type { Column } from '#integrations/schema'

export type Values = Record<string, string | number | boolean | undefined>
export type Mapped = { row: number; values: Values; faults: Fault[] }
type Cells = readonly string[]

/** Compile a plan: `columns` are what the reader shall fetch, `map` turns a fetched row into values. */
export function mapper(plan: Plan): { columns: string[]; map(row: Row): Mapped } {
  const columns = [...new Set(Object.values(plan.section.fields).flatMap(columnsOf))]
  const readers = Object.entries(plan.section.fields).map(([name, column]) => ({
    name,
    read: reader(fields[plan.resource][name] as Field, column, columns, plan),
  }))
  return {
    columns,
    map(row) {
      const mapped: Mapped = { row: row.row, values: {}, faults: row.fault ? [row.fault] : [] }
      if (row.fault) return mapped
      for (const { name, read } of readers) {
        try {
          mapped.values[name] = read(row.cells)
        } catch (error) {
          if (!(error instanceof Unfit)) throw error
          mapped.faults.push(fault(name, error.reason, error.facts))
        }
      }
      return mapped
    },
  }
}

function columnsOf(column: Column): string[] {
  return [column.column, column.join, column.first, column.sum, column.by, column.less, column.below].flatMap(
    (item) => item ?? [],
  )
}

function reader(
  field: Field,
  column: Column,
  columns: readonly string[],
  plan: Plan,
): (cells: Cells) => string | number | boolean | undefined {
  const places = columnsOf(column).map((name) => columns.indexOf(name))
  const times = column.times === undefined ? undefined : rateOf(column.times, plan.rates)
  const hints = {
    zone: plan.zone,
    ...(column.format && { format: column.format }),
    ...(times !== undefined && { times }),
  }
  if (column.sum) {
    return (cells) => {
      const total = places.reduce(
        (sum, place) => sum + (blank(cells[place]) ? 0 : number(plain(cells[place] ?? ''))),
        0,
      )
      return field.kind === 'yen' ? yen(total, times ?? 1) : convert(String(total), field.kind, hints)
    }
  }
  if (column.by || column.less) {
    const part = (name: string | undefined, absent: number) => {
      const place = name === undefined ? -1 : columns.indexOf(name)
      return (cells: Cells) => (place < 0 || blank(cells[place]) ? absent : number(plain(cells[place] ?? '')))
    }
    const [one, by, less] = [part(column.column, Number.NaN), part(column.by, 1), part(column.less, 0)]
    return (cells) => {
      const total = one(cells) * by(cells) - less(cells)
      if (Number.isNaN(total)) throw new Unfit('missing')
      return field.kind === 'yen' ? yen(total, times ?? 1) : convert(String(total), field.kind, hints)
    }
  }
  const raw = column.constant !== undefined ? () => column.constant : below(column, columns, picker(column, places))
  const table = column.values && tableOf(column.values)
  return (cells) => {
    let text = raw(cells)
    if (table && !blank(text)) {
      text = table(plain(text as string)) ?? column.otherwise
      if (text === undefined) throw new Unfit('table')
    }
    if (blank(text)) text = column.default
    if (!blank(text)) return convert(text as string, field.kind, hints)
    if (field.needed) throw new Unfit('missing')
    return undefined
  }
}

/** A table of values; a key that ends in * stands for every value that begins so, the longest such key wins. */
function tableOf(values: Record<string, string>): (text: string) => string | undefined {
  const exact = new Map(Object.entries(values).map(([from, to]) => [plain(from), to]))
  const starts = [...exact]
    .filter(([from]) => from.endsWith('*'))
    .map(([from, to]) => [from.slice(0, -1), to] as const)
    .sort(([a], [b]) => b.length - a.length)
  return (text) => exact.get(text) ?? starts.find(([from]) => text.startsWith(from))?.[1]
}

/** A value that stands on the first of several rows holds for those below it, as long as they bear the same in another column. */
function below(
  column: Column,
  columns: readonly string[],
  pick: (cells: Cells) => string | undefined,
): (cells: Cells) => string | undefined {
  if (!column.below) return pick
  const place = columns.indexOf(column.below)
  let group: string | undefined
  let held: string | undefined
  return (cells) => {
    const own = pick(cells)
    if (!blank(own) || cells[place] !== group) held = own
    group = cells[place]
    return held
  }
}

function picker(column: Column, places: readonly number[]): (cells: Cells) => string | undefined {
  if (column.first)
    return (cells) =>
      places
        .slice(0, column.first?.length)
        .map((place) => cells[place])
        .find((text) => !blank(text))
  if (column.join) {
    const count = column.join.length
    return (cells) => {
      const parts = places.slice(0, count).map((place) => (cells[place] ?? '').trim())
      return parts.filter((part) => part !== '').join(column.with ?? ' ')
    }
  }
  return (cells) => cells[places[0] as number]
}

/** Empty, or what exports write for nothing. */
function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '' || text === '\\N' || text === 'NULL' || text === 'NA'
}
