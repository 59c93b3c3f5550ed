/** How long after an event what follows it was done: told to whoever watches this process. */
export type LagWatch = (reaction: string, lag_ms: number) => void
const watches = new Set<LagWatch>()

/** Be told of every reaction this process finished: its name, milliseconds from the event's receipt to the commit. */
export function watchLag(watch: LagWatch): () => void {
  watches.add(watch)
  return () => void watches.delete(watch)
}

export function tellLag(reaction: string, lag_ms: number): void {
  for (const watch of watches) watch(reaction, lag_ms)
}
