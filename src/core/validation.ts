/** What input may look like: JSON schemas compiled once, with formats and bounds that whatever is behind them can bear. */
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

/** A body is taken by the letter; what comes in an address is text and is read as what it should be. */
const strict = reader({ coerceTypes: false })
const lenient = reader({ coerceTypes: 'array' })

export function compile(schema: object, part: string | undefined): ValidateFunction {
  return (part === 'body' ? strict : lenient).compile(schema)
}

function reader(options: { coerceTypes: false | 'array' }): Ajv {
  const ajv = formats.default(new Ajv({ allErrors: true, useDefaults: true, strict: false, ...options }))
  return ajv.addFormat('date-time', isMoment).addFormat('date', isDay)
}

// Commerce has no business before 1800 or after 2200, JavaScript no leap second and PostgreSQL no zone beyond ±15:59.
const moment = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-](0\d|1[0-4]):[0-5]\d)$/

function isMoment(text: string): boolean {
  return moment.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
}

function isDay(text: string): boolean {
  if (!/^(1[89]|20|21)\d\d-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const int4 = 2_147_483_647
const longest = 10_000
type Schema = Record<string, unknown>

/**
 * A copy of a request's schema in which every number and text has an end: without one of its own, that of our columns.
 * A record takes no key but those its pattern allows: what no pattern meets would go by unread.
 */
export function bounded<T>(schema: T): T {
  return walk(schema) as T
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk)
  if (typeof value !== 'object' || value === null) return value
  const schema = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)])) as Schema
  if (schema.type === 'integer' || schema.type === 'number') {
    if (schema.maximum === undefined && schema.exclusiveMaximum === undefined) schema.maximum = int4
    if (schema.minimum === undefined && schema.exclusiveMinimum === undefined) schema.minimum = -int4
  }
  if (schema.type === 'string' && schema.maxLength === undefined && !schema.enum && !schema.format && !schema.pattern)
    schema.maxLength = longest
  if (schema.patternProperties && schema.additionalProperties === undefined) schema.additionalProperties = false
  return schema
}
