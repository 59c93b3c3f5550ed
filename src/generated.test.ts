import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { open } from '#core/database'
import { type TestDatabase, testDatabase } from '#core/testing'
import { buildApp } from '#http'
import { catalogueOf, problemsFile } from '../scripts/generate/problems.ts'
import { fromDatabase, fromRoutes } from '../scripts/generate.ts'
import { house } from '../scripts/tidy/source.ts'

const root = join(import.meta.dirname, '..')

/** The suite runs on PostgreSQL 15 and on 18: both must describe the same house as the files do. */
suite('generated files are what they are generated from', () => {
  let database: TestDatabase
  before(async () => {
    database = await testDatabase()
  })
  after(() => database.close())

  async function same(files: Map<string, string>) {
    for (const [name, text] of files) {
      const file = join(root, name)
      assert.ok(existsSync(file) && readFileSync(file, 'utf8') === text, `${name} is out of date: npm run generate`)
    }
  }
  test('schemas and row types are those of the migrated database', async () => same(await fromDatabase(database.url)))
  test('openapi.json and the faces’ client are those of the routes', async () => same(await fromRoutes(database.url)))

  test('the problems are those of the source, each in two languages and with one status', () => {
    assert.deepEqual(catalogueOf(house(root)).faults, [])
    return same(problemsFile(root))
  })

  test('a route without an audience does not start', async () => {
    const db = open(database.url, { connections: 1 })
    const app = await buildApp(db)
    assert.throws(() => app.get('/v1/secret', {}, async () => ''), /GET \/v1\/secret declares no audience/)
    assert.throws(() => app.post('/v1/secret', { config: { rateLimit: {} } }, async () => ''), /declares no audience/)
    await app.close()
    await db.close()
  })
})
