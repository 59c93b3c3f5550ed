import { refuse } from '#core/problem'

/** Where the next page starts: the sort keys of the last row, opaque to the caller; null when this page was the last. */
export function cursorOf<T>(items: readonly T[], limit: number, keys: (last: T) => string[]): string | null {
  const last = items.at(-1)
  return last && items.length === limit ? Buffer.from(JSON.stringify(keys(last))).toString('base64url') : null
}

/** The sort keys a cursor holds; refuses (400) one we did not make. */
export function readCursor(cursor: string, count: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string')) return keys
  } catch {
    // Falls through to the refusal: not ours.
  }
  return refuse('core.cursor', 400, 'ページの指定（cursor）を読み取れません。', 'The cursor is not one of ours.', {
    field: 'cursor',
  })
}
