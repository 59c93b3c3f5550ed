import type { Sql } from '#core/database'
import type { Leaf } from '#segments/rule'

/** What a condition becomes: never null as a truth; what it saw; when time alone may change it (none: never). */
export type Column = { truth: Sql; value: Sql; next?: Sql }

/** Where the facts of some conditions are: each source is read once for all that look at it. */
export type Source = {
  name: string
  add(leaf: Leaf, at: string): Column
  /** `left join (…) on …` of all that was added, about these people. */
  joined(people: Sql): Sql
}
