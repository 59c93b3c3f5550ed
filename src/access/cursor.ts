import { refuse } from '#core/problem'

/** Where the next page starts: the sort keys of the last row, opaque to the caller; null when this page was the last. */
export function cursorOf<T>(items: readonly T[], limit: number, keys: (last: T) => string[]): string | null {
  const last = items.at(-1)
  return last && items.length === limit ? Buffer.from(JSON.stringify(keys(last))).toString('base64url') : null
}

/** What a sort key is, where the database would choke on anything else. */
type Kind = 'at' | 'day' | 'id' | 'count' | 'weight' | 'text'
const likes: Record<Kind, (key: string) => boolean> = {
  at: (key) => /^[12]\d{3}-.*Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  day: (key) => /^[12]\d{3}-\d\d-\d\d$/.test(key) && !Number.isNaN(Date.parse(key)),
  id: (key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
  count: (key) => /^\d{1,9}$/.test(key),
  weight: (key) => /^\d(\.\d{1,20})?(e-\d{1,2})?$/.test(key),
  text: (key) => key.isWellFormed() && !key.includes('\u0000'),
}

/** The sort keys a cursor holds, each of its kind when kinds are named; refuses (400) one we did not make. */
export function readCursor(cursor: string, count: number, kinds?: readonly Kind[]): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const fits = (key: unknown, at: number) => typeof key === 'string' && likes[kinds?.[at] ?? 'text'](key)
    if (Array.isArray(keys) && keys.length === count && keys.every(fits)) return keys as string[]
  } catch {
    // Falls through to the refusal: not ours.
  }
  return refuse('core.cursor', 400, 'ページの指定（cursor）を読み取れません。', 'The cursor is not one of ours.', {
    field: 'cursor',
  })
}
