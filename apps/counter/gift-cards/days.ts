/** A card ends at a midnight: the day before is the last on which it pays. */
export function lastDay(expires_at: string): string {
  return new Date(Date.parse(expires_at) - 60_000).toISOString()
}
