import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { putMany } from '#catalog/bulk'
import { forgetAll, sellables, taxRules } from '#catalog/catalog'
import { checks } from '#catalog/checks'
import { type Body, openShelf, type Shelf } from '#catalog/testing'
import { system } from '#core/actor'
import { only, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { setClock } from '#core/time'
import { buildApp } from '#http'
import { selfTest, verify } from '#verify'

suite('catalogue', () => {
  let shelf: Shelf
  before(async () => {
    shelf = await openShelf(buildApp)
  })
  after(() => shelf.close())
  afterEach(() => setClock())

  const told = (type: string, subject_id: string) =>
    transaction(shelf.db, system, (tx) =>
      rows<{ payload: Body }>(
        tx,
        sql`select payload from activity.event where type = ${type} and subject_id = ${subject_id} order by version`,
      ),
    )

  test('a product is added once however often it is sent, and reads back with its shown price', async () => {
    const oats = {
      external_id: 'OATS',
      name: '有機オーツ',
      name_kana: 'ユウキオーツ',
      name_en: 'Organic oats',
      tax_category: 'food',
      tags: ['オーガニック'],
      variants: [{ gtin: '4599990000016', prices: [{ yen: 594 }] }],
    }
    const first = await shelf.call('POST', '/v1/catalog/products', oats)
    assert.equal(first.status, 201, first.text)
    assert.deepEqual(
      [first.body.price_yen, first.body.reduced, first.body.rate_num, first.body.version],
      [594, true, 8, 1],
    )
    const again = await shelf.call('POST', '/v1/catalog/products', oats)
    assert.deepEqual(again.body, first.body)
    assert.equal((await told('product.published', first.body.product_id)).length, 1)
    const read = await shelf.guest('/v1/catalog/products/ext:OATS')
    assert.deepEqual(read.body, first.body)
  })

  test('a price set without tax shows with the tax of how it is supplied: ¥500 is ¥540 taken away, ¥550 eaten in', async () => {
    const latte = {
      external_id: 'LATTE',
      name: 'ラテ',
      tax_category: 'food',
      variants: [{ prices: [{ yen: 500, tax_included: false }] }],
    }
    assert.equal((await shelf.call('POST', '/v1/catalog/products', latte)).body.price_yen, 540)
    const eaten = await shelf.guest('/v1/catalog/products/ext:LATTE?supply_mode=eat_in')
    assert.deepEqual([eaten.body.price_yen, eaten.body.reduced], [550, false])
    const list = await shelf.guest('/v1/catalog/products?q=らて&supply_mode=eat_in')
    assert.deepEqual([list.body.items[0].price_yen, list.body.items[0].reduced], [550, false])
  })

  test('a new price shows in the next read and on the timeline, while the old row stays for the receipts that name it', async () => {
    const shirt = {
      external_id: 'SHIRT',
      name: 'シャツ',
      variants: [{ gtin: '4599990000030', prices: [{ yen: 2990 }] }],
    }
    const { body } = await shelf.call('POST', '/v1/catalog/products', shirt)
    const variant_id = body.variants[0].variant_id as string
    const old = await sellables(shelf.db, { gtins: ['4599990000030'] })
    const held = old.get(variant_id)?.prices[0]?.price_id as string
    const holds = async () =>
      (
        await only<{ ok: boolean }>(
          shelf.db,
          sql`select catalog.prices_hold(${[held]}::uuid[], ${[variant_id]}::uuid[], ${'ec'}, ${new Date().toISOString()}) as ok`,
        )
      ).ok
    assert.equal(await holds(), true)
    const set = await shelf.call('POST', `/v1/catalog/variants/${variant_id}/prices`, { yen: 3290 })
    assert.equal(set.status, 201, set.text)
    assert.equal((await shelf.guest('/v1/catalog/products?q=シャツ')).body.items[0].price_yen, 3290)
    assert.equal(await holds(), false)
    assert.equal((await sellables(shelf.db, { variant_ids: [variant_id] })).get(variant_id)?.prices[0]?.yen, 3290)
    assert.equal((await shelf.call('GET', `/v1/catalog/variants/${variant_id}/prices`)).body.items.length, 2)
    const news = await told('catalog.price_changed', variant_id)
    assert.deepEqual(
      news.map((event) => event.payload.yen),
      [3290],
    )
    // The same price again is no news.
    await shelf.call('POST', `/v1/catalog/variants/${variant_id}/prices`, { yen: 3290 })
    assert.equal((await told('catalog.price_changed', variant_id)).length, 1)
  })

  test('a price of the channel beats one for all, a sale ends by itself, and the cache agrees with what SQL holds', async () => {
    const knit = {
      external_id: 'KNIT',
      name: 'ニット',
      published_at: '2026-01-01T00:00:00Z',
      variants: [
        {
          gtin: '4599990000047',
          prices: [
            { yen: 3990, valid_from: '2026-01-01T00:00:00Z' },
            { yen: 3590, channel: 'ec', valid_from: '2026-01-01T00:00:00Z' },
            {
              yen: 2990,
              channel: 'ec',
              valid_from: '2026-12-01T00:00:00+09:00',
              valid_to: '2026-12-08T00:00:00+09:00',
            },
          ],
        },
      ],
    }
    const { body } = await shelf.call('POST', '/v1/catalog/products', knit)
    const variant_id = body.variants[0].variant_id as string
    const shown = async (at: string, channel: string) => {
      setClock(() => Date.parse(at))
      return (await shelf.guest(`/v1/catalog/products/ext:KNIT?channel=${channel}`)).body.price_yen
    }
    assert.equal(await shown('2026-11-30T14:59:59.999Z', 'ec'), 3590)
    assert.equal(await shown('2026-11-30T15:00:00.000Z', 'ec'), 2990)
    assert.equal(await shown('2026-12-07T14:59:59.999Z', 'ec'), 2990)
    assert.equal(await shown('2026-12-07T15:00:00.000Z', 'ec'), 3590)
    assert.equal(await shown('2026-12-02T00:00:00.000Z', 'till'), 3990)
    forgetAll()
    const { prices = [] } = (await sellables(shelf.db, { variant_ids: [variant_id] })).get(variant_id) ?? {}
    for (const [at, channel, yen] of [
      ['2026-12-02T00:00:00Z', 'ec', 2990],
      ['2026-12-02T00:00:00Z', 'till', 3990],
      ['2026-12-09T00:00:00Z', 'ec', 3590],
    ] as const)
      for (const price of prices) {
        const { ok } = await only<{ ok: boolean }>(
          shelf.db,
          sql`select catalog.prices_hold(${[price.price_id]}::uuid[], ${[variant_id]}::uuid[], ${channel}, ${at}) as ok`,
        )
        assert.equal(ok, price.yen === yen, `${price.yen} ${channel} ${at}`)
      }
  })

  test('a price that has begun cannot be rewritten, one to come can', async () => {
    const put = (yen: number, valid_from: string) =>
      shelf.call('PUT', '/v1/catalog/products/ext:TOWEL', {
        name: 'タオル',
        variants: [{ prices: [{ yen, valid_from }] }],
      })
    assert.equal((await put(800, '2026-01-01T00:00:00Z')).status, 200)
    assert.equal((await put(900, '2099-01-01T00:00:00Z')).status, 200)
    assert.equal((await put(950, '2099-01-01T00:00:00Z')).status, 200)
    const refused = await put(700, '2026-01-01T00:00:00Z')
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [422, 'catalog.price_in_force', 'variants.0.prices.0'],
    )
  })

  test('an edit on an old version is refused, and one on the version read succeeds', async () => {
    const first = await shelf.call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグカップ', description: '白磁' })
    const etag = first.headers.etag as string
    const second = await shelf.call(
      'PUT',
      '/v1/catalog/products/ext:MUG',
      { name: 'マグカップ 大' },
      { 'if-match': etag },
    )
    assert.deepEqual([second.status, second.body.description], [200, '白磁'])
    assert.notEqual(second.headers.etag, etag)
    const late = await shelf.call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ' }, { 'if-match': etag })
    assert.deepEqual([late.status, late.body.code], [412, 'core.changed'])
  })

  test('in a bulk of rows the bad ones are named and the good ones written, and a repeat writes nothing', async () => {
    const products = [
      { external_id: 'B1', name: 'みかん', tax_category: 'food', brand: 'NOBRAND' },
      {
        external_id: 'B2',
        name: 'りんご',
        tax_category: 'food',
        variants: [{ gtin: '4599990000023', prices: [{ yen: 756 }] }],
      },
      { external_id: 'B3', name: 'ぶどう', tax_category: 'fruit' },
      { external_id: 'B4', name: 'なし', variants: [{ gtin: '4599990000024' }] },
      { external_id: 'B5' },
      { external_id: 'B6', name: 'もも', variants: [{ gtin: '4599990000023' }] },
      { external_id: 'B2', name: 'りんご' },
      { external_id: 'B7', name: 'かき', colour: 'orange' },
    ]
    const { status, body } = await shelf.call('POST', '/v1/catalog/products/bulk', { products })
    assert.equal(status, 200)
    assert.deepEqual(
      body.problems.map((problem: Body) => [problem.row, problem.code, problem.field]),
      [
        [0, 'catalog.no_brand', 'brand'],
        [2, 'catalog.no_tax_category', 'tax_category'],
        [3, 'catalog.bad_gtin', 'variants.0.gtin'],
        [4, 'core.invalid', 'name'],
        [5, 'catalog.gtin_taken', 'variants.0.gtin'],
        [6, 'catalog.twice', 'external_id'],
        [7, 'core.invalid', 'colour'],
      ],
    )
    assert.deepEqual([body.written, body.unchanged, body.rows.map((row: Body) => row.row)], [1, 0, [1]])
    const again = await shelf.call('POST', '/v1/catalog/products/bulk', { products: [products[1]] })
    assert.deepEqual([again.body.written, again.body.unchanged], [0, 1])
  })

  test('two bulks of the same goods at once make each product once', async () => {
    const products = Array.from({ length: 40 }, (_, at) => ({
      external_id: `RACE-${at}`,
      name: `競争${at}`,
      variants: [{ external_id: `RACE-${at}-V`, prices: [{ yen: at }] }],
    }))
    await Promise.all(
      [products, products.toReversed(), products].map((list) =>
        transaction(shelf.db, system, (tx) => putMany(tx, system, list)),
      ),
    )
    const { count } = await only<{ count: number }>(
      shelf.db,
      sql`select count(*) from catalog.product where external_id like ${'RACE-%'}`,
    )
    assert.equal(count, 40)
    const variants = await only<{ count: number }>(
      shelf.db,
      sql`select count(*) from catalog.variant where external_id like ${'RACE-%'}`,
    )
    assert.equal(variants.count, 40)
  })

  test('variants left out of the list are withdrawn and come back when listed again', async () => {
    const put = (...sizes: string[]) =>
      shelf.call('PUT', '/v1/catalog/products/ext:SOCKS', {
        name: '靴下',
        variants: sizes.map((size) => ({ options: { サイズ: size }, prices: [{ yen: 390 }] })),
      })
    const first = await put('S', 'M', 'L')
    const ids = first.body.variants.map((variant: Body) => variant.variant_id)
    const fewer = await put('L', 'S')
    assert.deepEqual(
      fewer.body.variants.map((variant: Body) => [variant.options.サイズ, variant.withdrawn_at !== null]),
      [
        ['L', false],
        ['S', false],
        ['M', true],
      ],
    )
    assert.deepEqual(
      (await put('S', 'M', 'L')).body.variants.map((variant: Body) => variant.variant_id),
      ids,
    )
    assert.equal((await sellables(shelf.db, { variant_ids: ids })).size, 3)
  })

  test('only merchandisers and machines with the scope write, and the same key answers the same', async () => {
    const body = { external_id: 'ONCE', name: '一度' }
    assert.equal(
      (await shelf.app.inject({ method: 'POST', url: '/v1/catalog/products', payload: body })).statusCode,
      401,
    )
    const key = { 'idempotency-key': id() }
    const first = await shelf.call('POST', '/v1/catalog/products', body, key)
    const again = await shelf.call('POST', '/v1/catalog/products', body, key)
    assert.deepEqual([again.status, again.text, again.headers['idempotent-replayed']], [201, first.text, 'true'])
  })

  test('tax rules are dated data', async () => {
    const rules = await taxRules(shelf.db)
    assert.ok(
      rules.some(
        (rule) => rule.category === 'food' && rule.supply_mode === 'eat_in' && rule.rate_num === 10 && !rule.reduced,
      ),
    )
    assert.equal((await shelf.call('GET', '/v1/catalog/tax-rules')).body.items.length, rules.length)
  })

  test('verify is clean, and sees one broken row of each kind', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    const { picture_id } = (await shelf.call('POST', '/v1/catalog/pictures', { svg })).body
    await shelf.call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ', picture_ids: [picture_id] })
    assert.deepEqual(
      (await verify(shelf.db.url, checks)).filter((finding) => !finding.ok),
      [],
    )
    assert.deepEqual(
      (await selfTest(shelf.db.url, checks)).filter((trial) => !trial.seen),
      [],
    )
  })
})
