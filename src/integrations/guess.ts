/**
 * Guesses a map from a file: each column's header is compared with what systems call the fields, and its values with what the
 * field holds. A guess is shown with its confidence and some values before anything is written; a person decides.
 */
import { stringify } from 'yaml'
import { convert } from '#integrations/convert'
import { Unfit } from '#integrations/faults'
import { type Field, fields, type Resource } from '#integrations/fields'
import type { Source } from '#integrations/file'
import { timeWords, valueWords, words } from '#integrations/guess-words'
import { plain } from '#integrations/letters'
import { headerOf } from '#integrations/rows'
import type { Column } from '#integrations/schema'

export type GuessedColumn = { header: string; samples: string[]; field: string | null; confidence: number }
export type Guess = {
  resource: Resource
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
export async function guess(file: Source, resource: Resource | undefined, source: string): Promise<Guess> {
  const { header, rows } = await headerOf(file, samples_read)
  const samples = header.map((_, at) => rows.map((row) => row[at] ?? '').filter((text) => text.trim() !== ''))
  const wanted = resource ? [resource] : (Object.keys(words) as Resource[])
  const guesses = wanted.map((name) => guessed(name, header, samples, source))
  // The resource whose needed fields are all there; of several the one that explains the most columns.
  const [best] = guesses.toSorted((a, b) => a.missing.length - b.missing.length || weight(b) - weight(a))
  return best as Guess
}

function weight({ columns }: Guess): number {
  return columns.reduce((sum, { confidence }) => sum + confidence, 0)
}

function guessed(resource: Resource, header: readonly string[], samples: readonly string[][], source: string): Guess {
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
  for (const match of matches.toSorted((a, b) => b.score - a.score)) {
    if (match.score < enough || chosen.has(match.field) || used.has(match.header)) continue
    chosen.set(match.field, match)
    used.add(match.header)
  }
  const section: Record<string, Column | string> = {}
  for (const [field, { header: at }] of chosen)
    section[field] = columnOf(field, header[at] as string, samples[at] ?? [])
  const clock = header.findIndex((name, at) => !used.has(at) && likeness(name, timeWords) === 1)
  const day = chosen.get('placed_at')
  if (day && clock >= 0 && !(samples[day.header] ?? []).some((text) => /\d:\d/.test(text))) {
    section.placed_at = { join: [header[day.header] as string, header[clock] as string] }
    used.add(clock)
  }
  const missing = Object.entries(fields[resource]).flatMap(([field, { needed }]) =>
    needed && !chosen.has(field) ? field : [],
  )
  const byHeader = new Map([...chosen.values()].map((match) => [match.header, match]))
  return {
    resource,
    columns: header.map((name, at) => {
      const match = byHeader.get(at) ?? (at === clock && used.has(at) && day ? day : undefined)
      return {
        header: name,
        samples: (samples[at] ?? []).slice(0, samples_shown),
        field: match?.field ?? null,
        confidence: match ? Math.round(match.score * 100) / 100 : 0,
      }
    }),
    missing,
    map: stringify({ source, [resource]: { fields: section, ...(resource === 'customers' ? {} : usual[resource]) } }),
  }
}

// What a file of this kind nearly always wants.
const usual: Partial<Record<Resource, object>> = {
  purchases: { unknown_customer: 'create', unknown_product: 'keep' },
  receipts: { unknown_customer: 'create' },
}

function columnOf(field: string, column: string, samples: readonly string[]): Column | string {
  const table = valueWords[field]
  const used = table ? [...new Set(samples.map(plain))].filter((text) => table[text]) : []
  return table && used.length ? { column, values: table } : column
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
  const table = valueWords[field]
  const good = samples.filter((text) => (table?.[plain(text)] !== undefined ? true : fits(text, kind)))
  return good.length / samples.length
}

function fits(text: string, kind: Field['kind']): boolean {
  try {
    convert(text, kind, { zone: 'Asia/Tokyo' })
    return true
  } catch (error) {
    if (error instanceof Unfit) return false
    throw error
  }
}
