import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, raw, retrying, rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { Problem } from '#core/problem'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock, setClock } from '#core/time'
import { checks } from '#inventory/checks'
import * as inventory from '#inventory/inventory'

const noon = Date.parse('2026-11-22T03:00:00Z')
const shop = id()
let house: TestDatabase
before(async () => {
  setClock(() => noon)
  house = await testDatabase()
})
after(async () => {
  setClock()
  await house.close()
})

/** A new thing on the shelf. */
async function shelf(on_hand: number, safety = 0): Promise<string> {
  const variant_id = id()
  await inventory.receive(house.db, system, {
    place_id: shop,
    variant_id,
    quantity: on_hand,
    kind: 'opening',
    source_kind: 'test',
    source_id: id(),
  })
  if (safety > 0) await inventory.keepBack(house.db, shop, variant_id, safety)
  return variant_id
}
async function stock(variant_id: string): Promise<[on_hand: number, reserved: number, available: number]> {
  const [row] = await inventory.available(house.db, [variant_id], [shop])
  return row ? [row.on_hand, row.reserved, row.available] : [0, 0, 0]
}
const take = (mode: 'sell' | 'reserve' | 'set_aside', lines: inventory.Take[], source_id = id()) =>
  retrying(() =>
    run(
      house.db,
      sql`select inventory.take(${shop}, ${JSON.stringify(inventory.takeLines(lines))}::jsonb, ${mode}, 'order', ${source_id}, ${clock.iso()}, null, 'system', 'test')`,
    ),
  )
const hold = (lines: inventory.Take[], source_id = id(), expires_at: string | null = null) =>
  transaction(house.db, system, (tx) =>
    inventory.hold(tx, system, { place_id: shop, lines, source_kind: 'hold', source_id, expires_at }),
  )
const close = async (source_id: string, outcome: string) =>
  (
    await only<{ closed: number }>(
      house.db,
      sql`select inventory.close_holds(${source_id}, ${outcome}, ${clock.iso()}, 'system', 'test') as closed`,
    )
  ).closed
const short = (lines: { variant_id: string; wanted: number; available: number }[]) => (error: unknown) => {
  assert.ok(error instanceof Problem)
  assert.deepEqual(
    [error.status, error.code, error.detail.field, error.detail.place_id],
    [409, 'inventory.short', 'lines', shop],
  )
  assert.deepEqual(
    error.detail.short,
    lines.sort((a, b) => (a.variant_id < b.variant_id ? -1 : 1)),
  )
  return true
}

test('what is held is promised, what is handed over is gone, and a repeat of either changes nothing', async () => {
  const shirt = await shelf(5)
  const [kept, given] = [id(), id()]
  await hold([{ variant_id: shirt, quantity: 2 }], kept)
  await hold([{ variant_id: shirt, quantity: 1 }], given)
  assert.deepEqual(await stock(shirt), [5, 3, 2])
  assert.deepEqual(
    [await inventory.release(house.db, system, kept), await inventory.release(house.db, system, kept)],
    [1, 0],
  )
  assert.deepEqual(
    [await close(given, 'taken'), await close(given, 'taken'), await close(given, 'released')],
    [1, 0, 0],
  )
  assert.deepEqual(await stock(shirt), [4, 0, 4])
})

test('of two who want the last piece at the same moment one gets it, in every round', async () => {
  for (let round = 0; round < 10; round++) {
    const last = await shelf(1)
    const mode = round % 2 ? 'sell' : 'reserve'
    const took = await Promise.allSettled([
      take('reserve', [{ variant_id: last, quantity: 1 }]),
      take(mode, [{ variant_id: last, quantity: 1 }]),
    ])
    assert.deepEqual(took.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    assert.equal((await stock(last))[2], 0)
  }
})

test('carts with the same goods in another order do not wait for each other in a ring', async () => {
  const [a, b] = [await shelf(40), await shelf(40)]
  const pair = (first: string, second: string) => [first, second].map((variant_id) => ({ variant_id, quantity: 1 }))
  await Promise.all(Array.from({ length: 40 }, (_, turn) => take('sell', turn % 2 ? pair(a, b) : pair(b, a))))
  assert.deepEqual(
    [await stock(a), await stock(b)],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  )
})

test('all lines or none: a refusal names the lines that are short and leaves the others alone', async () => {
  const [plenty, few, none] = [await shelf(9), await shelf(1), id()]
  const lines = [
    { variant_id: plenty, quantity: 2 },
    { variant_id: few, quantity: 3 },
    { variant_id: none, quantity: 1 },
  ]
  await assert.rejects(
    take('reserve', lines),
    short([
      { variant_id: few, wanted: 3, available: 1 },
      { variant_id: none, wanted: 1, available: 0 },
    ]),
  )
  assert.deepEqual(await stock(plenty), [9, 0, 9])
})

test('two lines of one thing are counted together', async () => {
  const shirt = await shelf(3)
  const twice = [
    { variant_id: shirt, quantity: 2 },
    { variant_id: shirt, quantity: 2 },
  ]
  await assert.rejects(hold(twice), short([{ variant_id: shirt, wanted: 4, available: 3 }]))
  await hold([
    { variant_id: shirt, quantity: 2 },
    { variant_id: shirt, quantity: 1 },
  ])
  assert.deepEqual(await stock(shirt), [3, 3, 0])
})

test('safety stock is kept from online buyers and not from the till, whichever way she pays there', async () => {
  const shirt = await shelf(3, 2)
  assert.deepEqual(await stock(shirt), [3, 0, 1])
  await assert.rejects(
    take('reserve', [{ variant_id: shirt, quantity: 2 }]),
    short([{ variant_id: shirt, wanted: 2, available: 1 }]),
  )
  await take('sell', [{ variant_id: shirt, quantity: 2 }])
  const paying = id()
  await take('set_aside', [{ variant_id: shirt, quantity: 1 }], paying)
  assert.deepEqual(await stock(shirt), [1, 1, 0])
  await assert.rejects(
    take('sell', [{ variant_id: shirt, quantity: 1 }]),
    short([{ variant_id: shirt, wanted: 1, available: 0 }]),
  )
  await close(paying, 'taken')
  assert.deepEqual(await stock(shirt), [0, 0, 0])
})

test('what was promised to an online buyer is not sold at the till', async () => {
  const shirt = await shelf(1)
  await hold([{ variant_id: shirt, quantity: 1 }])
  await assert.rejects(
    take('sell', [{ variant_id: shirt, quantity: 1 }]),
    short([{ variant_id: shirt, wanted: 1, available: 0 }]),
  )
})

test('a hold ends when its time comes, not a moment before, and only once', async () => {
  const shirt = await shelf(2)
  const until = new Date(noon + 60_000).toISOString()
  await hold([{ variant_id: shirt, quantity: 1 }], id(), until)
  await hold([{ variant_id: shirt, quantity: 1 }], id(), null)
  assert.equal(await inventory.tick(house.db, new Date(noon + 59_999).toISOString()), 0)
  assert.deepEqual(
    await Promise.all([inventory.tick(house.db, until), inventory.tick(house.db, until)]).then((done) => done.sort()),
    [0, 1],
  )
  assert.deepEqual(await stock(shirt), [2, 1, 1], 'a hold without an end stays')
})

test('the same delivery told twice is there once, at each place and for each thing', async () => {
  const [shirt, socks] = [id(), id()]
  const source_id = id()
  const arrives = (variant_id: string, kind: inventory.MovementKind = 'receipt') =>
    inventory.receive(house.db, system, {
      place_id: shop,
      variant_id,
      quantity: 7,
      kind,
      source_kind: 'receipt',
      source_id,
    })
  assert.deepEqual(await Promise.all([arrives(shirt), arrives(shirt)]).then((moved) => moved.sort()), [false, true])
  assert.deepEqual([await arrives(shirt), await arrives(socks)], [false, true])
  assert.deepEqual(
    [await stock(shirt), await stock(socks)],
    [
      [7, 0, 7],
      [7, 0, 7],
    ],
  )
})

test('a count finds what is there; counted again there is no difference', async () => {
  const shirt = await shelf(10)
  const counted = (pieces: number, variant_id = shirt) =>
    inventory.count(house.db, system, { place_id: shop, variant_id, counted: pieces })
  assert.deepEqual([await counted(8), await counted(8), await counted(9)], [-2, 0, 1])
  assert.deepEqual(await stock(shirt), [9, 0, 9])
  const unknown = id()
  assert.equal(await counted(4, unknown), 4, 'a thing never seen here is counted too')
  const moves = await rows<{ kind: string; quantity: number }>(
    house.db,
    sql`select kind, quantity from inventory.movement where variant_id = ${shirt} order by movement_id`,
  )
  assert.deepEqual(
    moves
      .filter(({ kind }) => kind === 'count')
      .map(({ quantity }) => quantity)
      .sort(),
    [-2, 1],
  )
})

test('a count may find less than was promised; nothing more is promised then, and the holds still end well', async () => {
  const shirt = await shelf(5)
  const source = id()
  await hold([{ variant_id: shirt, quantity: 3 }], source)
  await inventory.count(house.db, system, { place_id: shop, variant_id: shirt, counted: 1 })
  assert.deepEqual(await stock(shirt), [1, 3, 0])
  await assert.rejects(
    take('sell', [{ variant_id: shirt, quantity: 1 }]),
    short([{ variant_id: shirt, wanted: 1, available: 0 }]),
  )
  await inventory.release(house.db, system, source)
  assert.deepEqual(await stock(shirt), [1, 0, 1])
})

test('what is not there cannot be lost', async () => {
  const shirt = await shelf(2)
  const lose = (quantity: number) =>
    inventory.receive(house.db, system, {
      place_id: shop,
      variant_id: shirt,
      quantity: -quantity,
      kind: 'loss',
      source_kind: 'loss',
      source_id: id(),
    })
  await assert.rejects(
    transaction(house.db, system, (tx) =>
      inventory.receive(tx, system, {
        place_id: shop,
        variant_id: shirt,
        quantity: -3,
        kind: 'loss',
        source_kind: 'loss',
        source_id: id(),
      }),
    ),
    { code: 'inventory.not_there', status: 409 },
  )
  assert.equal(await lose(2), true)
  assert.deepEqual(await stock(shirt), [0, 0, 0])
})

test('after all of it each stock is the sum of what happened to it', async () => {
  for (const check of checks) assert.deepEqual(await rows(house.db, raw(check.sql)), [], check.name)
})
