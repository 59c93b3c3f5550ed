import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sellables } from '#catalog/catalog'
import { type Body, openShelf, type Shelf } from '#catalog/testing'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { buildApp } from '#http'

suite('finding products', () => {
  let shelf: Shelf
  before(async () => {
    shelf = await openShelf(buildApp)
  })
  after(() => shelf.close())

  const told = (type: string, subject_id: string) =>
    transaction(shelf.db, system, (tx) =>
      rows<{ payload: Body }>(
        tx,
        sql`select payload from activity.event where type = ${type} and subject_id = ${subject_id} order by version`,
      ),
    )

  test('a scan finds its variant by JAN in any width, by in-store code, and refuses a misread', async () => {
    await shelf.call('PUT', '/v1/catalog/products/ext:CROQUETTE', {
      name: 'コロッケ',
      tax_category: 'food',
      variants: [{ gtin: '2000000000015', prices: [{ yen: 120 }] }],
    })
    for (const code of ['2000000000015', encodeURIComponent('２００００００００００１５'), '02000000000015']) {
      const { body } = await shelf.guest(`/v1/catalog/variants?gtin=${code}`)
      assert.deepEqual(
        [body.items[0]?.name, body.items[0]?.price_yen, body.items[0]?.reduced],
        ['コロッケ', 120, true],
        code,
      )
    }
    assert.deepEqual((await shelf.guest('/v1/catalog/variants?gtin=2000000000022')).body.items, [])
    const misread = await shelf.guest('/v1/catalog/variants?gtin=2000000000016')
    assert.deepEqual([misread.status, misread.body.code, misread.body.field], [400, 'catalog.gtin_unreadable', 'gtin'])
  })

  test('search pages through everything once: names that begin like the query first, then the most popular', async () => {
    const products = Array.from({ length: 55 }, (_, at) => ({
      external_id: `TEA-${at}`,
      name: at % 5 === 0 ? `緑茶 ${at}番` : `京の緑茶 ${at}番`,
      tax_category: 'food',
      popularity: at % 7,
    }))
    await shelf.call('POST', '/v1/catalog/products/bulk', { products })
    for (const [filter, expected] of [
      ['q=緑茶', 55],
      ['q=ryoku', 0],
      ['', undefined],
    ] as const) {
      const seen: Body[] = []
      let next: string | null = null
      do {
        const { body } = await shelf.guest(`/v1/catalog/products?limit=7&${filter}${next ? `&after=${next}` : ''}`)
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
    const bad = await shelf.guest('/v1/catalog/products?after=nonsense')
    assert.deepEqual([bad.status, bad.body.code], [400, 'catalog.bad_cursor'])
  })

  test('a character that hundreds of products have pages through each of them once too', async () => {
    for (const part of [0, 1]) {
      const products = Array.from({ length: 450 }, (_, at) => ({
        external_id: `PEN-${part}-${at}`,
        name: part === 0 ? `鉛筆${at}` : `赤鉛筆${at}`,
        popularity: (at * 7) % 11,
      }))
      await shelf.call('POST', '/v1/catalog/products/bulk', { products })
    }
    const seen: Body[] = []
    let next: string | null = null
    do {
      const { body } = await shelf.guest(`/v1/catalog/products?limit=100&q=鉛${next ? `&after=${next}` : ''}`)
      seen.push(...body.items)
      next = body.next
    } while (next)
    assert.equal(new Set(seen.map((item) => item.product_id)).size, 900)
    assert.equal(seen.length, 900)
    assert.ok(seen.slice(0, 450).every((item) => item.name.startsWith('鉛筆')))
  })

  test('a product is found through its brand, also after the brand is renamed', async () => {
    const brand = (
      await shelf.call('POST', '/v1/catalog/brands', { external_id: 'HARU', name: '春風', name_kana: 'ハルカゼ' })
    ).body
    const tray = await shelf.call('PUT', '/v1/catalog/products/ext:TRAY', { name: 'お盆', brand: 'HARU' })
    assert.equal(tray.body.brand.brand_id, brand.brand_id)
    const ids = async (q: string) =>
      (await shelf.guest(`/v1/catalog/products?q=${q}`)).body.items.map((item: Body) => item.product_id)
    assert.deepEqual(await ids('はるかぜ'), [tray.body.product_id])
    await shelf.call('PUT', '/v1/catalog/brands/ext:HARU', { name: '秋風', name_kana: 'アキカゼ' })
    assert.deepEqual(await ids('春風'), [])
    assert.deepEqual(await ids('秋風 お盆'), [tray.body.product_id])
    assert.deepEqual((await shelf.guest(`/v1/catalog/products?brand_id=${brand.brand_id}`)).body.items.length, 1)
  })

  test('a category lists what is below it too, and cannot lie below itself', async () => {
    const home = (await shelf.call('POST', '/v1/catalog/categories', { external_id: 'HOME', name: '暮らし' })).body
    const kitchen = (
      await shelf.call('POST', '/v1/catalog/categories', {
        external_id: 'KITCHEN',
        name: '台所',
        parent_id: home.category_id,
      })
    ).body
    await shelf.call('PUT', '/v1/catalog/products/ext:POT', { name: '鍋', category: 'KITCHEN', popularity: 3 })
    await shelf.call('PUT', '/v1/catalog/products/ext:LAMP', { name: '灯り', category: 'HOME', popularity: 9 })
    const names = async (category_id: string, more = '') =>
      (await shelf.guest(`/v1/catalog/products?category_id=${category_id}${more}`)).body.items.map(
        (item: Body) => item.name,
      )
    assert.deepEqual(await names(home.category_id), ['灯り', '鍋'])
    assert.deepEqual(await names(kitchen.category_id), ['鍋'])
    assert.deepEqual(await names(home.category_id, '&q=なべ'), [])
    assert.deepEqual(await names(home.category_id, '&q=鍋'), ['鍋'])
    const loop = await shelf.call('PUT', '/v1/catalog/categories/ext:HOME', {
      name: '暮らし',
      parent_id: kitchen.category_id,
    })
    assert.deepEqual([loop.status, loop.body.code], [422, 'catalog.category_loop'])
  })

  test('what is withdrawn or still a draft is hidden from customers, kept for staff, and not for sale', async () => {
    const put = await shelf.call('PUT', '/v1/catalog/products/ext:FAN', {
      name: '扇子',
      variants: [{ gtin: '4599990000092', prices: [{ yen: 1200 }] }],
      published_at: '2099-04-01T00:00:00Z',
    })
    const { product_id } = put.body
    const variant_id = put.body.variants[0].variant_id as string
    const sold = async () => !(await sellables(shelf.db, { variant_ids: [variant_id] })).get(variant_id)?.withdrawn
    assert.equal((await shelf.guest('/v1/catalog/products/ext:FAN')).status, 404)
    assert.deepEqual([(await shelf.guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [0, false])
    assert.equal((await shelf.guest('/v1/catalog/products?state=draft')).status, 403)
    assert.equal((await shelf.call('GET', '/v1/catalog/products?q=扇子&state=draft')).body.items.length, 1)
    await shelf.call('PUT', '/v1/catalog/products/ext:FAN', { name: '扇子', published_at: '2026-01-01T00:00:00Z' })
    assert.deepEqual([(await shelf.guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [1, true])
    assert.equal((await shelf.call('POST', '/v1/catalog/products/ext:FAN/withdrawal')).status, 200)
    assert.deepEqual([(await shelf.guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [0, false])
    assert.equal((await shelf.call('GET', '/v1/catalog/products?q=扇子&state=withdrawn')).body.items.length, 1)
    await shelf.call('DELETE', '/v1/catalog/products/ext:FAN/withdrawal')
    assert.deepEqual([(await shelf.guest('/v1/catalog/products?q=扇子')).body.items.length, await sold()], [1, true])
    assert.equal((await told('product.withdrawn', product_id)).length, 1)
  })
})
