/** A database of its own for each test file, cloned in a blink from the migrated template `scripts/test.ts` prepared. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { open, type Pool } from './database.ts'
import { forgetKept } from './kept.ts'

export type TestDatabase = { db: Pool; url: string; close(): Promise<void> }

/** Clone the template; call `close` in `after` to drop the clone. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.ENGAWA_TEST_URL
  const template = process.env.ENGAWA_TEST_TEMPLATE
  if (!server || !template) throw new Error('Run tests with: node scripts/node24.cjs scripts/test.ts [files]')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  // Copying files beats writing 30 MB of empty catalogue into the log, and our test server never syncs.
  await admin(server, `create database "${name}" template "${template}" strategy file_copy`)
  const url = new URL(server)
  url.pathname = `/${name}`
  forgetKept()
  const db = open(url.href)
  return {
    db,
    url: url.href,
    async close() {
      await db.close()
      await admin(server, `drop database "${name}" with (force)`)
    },
  }
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
