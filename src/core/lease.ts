import { type Db, one, sql } from '#core/database'

/** Whether anybody held this lease at a moment of the machine's own time. */
export async function leased(db: Db, name: string, at: string): Promise<boolean> {
  return (await one(db, sql`select from core.lease where name = ${name} and until > ${at}`)) !== undefined
}
