import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { seedTax } from '#catalog/catalog'
import { system } from '#core/actor'
import { only, sql, transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { importFile, type Resource } from '#integrations/integrations'

const root = join(import.meta.dirname, '../..')
const data = join(root, '../shared/data/completejourney')
const skip = existsSync(data) ? false : 'the real data (../shared/data) is not beside this checkout'
let base: TestDatabase
before(async () => {
  useKey('a key only for tests, long enough to be one')
  base = await testDatabase()
  await transaction(base.db, system, seedTax)
})
after(() => base.close())

const files = { products: 'products.csv', customers: 'demographics.csv', purchases: 'transactions_sample.csv' }
const run = (resource: Resource, more: object = {}) =>
  importFile(base.db, system, { resource, file: join(data, files[resource]), map: join(root, 'maps/completejourney.yml'), ...more })

test('the grocery chain arrives', { skip }, async () => {
  for (const resource of ['products', 'customers', 'purchases'] as const) {
    const report = await run(resource, { errors: `/tmp/err-${resource}.csv` })
    console.log(JSON.stringify({ ...report, refused: report.refused.slice(0, 3) }, null, 1))
  }
  for (const resource of ['products', 'customers', 'purchases'] as const) {
    const report = await run(resource)
    console.log(JSON.stringify({ ...report, refused: report.refused.slice(0, 3) }))
  }
  assert.ok(await only(base.db, sql`select count(*) as orders from orders."order"`))
})
