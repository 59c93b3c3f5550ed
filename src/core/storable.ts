import { Readable } from 'node:stream'
import { refuse } from '#core/problem'

const most_depth = 64

/**
 * Refuse (400, naming the field) what JSON can say and PostgreSQL cannot keep: the character NUL, half a character (a lone
 * surrogate), and what is nested deeper than anybody needs.
 */
export function needStorable(value: unknown, where: string): void {
  // A stream's bytes are judged by who reads them.
  if (value === null || value === undefined || value instanceof Readable || isStorable(value, 0)) return
  const open: [value: unknown, field: string, depth: number][] = [[value, '', 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [item, field, depth] = next
    if (typeof item === 'string') {
      if (item.includes('\u0000') || !item.isWellFormed()) unreadable(field || where)
    } else if (typeof item === 'object' && item !== null && !ArrayBuffer.isView(item)) {
      if (depth >= most_depth) tooDeep(where)
      for (const [key, inner] of Object.entries(item)) {
        if (key.includes('\u0000') || !key.isWellFormed()) unreadable(field || where)
        if (inner !== null && typeof inner !== 'number' && typeof inner !== 'boolean')
          open.push([inner, field ? `${field}.${key}` : key, depth + 1])
      }
    }
  }
}

// Nearly everything is; only what is not is looked at again, to say where.
function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
  if (depth >= most_depth) return false
  if (Array.isArray(value)) return value.every((inner) => isStorable(inner, depth + 1))
  for (const key in value) {
    if (!isStorable((value as Record<string, unknown>)[key], depth + 1)) return false
    if (!key.isWellFormed() || key.includes('\u0000')) return false
  }
  return true
}

function unreadable(field: string): never {
  return refuse(
    'core.unreadable_text',
    400,
    `使えない文字が含まれています（${field}）。`,
    `It holds a character that cannot be kept (${field}).`,
    { field },
  )
}

function tooDeep(field: string): never {
  return refuse('core.too_deep', 400, '入れ子が深すぎます。', 'It is nested too deeply.', { field })
}
