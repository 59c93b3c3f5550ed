import { LRUCache } from 'lru-cache'

const all = new Set<{ clear(): void }>()

/** Keep what the database said for `ttl_ms`, at most `max` of it, the least used going first. */
export function kept<Value extends {}>({ ttl_ms, max }: { ttl_ms: number; max: number }): LRUCache<string, Value> {
  const memory = new LRUCache<string, Value>({ ttl: ttl_ms, max })
  all.add(memory)
  return memory
}

/** Let go of everything kept: what one database said means nothing in the next. */
export function forgetKept(): void {
  for (const memory of all) memory.clear()
}
