import type { Setting } from '../../kit/shapes.ts'
import { useRuleWords } from './words.ts'

type Schema = Setting['schema']

/** How a setting is edited: by the shape its room declared. */
export function kindOf(schema: Schema): 'yes_no' | 'number' | 'several' | 'json' {
  if (schema.type === 'boolean') return 'yes_no'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  return choicesOf(schema).length > 0 ? 'several' : 'json'
}

/** The words one may choose several of; none when the setting is no such list. */
export function choicesOf(schema: Schema): string[] {
  const items = schema.type === 'array' ? (schema.items as { anyOf?: { const?: unknown }[] } | undefined) : undefined
  const words = (items?.anyOf ?? []).map((each) => each.const)
  return words.filter((word): word is string => typeof word === 'string')
}

/** A value as a person reads it, in one line. */
export function useValueText(): (value: unknown) => string {
  const w = useRuleWords()
  return (value) => {
    if (value === true) return w.yes
    if (value === false) return w.no
    if (value === null || value === undefined) return '—'
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('・') || '—'
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}
