/** How every resource is addressed: by our id, or by `ext:` and the number another system knows it under. */
export const keyPattern = '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ext:.{1,190})$'

/** The other system's number, when the key is one. */
export function externalOf(key: string): string | undefined {
  return key.startsWith('ext:') ? key.slice(4) : undefined
}

/** On its way out since the `ext:` form answers everywhere. */
export const byExternalId = { since: '2026-11-22T00:00:00Z', sunset: '2027-05-22T00:00:00Z' }
