/** A database of its own for each test file, cloned in a blink from the migrated template `scripts/test.ts` prepared. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { open, type Pool } from './database.ts'
import { forgetKept } from './kept.ts'
import { leaks, peopleIn, seeker } from './leaks.ts'
import { overheard } from './overheard.ts'

export type TestDatabase = {
  db: Pool
  url: string
  /** `people`: only these values, where a test has written the same words into persons and everything else. */
  close(people?: readonly string[]): Promise<void>
}

/**
 * Clone the template; call `close` in `after` to drop the clone. Closing fails when anything told of one of its people in
 * clear: a row, a job, a log line, a problem, an address, or what a process started by the test printed.
 */
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
    async close(people) {
      await db.close()
      const told = await tellTales(url.href, people).finally(() =>
        admin(server, `drop database "${name}" with (force)`),
      )
      if (told.length) throw new Error(`personal data in clear:\n${told.join('\n')}`)
    },
  }
}

/** Where the people of a database show in clear: in its rows, and in all that was overheard of the processes of this test. */
export async function tellTales(url: string, only?: readonly string[]): Promise<string[]> {
  const people = only ?? (await peopleIn(url))
  if (!people.length) return []
  const shows = seeker(people)
  const rows = (await leaks(url, people)).map(({ table, rows, sample }) => `${table}, ${rows} rows: ${sample}`)
  const lines = overheard().flatMap((line) => {
    const value = shows(line)
    return value === undefined ? [] : [`overheard “${value}”: ${line.slice(0, 500)}`]
  })
  return [...rows, ...lines]
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
