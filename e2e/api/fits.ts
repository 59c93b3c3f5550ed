/** Answers held against their schemas. */
import assert from 'node:assert/strict'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

const ajv = formats.default(new Ajv({ allErrors: true, strict: false }))
/** The value is as its schema says. */
export const fits = (schema: object, value: unknown) => {
  const valid = ajv.compile(schema)
  assert.ok(valid(value), JSON.stringify(valid.errors, null, 1))
}
/** Every property the answer has is one the schema names: text passed through is not filtered on the way out. */
export const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return copy.properties ? { ...copy, additionalProperties: false } : copy
}
