import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, suite, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#core/testing'
import { prepareAll, type Statements, statements } from '../scripts/tidy/prepare.ts'
import { print } from '../scripts/tidy/source.ts'

suite('every SQL statement in the source fits the database', () => {
  let all: Statements
  before(() => {
    all = statements(join(import.meta.dirname, '..'))
  })

  /** What the database says of all statements, after it was changed under them. */
  async function after(change: string): Promise<string> {
    const database = await testDatabase()
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      await client.query(change)
      return print(await prepareAll(client, all))
    } finally {
      await client.end()
      await database.close()
    }
  }

  test('it parses, and answers the columns its reader expects', async (t) => {
    t.diagnostic(`${all.list.length} statements`)
    for (const { path, line, what } of all.blind) t.diagnostic(`not foreseen: ${path}:${line} ${what}`)
    assert.ok(all.list.length > 20)
    assert.equal(await after(''), '')
  })

  test('a renamed column is found where it is used', async () => {
    const found = await after('alter table inventory.stock rename safety to kept_back')
    assert.match(found, /^src\/inventory\/inventory\.ts:\d+ statement: column "safety" does not exist/m)
  })
  test('a column that changed its type is found where it is read', async () => {
    const found = await after('alter table core.setting alter version type numeric')
    assert.match(found, /^src\/core\/settings\.ts:\d+ statement: version arrives as string, not number/m)
  })
  test('a function that changed its name is found where it is called', async () => {
    const found = await after('alter function inventory.close_holds rename to shut_holds')
    assert.match(
      found,
      /^src\/inventory\/holds\.ts:\d+ statement: function inventory\.close_holds\(.*\) does not exist/m,
    )
  })
})
