import type { Sql } from '#core/database'

/** What a condition becomes: never null as a truth; what it saw; when time alone may change it (none: never). */
export type Column = { truth: Sql; value: Sql; next?: Sql }
