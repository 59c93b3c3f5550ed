/** Something that must always be true: `sql` returns the rows that break it (at least an `id` column), `corrupt` breaks exactly one. */
export type Check = { name: string; sql: string; corrupt: string }
