/** Tells whoever watches of every statement: that it begins, and that it ended. With nobody watching it costs nothing. */

/** Called with the statement's text (its values are never part of it); what it returns is called at the end. */
export type StatementWatch = (text: string) => (error?: unknown) => void
const watches = new Set<StatementWatch>()

/** Watch every statement of this process; returns how to stop. */
export function watchStatements(watch: StatementWatch): () => void {
  watches.add(watch)
  return () => void watches.delete(watch)
}

export async function asked<T>(text: string, work: () => Promise<T>): Promise<T> {
  if (watches.size === 0) return work()
  const ends = [...watches].map((watch) => watch(text))
  try {
    const answer = await work()
    for (const end of ends) end()
    return answer
  } catch (error) {
    for (const end of ends) end(error)
    throw error
  }
}
