/** Rows of a CSV, TSV or NDJSON file, one at a time: the wanted columns as text, numbered from the first row of data. */

import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { refuse } from '#core/problem'
import { type Fault, fault } from '#integrations/faults'
import { join, type Source, text, unreadable } from '#integrations/file'
import { widths } from '#integrations/letters'

export type Row = { row: number; cells: string[]; fault?: Fault }
/** header: true = the first line names the columns; a list = there is no such line, these are the names. */
export type Shape = { header: true | string[]; delimiter?: string; skip_lines?: number }

/** Read a file's rows; `columns` are the names wanted, in the order the cells shall have. */
export async function* rowsOf(source: Source, shape: Shape, columns: readonly string[]): AsyncGenerator<Row> {
  const reading = source.format === 'ndjson' ? objects(source, columns) : table(source, shape, columns)
  try {
    yield* reading
  } catch (error) {
    unreadable(error)
  }
}

/** The names of a file's columns and its first rows, before any map says which are wanted. */
export async function headerOf(
  source: Source,
  limit: number,
  shape: Pick<Shape, 'delimiter'> = {},
): Promise<{ header: string[]; rows: string[][] }> {
  if (source.format === 'ndjson') return namesOf(source, limit)
  const found: string[][] = []
  const parser = join(text(source), parse(shapeOf(source, shape)))
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      found.push(record)
      if (found.length > limit) break
    }
  } catch (error) {
    unreadable(error)
  }
  const [header = [], ...rows] = found
  return { header: header.map((name) => name.replace(/^\ufeff/, '').trim()), rows }
}

async function namesOf(source: Source, limit: number): Promise<{ header: string[]; rows: string[][] }> {
  const lines = createInterface({ input: text(source), crlfDelay: Number.POSITIVE_INFINITY })
  const found: Record<string, unknown>[] = []
  for await (const line of lines) {
    const value = object(line)
    if (value) found.push(value)
    if (found.length >= limit) break
  }
  lines.close()
  const header = [...new Set(found.flatMap(Object.keys))]
  return { header, rows: found.map((value) => header.map((name) => cell(value, name))) }
}

function shapeOf(source: Source, shape: Pick<Shape, 'delimiter' | 'skip_lines'>) {
  return {
    delimiter: shape.delimiter ?? (source.format === 'tsv' ? '\t' : ','),
    bom: true,
    // Tills write 5" pipes and rows with a comma too many: one bad row must not end the file.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1 << 20,
    from_line: (shape.skip_lines ?? 0) + 1,
  }
}

async function* table(source: Source, shape: Shape, columns: readonly string[]): AsyncGenerator<Row> {
  const parser = join(text(source), parse(shapeOf(source, shape)))
  let header: string[] | undefined = shape.header === true ? undefined : shape.header
  let places = header ? placesOf(header, columns) : []
  let row = 0
  for await (const record of parser as AsyncIterable<string[]>) {
    if (!header) {
      header = record
      places = placesOf(header, columns)
      continue
    }
    row += 1
    const extra = record.length - header.length
    const cells = places.map((place) => record[place] ?? '')
    if (extra === 0 || (extra === 1 && record.at(-1) === '')) yield checked(row, cells, columns)
    else yield { row, cells, fault: fault('row', 'columns', { expected: header.length, found: record.length }) }
  }
}

/** Where each wanted column stands; names are compared without regard to width and outer spaces. */
function placesOf(header: readonly string[], columns: readonly string[]): number[] {
  const plain = (name: string) => widths(name.replace(/^\ufeff/, '')).trim()
  const names = header.map(plain)
  const missing = columns.filter((column) => !names.includes(plain(column)))
  if (missing.length) {
    refuse(
      'integrations.columns',
      422,
      `ファイルに列「${missing.join('」「')}」がありません。ファイルの列: ${names.join(', ')}`,
      `The file has no column ${missing.map((name) => `"${name}"`).join(', ')}. Its columns: ${names.join(', ')}`,
      { field: 'file', missing },
    )
  }
  const twice = columns.filter((column) => names.indexOf(plain(column)) !== names.lastIndexOf(plain(column)))
  if (twice.length) {
    refuse(
      'integrations.columns',
      422,
      `ファイルに同じ名前の列「${twice.join('」「')}」が複数あります。`,
      `The file has several columns named ${twice.map((name) => `"${name}"`).join(', ')}.`,
      { field: 'file', twice },
    )
  }
  return columns.map((column) => names.indexOf(plain(column)))
}

async function* objects(source: Source, columns: readonly string[]): AsyncGenerator<Row> {
  const stream: Readable = text(source)
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  let row = 0
  // readline swallows its input's errors; they are asked for when the lines end.
  let broken: Error | undefined
  stream.on('error', (error) => {
    broken = error
    lines.close()
  })
  for await (const line of lines) {
    if (line.trim() === '') continue
    row += 1
    const value = object(line)
    if (value)
      yield checked(
        row,
        columns.map((column) => cell(value, column)),
        columns,
      )
    else yield { row, cells: columns.map(() => ''), fault: fault('row', 'json') }
  }
  if (broken) throw broken
}

function object(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** A property by its name, or by a path of names: `customer.kana`. */
function cell(value: Record<string, unknown>, column: string): string {
  const found =
    column in value
      ? value[column]
      : column
          .split('.')
          .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], value)
  if (found === null || found === undefined) return ''
  return typeof found === 'object' ? JSON.stringify(found) : String(found)
}

function checked(row: number, cells: string[], columns: readonly string[]): Row {
  const at = cells.findIndex((text) => text.includes('\ufffd'))
  return at < 0 ? { row, cells } : { row, cells, fault: fault(columns[at] ?? 'row', 'letters') }
}
