/** Values that fit a JSON schema, nasty where the schema lets them be: what validation passes, the rooms must bear. */
import fc from 'fast-check'
import type { Schema } from './spec.ts'

/** Values worth trying for a field of this name: ids of things that exist. */
export type Known = (name: string) => readonly unknown[]

/** An arbitrary of values that fit the schema. */
export function fitting(schema: Schema, known: Known, name = '', depth = 0): fc.Arbitrary<unknown> {
  const any = schema.anyOf ?? schema.oneOf
  if (any) return fc.oneof(...any.map((each) => fitting(each, known, name, depth)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const type = Array.isArray(schema.type) ? schema.type : schema.type ? [schema.type] : undefined
  if (type && type.length > 1)
    return fc.oneof(...type.map((one) => fitting({ ...schema, type: one }, known, name, depth)))
  switch (type?.[0]) {
    // A record of a person is mostly sensible, and sometimes awkward in one field.
    case 'object':
      return objects(schema, known, depth)
    case 'array':
      return arrays(schema, known, name, depth)
    case 'string':
      return strings(schema, known(name))
    case 'integer':
    case 'number':
      return numbers(schema, type[0] === 'integer')
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return schema.properties ? objects(schema, known, depth) : fc.jsonValue({ maxDepth: 3 })
  }
}

function objects(schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const required = new Set(schema.required ?? [])
  const properties = Object.entries(schema.properties ?? {})
  const model = Object.fromEntries(properties.map(([name, each]) => [name, fitting(each, known, name, depth + 1)]))
  const requiredKeys = properties.map(([name]) => name).filter((name) => required.has(name))
  const record = fc.record(model, { requiredKeys, noNullPrototype: true })
  const open = schema.patternProperties ? Object.values(schema.patternProperties)[0] : schema.additionalProperties
  if (!open || properties.length > 0) return record
  const keys = schema.patternProperties ? fc.stringMatching(pattern(Object.keys(schema.patternProperties)[0])) : words
  const values = fitting(open === true ? {} : open, known, '', depth + 1)
  return fc.dictionary(keys, values, { minKeys: schema.minProperties ?? 0, maxKeys: 6, noNullPrototype: true })
}

function arrays(schema: Schema, known: Known, name: string, depth: number): fc.Arbitrary<unknown> {
  const minLength = schema.minItems ?? 0
  const most = Math.min(schema.maxItems ?? 8, minLength + (depth > 2 ? 2 : 5))
  const single = name.endsWith('s') ? name.slice(0, -1) : name
  const items = fitting(schema.items ?? {}, known, single, depth + 1)
  // The same twice: what is unique to us is not unique to them.
  const twice = items.map((item) => (most >= 2 ? [item, item] : [item]))
  const list = fc.array(items, { minLength, maxLength: Math.max(most, minLength) })
  return most >= 2 && minLength <= 2 ? fc.oneof({ weight: 6, arbitrary: list }, { weight: 1, arbitrary: twice }) : list
}

const nasty = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'あ\udfffい',
  '𠮷野家髙﨑',
  '👩‍👩‍👧‍👦',
  '\u202e逆さ',
  '\'; drop table orders."order"; --',
  '<script>alert(1)</script>',
  '=1+1',
  '../../etc/passwd',
  '%00%2e%2e/',
  '{{7*7}}\u0024{7*7}',
  '\r\nSet-Cookie: a=b',
  'ﷺ'.repeat(40),
  '−１２３',
  'NaN',
  '9'.repeat(60),
]
const words = fc.string({ minLength: 1, maxLength: 12 })

function strings(schema: Schema, known: readonly unknown[]): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 10_000 } = schema
  const fits = (text: string) => [...text].length >= minLength && [...text].length <= maxLength
  const given = known.length ? [{ weight: 6, arbitrary: fc.constantFrom(...known) }] : []
  switch (schema.format) {
    case 'uuid':
      return fc.oneof(...given, { weight: 1, arbitrary: fc.uuid() }, { weight: 1, arbitrary: upper })
    case 'date-time':
      return fc.oneof({ weight: 12, arbitrary: moments }, { weight: 1, arbitrary: farMoments })
    case 'date':
      return fc.oneof(days, fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '2026-11-22'))
    case 'time':
      return fc.constantFrom('00:00:00Z', '23:59:59Z', '10:30:00+09:00')
    case 'email':
      return fc.oneof(
        fc.emailAddress().filter(fits),
        fc.nat(99_999).map((n) => `fuzz${n}@fuzz.example`),
      )
    case 'uri':
      return fc.webUrl().filter(fits)
    default:
  }
  if (schema.pattern)
    return fc.oneof(...given, { weight: 2, arbitrary: fc.stringMatching(pattern(schema.pattern)).filter(fits) })
  const long = 'あ'.repeat(Math.min(maxLength, 9_000))
  const awkward = [...nasty, long].filter(fits)
  const plain = tame.filter(fits)
  return fc.oneof(
    ...given.map((each) => ({ ...each, weight: 20 })),
    ...(plain.length ? [{ weight: 10, arbitrary: fc.constantFrom(...plain) }] : []),
    { weight: 1, arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20), unit: 'binary' }) },
    ...(awkward.length ? [{ weight: 2, arbitrary: fc.constantFrom(...awkward) }] : []),
  )
}
const tame = ['縁', '洗いざらし', 'さくら', 'engawa', '東京都', '新宿区1-2-3', '12345678', 'a']

const upper = fc.uuid().map((text) => text.toUpperCase())
const moments = fc
  .date({ min: new Date('2020-01-01Z'), max: new Date('2031-01-01Z'), noInvalidDate: true })
  .map((at) => at.toISOString())
const farMoments = fc.constantFrom(
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-06-30T23:59:60Z',
  '2026-11-22T00:00:00+14:00',
  '2026-11-22T00:00:00-23:59',
  '1969-12-31t23:59:59z',
  '2026-11-22T00:00:00.123456789Z',
)
const days = fc
  .date({ min: new Date('1900-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

// stringMatching knows no anchors inside groups such as `^(a|b)$` only at the ends: those it has.
function pattern(source: string | undefined): RegExp {
  return new RegExp(source ?? '.*')
}

function numbers(schema: Schema, whole: boolean): fc.Arbitrary<unknown> {
  const min = schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : -1e15)
  const max = schema.maximum ?? (schema.exclusiveMaximum !== undefined ? schema.exclusiveMaximum - 1 : 1e15)
  const low = Math.ceil(min)
  const high = Math.floor(max)
  const edges = [low, high, 0, 1, 2, 3].filter((value) => value >= min && value <= max)
  const small = { min: Math.max(low, -5), max: Math.min(high, 40) }
  const near = small.min <= small.max ? [{ weight: 4, arbitrary: fc.integer(small) }] : []
  const huge = [2 ** 31, 2 ** 53, 1e21, 1.7e308, -(2 ** 63)].filter(
    (value) => schema.minimum === undefined && schema.maximum === undefined && (value > 0 || min < 0),
  )
  return fc.oneof(
    ...near,
    { weight: 2, arbitrary: fc.constantFrom(...edges, ...huge) },
    { weight: 1, arbitrary: fc.maxSafeInteger().map((n) => low + (Math.abs(n) % (high - low + 1))) },
    ...(whole ? [] : [{ weight: 1, arbitrary: fc.double({ min, max, noNaN: true, noDefaultInfinity: true }) }]),
  )
}
