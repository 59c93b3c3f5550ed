const refresh_ms = 1_000

/**
 * Look now, and again every second: so a process knows what others decide without asking each time. Returns how to stop. A
 * look that fails later (the database is away) changes nothing: what was known still counts.
 */
export async function keepLooking(look: () => Promise<void>): Promise<() => Promise<void>> {
  await look()
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= look()
      .catch(() => {})
      .finally(() => {
        looking = undefined
      })
  }, refresh_ms)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
