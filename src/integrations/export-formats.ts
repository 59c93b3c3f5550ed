/** Rows as a file: NDJSON, CSV that no spreadsheet runs as formulas, Parquet. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import iconv from 'iconv-lite'
import { csvLine } from '#core/csv'
import type { Kind, Outgoing, Row } from '#core/outgoing'

export const formats = ['ndjson', 'csv', 'parquet'] as const
export type Format = (typeof formats)[number]
/** `write` takes some rows and `end` nothing: each gives the bytes that follow. */
export type Encoder = { media_type: string; write(rows: readonly Row[]): Uint8Array; end(): Uint8Array; lost(): number }
type Options = { shift_jis?: boolean | undefined }

/** How rows of this resource are written in this format. Shift_JIS is for CSV alone; letters it lacks are counted as lost. */
export function encoder(what: Outgoing, format: Format, { shift_jis }: Options = {}): Encoder {
  if (format === 'parquet') return parquet(what)
  return format === 'csv' ? csv(what, shift_jis ?? false) : ndjson(what)
}

function ndjson({ columns }: Outgoing): Encoder {
  const names = Object.keys(columns)
  const line = (row: Row) => `${JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))}\n`
  return {
    media_type: 'application/x-ndjson; charset=utf-8',
    write: (rows) => Buffer.from(rows.map(line).join('')),
    end: () => new Uint8Array(),
    lost: () => 0,
  }
}

function csv({ columns }: Outgoing, shift_jis: boolean): Encoder {
  const names = Object.keys(columns)
  let head = csvLine(names)
  // The mark tells spreadsheets in Japan that this is UTF-8.
  if (!shift_jis) head = `\ufeff${head}`
  let lost = 0
  const encode = (text: string): Uint8Array => {
    if (!shift_jis) return Buffer.from(text)
    const bytes = iconv.encode(text, 'cp932')
    const back = iconv.decode(bytes, 'cp932')
    if (back !== text) lost += missing(text, back)
    return bytes
  }
  const begin = () => {
    const text = head
    head = ''
    return text
  }
  return {
    media_type: `text/csv; charset=${shift_jis ? 'Shift_JIS' : 'utf-8'}; header=present`,
    write: (rows) => encode(begin() + rows.map((row) => csvLine(names.map((name) => cell(row[name])))).join('')),
    end: () => encode(begin()),
    lost: () => lost,
  }
}

// A letter the encoding lacks comes back as a question mark, one for each half of what lies beyond the first plane.
function missing(text: string, back: string): number {
  const count = (of: string) => of.split('?').length - 1
  return count(back) - count(text)
}

function cell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return JSON.stringify(value)
  return value as string | number | boolean
}

// Nothing that is a number loses a digit: yen and points are 64 bits wide. Ids are text, as every reader of ours expects them.
const elements: Record<Kind, object> = {
  uuid: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

function parquet({ columns }: Outgoing): Encoder {
  const list = Object.entries(columns)
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: list.length },
      ...list.map(([name, kind]) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[kind] })),
    ],
    createdBy: 'engawa',
  })
  // What was written is handed on at once; the writer keeps only where things stand.
  const taken = () => {
    const part = new Uint8Array(bytes.buffer.slice(0, bytes.index))
    bytes.index = 0
    return part
  }
  return {
    media_type: 'application/vnd.apache.parquet',
    write(rows) {
      if (rows.length === 0) return new Uint8Array()
      writer.write({
        columnData: list.map(([name, kind]) => ({ name, data: rows.map((row) => stored(row[name], kind)) })),
        rowGroupSize: rows.length,
      })
      return taken()
    },
    end() {
      writer.finish()
      return taken()
    },
    lost: () => 0,
  }
}

function stored(value: unknown, kind: Kind): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'integer') return BigInt(value as number)
  if (kind === 'time') return new Date(value as string)
  if (kind === 'date') return new Date(`${value as string}T00:00:00Z`)
  return value
}
