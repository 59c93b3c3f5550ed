import type { Db } from '#core/database'

type Load<Found> = (db: Db, keys: string[]) => Promise<Map<string, Found>>
type Wish<Found> = { resolve(found: Found | undefined): void; reject(error: unknown): void }

/**
 * Look-ups by key that travel together: the first goes at once; those asked for while it is under way wait for it and go as
 * one. Nobody gets an answer that was read before she asked. Inside a transaction each look-up goes alone, since it may see
 * what others must not.
 */
export function gathered<Found>(load: Load<Found>): (db: Db, keys: readonly string[]) => Promise<Map<string, Found>> {
  const queues = new WeakMap<Db, { under_way: boolean; waiting: Map<string, Wish<Found>[]> }>()

  async function send(db: Db): Promise<void> {
    const queue = queues.get(db)
    if (!queue || queue.under_way) return
    queue.under_way = true
    while (queue.waiting.size > 0) {
      const taken = queue.waiting
      queue.waiting = new Map()
      try {
        const found = await load(db, [...taken.keys()])
        for (const [key, wishes] of taken) for (const wish of wishes) wish.resolve(found.get(key))
      } catch (error) {
        for (const wishes of taken.values()) for (const wish of wishes) wish.reject(error)
      }
    }
    queue.under_way = false
  }

  return async (db, keys) => {
    if ('inTransaction' in db) return load(db, [...new Set(keys)])
    const queue = queues.get(db) ?? { under_way: false, waiting: new Map() }
    queues.set(db, queue)
    const asked = keys.map(
      (key) =>
        new Promise<Found | undefined>((resolve, reject) => {
          queue.waiting.set(key, [...(queue.waiting.get(key) ?? []), { resolve, reject }])
        }),
    )
    void send(db)
    const answers = await Promise.all(asked)
    return new Map(keys.flatMap((key, at) => (answers[at] === undefined ? [] : [[key, answers[at]] as const])))
  }
}
