/**
 * Guesses a map from a file: each column's header is compared with what systems call the fields, and its values with what the
 * field holds. A guess is shown with its confidence and some values before anything is written; a person decides.
 */
import { basename } from 'node:path'
import { stringify } from 'yaml'
import { type Field, fields, type Resource } from '#integrations/fields'
import type { Source } from '#integrations/file'
import { dateFormat, type Form, fits, formsOf, readAs } from '#integrations/guess-forms'
import { timeWords, valueWords, words } from '#integrations/guess-words'
import { plain } from '#integrations/letters'
import { headerOf } from '#integrations/rows'
import type { Column, Sections } from '#integrations/schema'

export type GuessedColumn = {
  header: string
  samples: string[]
  field: string | null
  confidence: number
  /** What the samples become when they are read so; null for one that cannot be. Empty without a field. */
  values: (string | number | boolean | null)[]
  /** How they are written. */
  forms: Form[]
}
export type Guess = {
  resource: Resource
  file: Pick<Source, 'name' | 'encoding' | 'format' | 'packed'>
  columns: GuessedColumn[]
  /** Fields that are needed and that no column seems to hold. */
  missing: string[]
  /** The map this guess comes to, as YAML; whole only when nothing is missing. */
  map: string
}
type Match = { header: number; field: string; score: number }

const enough = 0.5
const samples_read = 50
const samples_shown = 3

/** Guess what a file holds (unless it is said) and which column is which field. `source` names the system it comes from. */
export async function guess(
  given: Source,
  resource: Resource | readonly Resource[] | undefined,
  source: string,
): Promise<Guess> {
  const { file, shape, header, rows } = await opened(given)
  const samples = header.map((_, at) => rows.map((row) => row[at] ?? '').filter((text) => text.trim() !== ''))
  const all = Object.keys(words) as Resource[]
  const wanted =
    resource === undefined
      ? all
      : typeof resource === 'string'
        ? [resource]
        : all.filter((name) => resource.includes(name))
  const guesses = wanted.map((name) => guessed(name, { file, shape, header, samples }, source))
  // The resource whose needed fields are all there; of several the one that explains the most columns.
  const [best] = guesses.toSorted((a, b) => a.missing.length - b.missing.length || weight(b) - weight(a))
  return best as Guess
}

/** The name of a system, made of a file's name. */
export function sourceOf(file: string): string {
  const name = basename(file)
    .toLowerCase()
    .replace(/\.\w+(\.gz)?$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return name.slice(0, 40) || 'file'
}

type Table = {
  file: Source
  shape: Sections['products']['file']
  header: readonly string[]
  samples: readonly string[][]
}

// What is one column in the usual way is another format, or has another delimiter.
export async function opened(
  file: Source,
  limit: number = samples_read,
): Promise<Omit<Table, 'samples'> & { rows: string[][] }> {
  const usual = await headerOf(file, limit)
  const [line = ''] = usual.header
  if (usual.header.length > 1 || file.format === 'ndjson') return { file, shape: undefined, ...usual }
  if (line.startsWith('{')) {
    const as = { ...file, format: 'ndjson' as const }
    return { file: as, shape: { format: 'ndjson' }, ...(await headerOf(as, limit)) }
  }
  const delimiter = ['\t', ';', '|', ','].find((each) => line.includes(each))
  if (!delimiter) return { file, shape: undefined, ...usual }
  return { file, shape: { delimiter }, ...(await headerOf(file, limit, { delimiter })) }
}

function weight({ columns }: Guess): number {
  return columns.reduce((sum, { confidence }) => sum + confidence, 0)
}

function guessed(resource: Resource, { file, shape, header, samples }: Table, source: string): Guess {
  const known = words[resource as keyof typeof words] ?? {}
  const matches = header.flatMap((name, at) =>
    Object.entries(fields[resource]).flatMap(([field, { kind }]): Match[] => {
      const named = likeness(name, known[field] ?? [])
      return named === 0
        ? []
        : [{ header: at, field, score: named * (0.6 + 0.4 * fitting(samples[at] ?? [], kind, field)) }]
    }),
  )
  const chosen = new Map<string, Match>()
  const used = new Set<number>()
  const kindOf = (field: string) => (fields[resource][field] as Field).kind
  for (const match of matches.toSorted((a, b) => b.score - a.score)) {
    if (match.score < enough || chosen.has(match.field) || used.has(match.header)) continue
    chosen.set(match.field, match)
    used.add(match.header)
  }
  const section: Record<string, Column | string> = {}
  for (const [field, { header: at }] of chosen)
    section[field] = columnOf(field, kindOf(field), header[at] as string, samples[at] ?? [])
  const clock = header.findIndex((name, at) => !used.has(at) && likeness(name, timeWords) === 1)
  const day = chosen.get('placed_at')
  if (day && clock >= 0 && !(samples[day.header] ?? []).some((text) => /\d:\d/.test(text))) {
    const format = dateFormat(samples[day.header] ?? [], 'time')
    section.placed_at = { join: [header[day.header] as string, header[clock] as string], ...(format && { format }) }
    used.add(clock)
  }
  const missing = Object.entries(fields[resource]).flatMap(([field, { needed }]) =>
    needed && !chosen.has(field) ? field : [],
  )
  const byHeader = new Map([...chosen.values()].map((match) => [match.header, match]))
  const { name, encoding, format, packed } = file
  return {
    resource,
    file: { name, encoding, format, packed },
    columns: header.map((name, at) => {
      const own = byHeader.get(at)
      const match = own ?? (at === clock && used.has(at) ? day : undefined)
      const seen = samples[at] ?? []
      const shown = seen.slice(0, samples_shown)
      const kind = own && kindOf(own.field)
      const order = kind && dateFormat(seen, kind)
      return {
        header: name,
        samples: shown,
        field: match?.field ?? null,
        confidence: match ? Math.round(match.score * 100) / 100 : 0,
        values: kind ? shown.map((text) => tabled(own.field, text) ?? readAs(text, kind, order)) : [],
        forms: kind ? formsOf(seen, kind, order) : [],
      }
    }),
    missing,
    map: stringify({ source, [resource]: { ...(shape && { file: shape }), fields: section, ...usual[resource] } }),
  }
}

// What a file of this kind nearly always wants.
const usual: Partial<Record<Resource, object>> = {
  purchases: { unknown_customer: 'create', unknown_product: 'keep' },
  receipts: { unknown_customer: 'create' },
}

function columnOf(field: string, kind: Field['kind'], column: string, samples: readonly string[]): Column | string {
  if (samples.some((text) => tabled(field, text) !== undefined)) return { column, values: valueWords[field] ?? {} }
  const format = dateFormat(samples, kind)
  return format ? { column, format } : column
}

function tabled(field: string, text: string): string | undefined {
  const [table, key] = [valueWords[field] ?? {}, plain(text)]
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** How much a header is one of these names: 1 the same, less when it holds one. */
function likeness(header: string, names: readonly string[]): number {
  const text = bare(header)
  let best = 0
  for (const name of names) {
    const known = bare(name)
    if (text === known) return 1
    if (known.length >= 2 && text.includes(known)) best = Math.max(best, 0.6 + (0.3 * known.length) / text.length)
  }
  return best
}

function bare(text: string): string {
  return plain(text.replace(/^\ufeff/, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./:（）()「」【】・]/g, '')
}

/** Which part of some values a field can hold; nothing to look at is no objection. */
function fitting(samples: readonly string[], kind: Field['kind'], field: string): number {
  if (samples.length === 0) return 0.5
  const format = dateFormat(samples, kind)
  const good = samples.filter((text) => tabled(field, text) !== undefined || fits(text, kind, format))
  return good.length / samples.length
}
