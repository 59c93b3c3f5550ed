/** A truth about the stored data that `engawa verify` recomputes; each room states its own in `checks.ts`. */
export type Check = {
  /** A sentence after its room: `inventory: on hand is the sum of movements`. */
  name: string
  /**
   * A query whose rows are the offenders (ids and figures, nothing personal); none means all is well. It runs as the owner
   * inside one snapshot with every other check; `current_setting('engawa.now')::timestamptz` is the time.
   */
  sql: string
  /**
   * Statements that break one row of this kind, so that --self-test can prove the check sees it; always rolled back, in a
   * copy of the database. It may drop a constraint that stands in the way, and should not need rows to exist if it can
   * insert its own.
   */
  corrupt: string
}
