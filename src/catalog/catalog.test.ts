import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { makeApiKey } from '#access/access'
import { putMany } from '#catalog/bulk'
import { forgetAll, seedTax, sellables, taxRules } from '#catalog/catalog'
import { checks } from '#catalog/checks'
import { system } from '#core/actor'
import { only, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'
import { type App, buildApp } from '#http'

type Body = Record<string, any>

suite('catalogue', () => {
  let base: TestDatabase
  let app: App
  let writer = ''
  before(async () => {
    useKey('a key for tests only, thirty-two bytes long')
    base = await testDatabase()
    app = await buildApp(base.db)
    await transaction(base.db, system, async (tx) => {
      await seedTax(tx)
      writer = (await makeApiKey(tx, { name: 'ERP', scopes: ['catalog.write', 'catalog.read'] })).key
    })
  })
  after(async () => {
    await app.close()
    await base.close()
  })
  afterEach(() => setClock())

  async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) {
    const reply = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${writer}`, ...(method === 'POST' && { 'idempotency-key': id() }), ...headers },
      ...(body !== undefined && { payload: body as Body }),
    })
    return { status: reply.statusCode, body: (reply.body ? reply.json() : {}) as any, headers: reply.headers, text: reply.body }
  }
  const guest = async (url: string) => {
    const reply = await app.inject({ method: 'GET', url })
    return { status: reply.statusCode, body: reply.json() as any }
  }
  const events = (type: string, subject_id: string) =>
    transaction(base.db, system, (tx) =>
      rows<{ payload: Body; version: number }>(tx, sql`select payload, version from activity.event where type = ${type} and subject_id = ${subject_id} order by version`),
    )

  test('a product is added once however often it is sent, and reads back with its shown price', async () => {
    const oats = {
      external_id: 'OATS', name: '有機オーツ', name_kana: 'ユウキオーツ', name_en: 'Organic oats', tax_category: 'food', tags: ['オーガニック'],
      variants: [{ gtin: '4599990000016', prices: [{ yen: 594 }] }],
    }
    const first = await call('POST', '/v1/catalog/products', oats)
    assert.equal(first.status, 201, first.text)
    assert.deepEqual([first.body.price_yen, first.body.reduced, first.body.rate_num, first.body.version], [594, true, 8, 1])
    const again = await call('POST', '/v1/catalog/products', oats)
    assert.deepEqual(again.body, first.body)
    assert.equal((await events('product.published', first.body.product_id)).length, 1)
    const read = await guest('/v1/catalog/products/ext:OATS')
    assert.deepEqual(read.body, first.body)
  })

  test('a price set without tax shows with the tax of how it is supplied: ¥500 is ¥540 taken away, ¥550 eaten in', async () => {
    const latte = { external_id: 'LATTE', name: 'ラテ', tax_category: 'food', variants: [{ prices: [{ yen: 500, tax_included: false }] }] }
    assert.equal((await call('POST', '/v1/catalog/products', latte)).body.price_yen, 540)
    const eaten = await guest('/v1/catalog/products/ext:LATTE?supply_mode=eat_in')
    assert.deepEqual([eaten.body.price_yen, eaten.body.reduced], [550, false])
    const list = await guest('/v1/catalog/products?q=らて&supply_mode=eat_in')
    assert.deepEqual([list.body.items[0].price_yen, list.body.items[0].reduced], [550, false])
  })

  test('a new price shows in the next read and on the timeline, while the old row stays for the receipts that name it', async () => {
    const shirt = { external_id: 'SHIRT', name: 'シャツ', variants: [{ gtin: '4599990000030', prices: [{ yen: 2990 }] }] }
    const { body } = await call('POST', '/v1/catalog/products', shirt)
    const variant_id = body.variants[0].variant_id as string
    const old = await sellables(base.db, { gtins: ['4599990000030'] })
    const held = old.get(variant_id)?.prices[0]?.price_id as string
    const holds = async () =>
      (await only<{ ok: boolean }>(base.db, sql`select catalog.prices_hold(${[held]}::uuid[], ${[variant_id]}::uuid[], ${'ec'}, ${new Date().toISOString()}) as ok`)).ok
    assert.equal(await holds(), true)
    const set = await call('POST', `/v1/catalog/variants/${variant_id}/prices`, { yen: 3290 })
    assert.equal(set.status, 201, set.text)
    assert.equal((await guest('/v1/catalog/products?q=シャツ')).body.items[0].price_yen, 3290)
    assert.equal(await holds(), false)
    assert.equal((await sellables(base.db, { variant_ids: [variant_id] })).get(variant_id)?.prices[0]?.yen, 3290)
    assert.equal((await call('GET', `/v1/catalog/variants/${variant_id}/prices`)).body.items.length, 2)
    const told = await events('catalog.price_changed', variant_id)
    assert.deepEqual(told.map((event) => event.payload.yen), [3290])
    // The same price again is no news.
    await call('POST', `/v1/catalog/variants/${variant_id}/prices`, { yen: 3290 })
    assert.equal((await events('catalog.price_changed', variant_id)).length, 1)
  })

  test('a price of the channel beats one for all, a sale ends by itself, and the cache agrees with what SQL holds', async () => {
    const knit = {
      external_id: 'KNIT', name: 'ニット',
      variants: [{
        gtin: '4599990000047',
        prices: [
          { yen: 3990, valid_from: '2026-01-01T00:00:00Z' },
          { yen: 3590, channel: 'ec', valid_from: '2026-01-01T00:00:00Z' },
          { yen: 2990, channel: 'ec', valid_from: '2026-12-01T00:00:00+09:00', valid_to: '2026-12-08T00:00:00+09:00' },
        ],
      }],
    }
    const { body } = await call('POST', '/v1/catalog/products', knit)
    const variant_id = body.variants[0].variant_id as string
    const shown = async (at: string, channel: string) => {
      setClock(() => Date.parse(at))
      return (await guest(`/v1/catalog/products/ext:KNIT?channel=${channel}`)).body.price_yen
    }
    assert.equal(await shown('2026-11-30T14:59:59.999Z', 'ec'), 3590)
    assert.equal(await shown('2026-11-30T15:00:00.000Z', 'ec'), 2990)
    assert.equal(await shown('2026-12-07T14:59:59.999Z', 'ec'), 2990)
    assert.equal(await shown('2026-12-07T15:00:00.000Z', 'ec'), 3590)
    assert.equal(await shown('2026-12-02T00:00:00.000Z', 'till'), 3990)
    forgetAll()
    const { prices = [] } = (await sellables(base.db, { variant_ids: [variant_id] })).get(variant_id) ?? {}
    for (const [at, channel, yen] of [['2026-12-02T00:00:00Z', 'ec', 2990], ['2026-12-02T00:00:00Z', 'till', 3990], ['2026-12-09T00:00:00Z', 'ec', 3590]] as const)
      for (const price of prices) {
        const { ok } = await only<{ ok: boolean }>(base.db, sql`select catalog.prices_hold(${[price.price_id]}::uuid[], ${[variant_id]}::uuid[], ${channel}, ${at}) as ok`)
        assert.equal(ok, price.yen === yen, `${price.yen} ${channel} ${at}`)
      }
  })

  test('a price that has begun cannot be rewritten, one to come can', async () => {
    const put = (yen: number, valid_from: string) =>
      call('PUT', '/v1/catalog/products/ext:TOWEL', { name: 'タオル', variants: [{ prices: [{ yen, valid_from }] }] })
    assert.equal((await put(800, '2026-01-01T00:00:00Z')).status, 200)
    assert.equal((await put(900, '2099-01-01T00:00:00Z')).status, 200)
    assert.equal((await put(950, '2099-01-01T00:00:00Z')).status, 200)
    const refused = await put(700, '2026-01-01T00:00:00Z')
    assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, 'catalog.price_in_force', 'variants.0.prices.0'])
  })

  test('an edit on an old version is refused, and one on the version read succeeds', async () => {
    const first = await call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグカップ', description: '白磁' })
    const etag = first.headers.etag as string
    const second = await call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグカップ 大' }, { 'if-match': etag })
    assert.deepEqual([second.status, second.body.description], [200, '白磁'])
    assert.notEqual(second.headers.etag, etag)
    const late = await call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ' }, { 'if-match': etag })
    assert.deepEqual([late.status, late.body.code], [412, 'core.changed'])
  })

  test('in a bulk of rows the bad ones are named and the good ones written, and a repeat writes nothing', async () => {
    const products = [
      { external_id: 'B1', name: 'みかん', tax_category: 'food', brand: 'NOBRAND' },
      { external_id: 'B2', name: 'りんご', tax_category: 'food', variants: [{ gtin: '4599990000023', prices: [{ yen: 756 }] }] },
      { external_id: 'B3', name: 'ぶどう', tax_category: 'fruit' },
      { external_id: 'B4', name: 'なし', variants: [{ gtin: '4599990000024' }] },
      { external_id: 'B5' },
      { external_id: 'B6', name: 'もも', variants: [{ gtin: '4599990000023' }] },
      { external_id: 'B2', name: 'りんご' },
      { external_id: 'B7', name: 'かき', colour: 'orange' },
    ]
    const { status, body } = await call('POST', '/v1/catalog/products/bulk', { products })
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
    const again = await call('POST', '/v1/catalog/products/bulk', { products: [products[1]] })
    assert.deepEqual([again.body.written, again.body.unchanged], [0, 1])
  })

  test('two bulks of the same goods at once make each product once', async () => {
    const products = Array.from({ length: 40 }, (_, at) => ({ external_id: `RACE-${at}`, name: `競争${at}`, variants: [{ external_id: `RACE-${at}-V`, prices: [{ yen: at }] }] }))
    await Promise.all([products, products.toReversed(), products].map((list) => transaction(base.db, system, (tx) => putMany(tx, system, list))))
    const { count } = await only<{ count: number }>(base.db, sql`select count(*) from catalog.product where external_id like ${'RACE-%'}`)
    assert.equal(count, 40)
    const variants = await only<{ count: number }>(base.db, sql`select count(*) from catalog.variant where external_id like ${'RACE-%'}`)
    assert.equal(variants.count, 40)
  })

  test('variants left out of the list are withdrawn and come back when listed again', async () => {
    const put = (...sizes: string[]) => call('PUT', '/v1/catalog/products/ext:SOCKS', { name: '靴下', variants: sizes.map((size) => ({ options: { サイズ: size }, prices: [{ yen: 390 }] })) })
    const first = await put('S', 'M', 'L')
    const ids = first.body.variants.map((variant: Body) => variant.variant_id)
    const fewer = await put('L', 'S')
    assert.deepEqual(fewer.body.variants.map((variant: Body) => [variant.options.サイズ, variant.withdrawn_at !== null]), [['L', false], ['S', false], ['M', true]])
    assert.deepEqual((await put('S', 'M', 'L')).body.variants.map((variant: Body) => variant.variant_id), ids)
    assert.equal((await sellables(base.db, { variant_ids: ids })).size, 3)
  })

  test('a scan finds its variant by JAN in any width, by in-store code, and refuses a misread', async () => {
    await call('PUT', '/v1/catalog/products/ext:CROQUETTE', { name: 'コロッケ', tax_category: 'food', variants: [{ gtin: '2000000000015', prices: [{ yen: 120 }] }] })
    for (const code of ['2000000000015', encodeURIComponent('２００００００００００１５'), '02000000000015']) {
      const { body } = await guest(`/v1/catalog/variants?gtin=${code}`)
      assert.deepEqual([body.items[0]?.name, body.items[0]?.price_yen, body.items[0]?.reduced], ['コロッケ', 120, true], code)
    }
    assert.deepEqual((await guest('/v1/catalog/variants?gtin=2000000000022')).body.items, [])
    const misread = await guest('/v1/catalog/variants?gtin=2000000000016')
    assert.deepEqual([misread.status, misread.body.code, misread.body.field], [400, 'catalog.bad_gtin', 'gtin'])
  })

  test('search pages through everything once: names that begin like the query first, then the most popular', async () => {
    const products = Array.from({ length: 55 }, (_, at) => ({
      external_id: `TEA-${at}`, name: at % 5 === 0 ? `緑茶 ${at}番` : `京の緑茶 ${at}番`, tax_category: 'food', popularity: at % 7,
    }))
    await call('POST', '/v1/catalog/products/bulk', { products })
    for (const [filter, expected] of [['q=緑茶', 55], ['q=ryoku', 0], ['', undefined]] as const) {
      const seen: Body[] = []
      let next: string | null = null
      do {
        const { body } = await guest(`/v1/catalog/products?limit=7&${filter}${next ? `&after=${next}` : ''}`)
        seen.push(...body.items)
        next = body.next
      } while (next)
      assert.equal(new Set(seen.map((item) => item.product_id)).size, seen.length)
      if (expected !== undefined) assert.equal(seen.length, expected)
      if (filter === 'q=緑茶') {
        const begins = seen.map((item) => item.name.startsWith('緑茶'))
        assert.equal(begins.lastIndexOf(true), 10)
        assert.equal(begins.indexOf(false), 11)
      }
    }
    const bad = await guest('/v1/catalog/products?after=nonsense')
    assert.deepEqual([bad.status, bad.body.code], [400, 'catalog.bad_cursor'])
  })

  test('a product is found through its brand, also after the brand is renamed', async () => {
    const brand = (await call('POST', '/v1/catalog/brands', { external_id: 'HARU', name: '春風', name_kana: 'ハルカゼ' })).body
    const tray = await call('PUT', '/v1/catalog/products/ext:TRAY', { name: 'お盆', brand: 'HARU' })
    assert.equal(tray.body.brand.brand_id, brand.brand_id)
    const ids = async (q: string) => (await guest(`/v1/catalog/products?q=${q}`)).body.items.map((item: Body) => item.product_id)
    assert.deepEqual(await ids('はるかぜ'), [tray.body.product_id])
    await call('PUT', '/v1/catalog/brands/ext:HARU', { name: '秋風', name_kana: 'アキカゼ' })
    assert.deepEqual(await ids('春風'), [])
    assert.deepEqual(await ids('秋風 お盆'), [tray.body.product_id])
    assert.deepEqual((await guest(`/v1/catalog/products?brand_id=${brand.brand_id}`)).body.items.length, 1)
  })

  test('a category lists what is below it too, and cannot lie below itself', async () => {
    const home = (await call('POST', '/v1/catalog/categories', { external_id: 'HOME', name: '暮らし' })).body
    const kitchen = (await call('POST', '/v1/catalog/categories', { external_id: 'KITCHEN', name: '台所', parent_id: home.category_id })).body
    await call('PUT', '/v1/catalog/products/ext:POT', { name: '鍋', category: 'KITCHEN', popularity: 3 })
    await call('PUT', '/v1/catalog/products/ext:LAMP', { name: '灯り', category: 'HOME', popularity: 9 })
    const names = async (category_id: string, more = '') => (await guest(`/v1/catalog/products?category_id=${category_id}${more}`)).body.items.map((item: Body) => item.name)
    assert.deepEqual(await names(home.category_id), ['灯り', '鍋'])
    assert.deepEqual(await names(kitchen.category_id), ['鍋'])
    assert.deepEqual(await names(home.category_id, '&q=なべ'), [])
    assert.deepEqual(await names(home.category_id, '&q=鍋'), ['鍋'])
    const loop = await call('PUT', '/v1/catalog/categories/ext:HOME', { name: '暮らし', parent_id: kitchen.category_id })
    assert.deepEqual([loop.status, loop.body.code], [422, 'catalog.category_loop'])
  })

  test('what is withdrawn or still a draft is hidden from customers, kept for staff, and not for sale', async () => {
    const put = await call('PUT', '/v1/catalog/products/ext:FAN', { name: '扇子', variants: [{ gtin: '4599990000092', prices: [{ yen: 1200 }] }], published_at: '2099-04-01T00:00:00Z' })
    const { product_id } = put.body
    const variant_id = put.body.variants[0].variant_id as string
    const sold = async () => !(await sellables(base.db, { variant_ids: [variant_id] })).get(variant_id)?.withdrawn
    assert.equal((await guest('/v1/catalog/products/ext:FAN')).status, 404)
    assert.deepEqual([(await guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [0, false])
    assert.equal((await guest('/v1/catalog/products?state=draft')).status, 403)
    assert.equal((await call('GET', '/v1/catalog/products?q=扇子&state=draft')).body.items.length, 1)
    await call('PUT', '/v1/catalog/products/ext:FAN', { name: '扇子', published_at: '2026-01-01T00:00:00Z' })
    assert.deepEqual([(await guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [1, true])
    assert.equal((await call('POST', '/v1/catalog/products/ext:FAN/withdrawal')).status, 200)
    assert.deepEqual([(await guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [0, false])
    assert.equal((await call('GET', '/v1/catalog/products?q=扇子&state=withdrawn')).body.items.length, 1)
    await call('DELETE', '/v1/catalog/products/ext:FAN/withdrawal')
    assert.deepEqual([(await guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [1, true])
    assert.equal((await events('product.withdrawn', product_id)).length, 1)
  })

  test('a picture is kept once, served for ever and harmless', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="a"/></defs><rect width="9" height="9" fill="url(#a)"/></svg>'
    const kept = await call('POST', '/v1/catalog/pictures', { svg })
    assert.deepEqual([kept.status, kept.body.media_type], [201, 'image/svg+xml'])
    const rawly = await call('POST', '/v1/catalog/pictures', svg, { 'content-type': 'image/svg+xml' })
    assert.equal(rawly.body.picture_id, kept.body.picture_id)
    const shown = await app.inject({ method: 'GET', url: `/v1/catalog/pictures/${kept.body.picture_id}` })
    assert.equal(shown.body, svg)
    assert.equal(shown.headers['content-type'], 'image/svg+xml')
    assert.equal(shown.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(shown.headers['content-security-policy'], "default-src 'none'; style-src 'unsafe-inline'")
    const known = await app.inject({ method: 'GET', url: `/v1/catalog/pictures/${kept.body.picture_id}`, headers: { 'if-none-match': shown.headers.etag as string } })
    assert.equal(known.statusCode, 304)
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)])
    assert.equal((await call('POST', '/v1/catalog/pictures', { base64: png.toString('base64') })).body.media_type, 'image/png')
    assert.equal((await call('POST', '/v1/catalog/pictures', { base64: Buffer.from('GIF89a').toString('base64') })).status, 415)
    assert.equal((await call('POST', '/v1/catalog/pictures', { base64: Buffer.alloc(1024 * 1024 + 1, png).toString('base64') })).status, 413)
    assert.equal((await call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ', picture_ids: [kept.body.picture_id] })).status, 200)
    assert.equal((await call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ', picture_ids: [id()] })).body.code, 'catalog.no_picture')
  })

  test('only merchandisers and machines with the scope write, and the same key answers the same', async () => {
    const body = { external_id: 'ONCE', name: '一度' }
    assert.equal((await app.inject({ method: 'POST', url: '/v1/catalog/products', payload: body })).statusCode, 401)
    const key = { 'idempotency-key': id() }
    const first = await call('POST', '/v1/catalog/products', body, key)
    const again = await call('POST', '/v1/catalog/products', body, key)
    assert.deepEqual([again.status, again.text, again.headers['idempotent-replayed']], [201, first.text, 'true'])
  })

  test('tax rules are dated data', async () => {
    const rules = await taxRules(base.db)
    assert.ok(rules.some((rule) => rule.category === 'food' && rule.supply_mode === 'eat_in' && rule.rate_num === 10 && !rule.reduced))
    assert.equal((await call('GET', '/v1/catalog/tax-rules')).body.items.length, rules.length)
  })

  test('verify is clean, and sees each row it must see', async () => {
    for (const check of checks) assert.deepEqual(await rows(base.db, { text: check.sql, values: [], name: undefined, parts: { strings: [], values: [] } }), [], check.name)
  })
})
