/** Reads a map (YAML): which column becomes which field. Whatever is wrong in it is told with its line, before any row is read. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { stringify } from 'safe-stable-stringify'
import type { TLocalizedValidationError } from 'typebox/error'
import Value from 'typebox/value'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { sha256 } from '#core/id'
import { Problem, refuse } from '#core/problem'
import { fields, type Resource, resources } from '#integrations/fields'
import { MapFile, type Sections } from '#integrations/schema'

export type Plan<Which extends Resource = Resource> = {
  resource: Which
  source: string
  zone: string
  rates: Record<string, number>
  section: Sections[Which]
  /** Names what the map says, not how it is written: comments may change. */
  sha256: Buffer
}
// Of these fields one is enough to know the thing by.
const either: Partial<Record<Resource, readonly [string, string]>> = {
  purchases: ['product', 'gtin'],
  prices: ['product', 'gtin'],
  stock: ['product', 'gtin'],
  points: ['customer', 'card'],
}
/** What happened elsewhere: by its lines, or by its totals alone. */
export type Sale = 'purchases' | 'receipts'
type Fault = { path: string[]; ja: string; en: string }

/** Read a map file for one resource; refuses with `integrations.map` naming line and field of everything that is wrong. */
export function readMap<Which extends Resource>(path: string, resource: Which): Plan<Which> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    refuse('integrations.no_map', 404, `マップ ${path} を読めません。`, `The map ${path} cannot be read.`, {
      field: 'map',
    })
  }
  return planOf(text, resource, basename(path))
}

/** The same from text; `name` is told in messages. */
export function planOf<Which extends Resource>(text: string, resource: Which, name = 'map'): Plan<Which> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [broken] = document.errors
  if (broken)
    throw problem(name, [
      {
        line: lines.linePos(broken.pos[0]).line,
        path: '',
        ja: `YAML として読めません: ${broken.message}`,
        en: `Not YAML: ${broken.message}`,
      },
    ])
  const value = longForm(document.toJS() as unknown)
  const faults = Value.Check(MapFile, value) ? meaning(value, resource) : worst([...Value.Errors(MapFile, value)])
  if (faults.length)
    throw problem(
      name,
      faults.map((fault) => ({ ...fault, path: fault.path.join('.'), line: lineOf(document, lines, fault.path) })),
    )
  const map = value as MapFile
  const section = map[resource] as Sections[Which]
  const plan = { resource, source: map.source, zone: map.zone ?? 'Asia/Tokyo', rates: map.rates ?? {}, section }
  return { ...plan, sha256: sha256(stringify(plan) as string) }
}

/** A map's text as the object it says, columns in their long form; whatever it is. */
export function objectOf(text: string): Record<string, unknown> {
  return longForm(parseDocument(text).toJS() as unknown) as Record<string, unknown>
}

/** `name: product_name` is short for `name: {column: product_name}`. */
function longForm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const map = { ...(value as Record<string, unknown>) }
  for (const resource of resources) {
    const section = map[resource] as { fields?: Record<string, unknown> } | undefined
    if (typeof section?.fields !== 'object' || section.fields === null) continue
    const long = Object.entries(section.fields).map(([key, column]) => [
      key,
      typeof column === 'string' ? { column } : column,
    ])
    map[resource] = { ...section, fields: Object.fromEntries(long) }
  }
  return map
}

// A union reports every branch it tried; the deepest complaints are the ones that help.
function worst(errors: TLocalizedValidationError[]): Fault[] {
  const told = new Map<string, Fault>()
  for (const error of errors) {
    const path = error.instancePath.split('/').slice(1)
    const { allowedValue, type, requiredProperties, additionalProperties } = error.params as Record<string, unknown>
    if (error.keyword === 'boolean' || error.keyword === 'anyOf') continue
    const names = (additionalProperties ?? requiredProperties) as string[] | undefined
    if (error.keyword === 'additionalProperties') {
      for (const name of names ?? [])
        told.set([...path, name].join('/'), {
          path: [...path, name],
          ja: 'この項目はありません。',
          en: 'There is no such item.',
        })
    } else if (error.keyword === 'required') {
      for (const name of names ?? [])
        told.set([...path, name].join('/'), {
          path: [...path, name],
          ja: 'この項目が必要です。',
          en: 'This item is needed.',
        })
    } else if (error.keyword === 'const') {
      const known = told.get(path.join('/'))
      told.set(path.join('/'), {
        path,
        ja: `${known ? `${known.ja.split(' の')[0]} / ` : ''}${String(allowedValue)} のどれかにしてください。`,
        en: `${known ? `${known.en}, ` : 'One of: '}${String(allowedValue)}`,
      })
    } else {
      told.set(path.join('/'), { path, ja: `形が違います（${String(type ?? error.keyword)}）。`, en: error.message })
    }
  }
  return [...told.values()]
}

function meaning(value: unknown, resource: Resource): Fault[] {
  const map = value as MapFile
  const section = map[resource]
  if (!section) return [{ path: [], ja: `${resource} の節がありません。`, en: `The map has no section ${resource}.` }]
  const known = fields[resource]
  const faults: Fault[] = []
  for (const [name, { needed }] of Object.entries(known)) {
    if (needed && !section.fields[name])
      faults.push({
        path: [resource, 'fields', name],
        ja: 'この項目の対応が必要です。',
        en: 'This field must be mapped.',
      })
  }
  for (const [name, column] of Object.entries(section.fields)) {
    const path = [resource, 'fields', name]
    if (!Object.hasOwn(known, name)) {
      faults.push({
        path,
        ja: `${resource} にこの項目はありません。使える項目: ${Object.keys(known).join(', ')}`,
        en: `${resource} have no such field. Fields: ${Object.keys(known).join(', ')}`,
      })
      continue
    }
    const sources = [column.column, column.join, column.first, column.sum, column.constant].filter(
      (item) => item !== undefined,
    )
    if (sources.length !== 1)
      faults.push({
        path,
        ja: 'column・join・first・sum・constant のうち一つだけを書いてください。',
        en: 'State exactly one of column, join, first, sum, constant.',
      })
    if (column.times !== undefined && rateOf(column.times, map.rates ?? {}) === undefined) {
      faults.push({
        path: [...path, 'times'],
        ja: `rates に ${column.times} がありません。`,
        en: `rates has no ${column.times}.`,
      })
    }
    if (column.otherwise !== undefined && !column.values)
      faults.push({
        path: [...path, 'otherwise'],
        ja: 'otherwise は values と一緒に使います。',
        en: 'otherwise goes with values.',
      })
  }
  const [one, other] = either[resource] ?? []
  if (one && other && !section.fields[one] && !section.fields[other]) {
    faults.push({
      path: [resource, 'fields', one],
      ja: `${one} か ${other} の対応が必要です。`,
      en: `${one} or ${other} must be mapped.`,
    })
  }
  if (map.zone && !Intl.supportedValuesOf('timeZone').includes(map.zone))
    faults.push({ path: ['zone'], ja: 'この時間帯はありません。', en: 'There is no such time zone.' })
  return faults
}

/** A rate by its name in the map, or a number as written. */
export function rateOf(times: string, rates: Record<string, number>): number | undefined {
  if (Object.hasOwn(rates, times)) return rates[times]
  const number = Number(times)
  return Number.isFinite(number) ? number : undefined
}

function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

function problem(name: string, faults: { line: number; path: string; ja: string; en: string }[]): Problem {
  const say = (words: 'ja' | 'en') =>
    faults.map((fault) => `${name}:${fault.line} ${fault.path ? `${fault.path}: ` : ''}${fault[words]}`).join('\n')
  return new Problem(
    'integrations.map',
    422,
    { ja: say('ja'), en: say('en') },
    { field: faults[0]?.path || 'map', errors: faults },
  )
}
