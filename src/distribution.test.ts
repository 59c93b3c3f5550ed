import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '#core/testing'
import { type Layout, manifest } from '../migrations/manifest.ts'
import { distribution } from '../scripts/tidy/distribution.ts'
import { print } from '../scripts/tidy/source.ts'

const root = join(import.meta.dirname, '..')

suite('the database could be spread over several machines', () => {
  let database: TestDatabase
  let client: pg.Client
  before(async () => {
    database = await testDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await database.close()
  })

  test('every table keeps the layout of the manifest', async () => {
    assert.equal(print(await distribution(client, manifest, root)), '')
  })

  /** What the check says of a table made for the occasion. */
  async function sown(layout: Layout | undefined, statement: string): Promise<string> {
    await client.query('begin')
    try {
      await client.query(statement)
      const found = await distribution(client, layout ? { ...manifest, 'orders.bad': layout } : manifest, root)
      return print(found.filter(({ message }) => message.startsWith('orders.')))
    } finally {
      await client.query('rollback')
    }
  }
  const person = 'profile_id uuid not null, order_id uuid not null'

  test('a table nobody placed is found', async () => {
    assert.match(await sown(undefined, 'create table orders.bad (a int)'), /orders\.bad: has no layout/)
    assert.match(await sown('person', ''), /orders\.bad: is in the manifest and not in the database/)
  })
  test('a person’s table keyed without the person is found', async () => {
    assert.match(
      await sown('person', `create table orders.bad (${person}, primary key (order_id))`),
      /bad_pkey \(order_id\) does not begin with profile_id/,
    )
    assert.match(
      await sown('person', `create table orders.bad (${person}, primary key (order_id, profile_id))`),
      /does not begin with profile_id/,
    )
    assert.match(await sown('person', `create table orders.bad (${person})`), /has no primary key/)
    assert.match(await sown('person', 'create table orders.bad (order_id uuid primary key)'), /has no profile_id/)
    assert.equal(await sown('person', `create table orders.bad (${person}, primary key (profile_id, order_id))`), '')
  })
  test('a unique across people is found, as constraint and as index', async () => {
    const table = `create table orders.bad (${person}, mail text, primary key (profile_id, order_id)`
    assert.match(
      await sown('person', `${table}, unique (mail))`),
      /bad_mail_key \(mail\) does not begin with profile_id/,
    )
    assert.match(
      await sown('person', `${table}); create unique index on orders.bad (lower(mail))`),
      /\(\(expression\)\) does not begin with profile_id/,
    )
  })
  test('a number that counts by itself is found', async () => {
    assert.match(
      await sown(
        'person',
        `create table orders.bad (${person}, n int generated always as identity, primary key (profile_id, order_id))`,
      ),
      /n counts/,
    )
    assert.match(
      await sown('person', `create table orders.bad (${person}, n serial, primary key (profile_id, order_id))`),
      /n counts by itself/,
    )
  })
  test('a foreign key away from the person is found', async () => {
    const to = (reference: string) =>
      `create table orders.bad (${person}, primary key (profile_id, order_id), ${reference})`
    assert.match(
      await sown('person', to('foreign key (order_id) references orders.reference')),
      /points at orders\.reference/,
    )
    assert.match(
      await sown('person', to('cart_profile uuid, foreign key (cart_profile, order_id) references carts.cart')),
      /bad_cart_profile_order_id_fkey .* points at carts\.cart/,
    )
    assert.equal(await sown('person', to('foreign key (profile_id, order_id) references carts.cart')), '')
    assert.equal(await sown('person', to('brand_id uuid references catalog.brand')), '')
  })
  test('a look-up by value that points at people is found', async () => {
    const table = (rest: string) => `create table orders.bad (code text primary key, profile_id uuid${rest})`
    assert.match(await sown({ value: 'code' }, table(' references customers.profile')), /points at customers\.profile/)
    assert.match(
      await sown({ value: 'code' }, table(' unique')),
      /bad_profile_id_key \(profile_id\) does not hold code/,
    )
    assert.equal(await sown({ value: 'code' }, table('')), '')
  })
  test('stock, counters and queues among people are found', async () => {
    assert.match(await sown('one-node', 'create table orders.bad (a int)'), /sits on one node in a schema with people/)
    assert.match(await sown('one-node', 'create table orders.bad (profile_id uuid)'), /carries profile_id/)
  })
  test('a reference that points at people is found', async () => {
    assert.match(
      await sown('reference', 'create table orders.bad (a uuid references customers.profile)'),
      /points at customers\.profile/,
    )
  })
  test('the finding names the migration and its line', async () => {
    assert.match(
      await sown('person', 'alter table orders.line add n serial'),
      /^migrations\/0011_orders\.sql:\d+ distribution: orders\.line: n counts/m,
    )
  })
})
