import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { closed, fits } from '../../e2e/api/fits.ts'
import { changePlace } from '../../e2e/api/places.ts'
import { putProducts } from '../catalog/catalog.ts'
import { system } from '../core/actor.ts'
import { rows, run, sql, transaction } from '../core/database.ts'
import { id } from '../core/id.ts'
import { setClock } from '../core/time.ts'
import { count } from '../inventory/inventory.ts'
import { blankPlace, putPlace } from '../stores/stores.ts'
import { ProductDetail, ProductList } from './schemas.ts'

const shirt = '4599990000030'
const coat = '4599990000139'
const cookies = '4599990000184'
const at = (time: string) => () => Date.parse(`2026-11-20T${time}:00+09:00`)
type Item = {
  product_id: string
  name: string
  price_yen: number
  reduced: boolean
  stock: string
  left: number | null
  variant_ids: string[]
}
type Detail = {
  variants: { yen: number; points: number; ec: { stock: string; left: number | null } }[]
  places: {
    place_id: string
    stock: string
    left: number | null
    distance_m: number | null
    open_now: boolean
    closes_at: string | null
    variants: { reservable: number }[]
    collect: { day: string } | null
    hold: { until: string } | null
    order_ahead: { ready_at: string; paused_until: string | null } | null
  }[]
  ways: { way: string; available: boolean; place_id: string | null; day: string | null; order_before: string | null }[]
}

suite('at the desk', () => {
  let shop: Shop
  let product: Record<string, string>
  before(async () => {
    setClock(at('11:00'))
    shop = await openShop()
    await transaction(shop.db, system, async (tx) => {
      const hours = JSON.stringify(
        Object.fromEntries(
          ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [{ open: '10:00', close: '20:00' }]]),
        ),
      )
      await run(tx, sql`update stores.place set hours = ${hours}::jsonb where kind = 'shop'`)
      await run(
        tx,
        sql`update stores.place set latitude = 35.6909, longitude = 139.7003, name_en = 'Shinjuku' where place_id = ${shop.shinjuku}`,
      )
      await run(
        tx,
        sql`update stores.place set latitude = 35.6464, longitude = 139.6532 where place_id = ${shop.setagaya}`,
      )
      product = Object.fromEntries(
        (await rows<{ gtin: string; product_id: string }>(tx, sql`select gtin, product_id from catalog.item`)).map(
          (item) => [item.gtin, item.product_id],
        ),
      )
    })
    await new Promise((done) => setTimeout(done, 1100))
  })
  afterEach(() => setClock(at('11:00')))
  after(async () => {
    setClock()
    await shop.close()
  })

  const counted = (place_id: string, gtin: string, pieces: number) =>
    count(shop.db, system, { place_id, variant_id: shop.variant[gtin] as string, counted: pieces })
  const list = async (query = '') =>
    (await shop.as().get(`/v1/desk/products${query}`)).body as { items: Item[]; next: string | null }
  const detail = async (gtin: string, query = '') =>
    (await shop.as().get(`/v1/desk/products/${product[gtin]}${query}`)).body as unknown as Detail

  test('anybody sees products with price, ※ and stock mark, in pages', async () => {
    const all = await list()
    fits(closed(ProductList) as object, all)
    assert.equal(all.items.length, 9)
    const first = await list('?limit=3')
    const second = await list(`?limit=3&after=${first.next}`)
    const third = await list(`?limit=3&after=${second.next}`)
    assert.deepEqual(
      [...first.items, ...second.items, ...third.items].map((item) => item.product_id),
      all.items.map((item) => item.product_id),
    )
    assert.equal(third.next, null)
    const [cookie] = (await list(`?q=${encodeURIComponent('ｸｯｷｰ')}`)).items
    assert.deepEqual([cookie?.price_yen, cookie?.reduced, cookie?.stock, cookie?.left], [2160, true, 'many', null])
  })

  test('◎ △ × follow the last piece in the very next read, at my shop or over EC', async () => {
    const shown = async (query: string) => {
      const item = (await list(`?q=${shirt}${query}`)).items[0]
      return [item?.stock, item?.left]
    }
    const here = `&place_id=${shop.shinjuku}`
    for (const [pieces, mark] of [
      [5, ['many', null]],
      [4, ['few', 4]],
      [1, ['few', 1]],
      [0, ['none', null]],
    ] as const) {
      await counted(shop.shinjuku, shirt, pieces)
      assert.deepEqual(await shown(here), mark)
    }
    assert.deepEqual(await shown(''), ['many', null])
    await counted(shop.warehouse, shirt, 2)
    assert.deepEqual(await shown(''), ['few', 2])
  })

  test('a new price shows in the next read, in the list and on the product', async () => {
    const variant_id = shop.variant[coat] as string
    await transaction(shop.db, system, (tx) =>
      run(
        tx,
        sql`insert into catalog.price (price_id, variant_id, yen, tax_included, valid_from) values (${id()}, ${variant_id}, 12000, false, '2026-11-19')`,
      ),
    )
    assert.equal((await list(`?q=${coat}`)).items[0]?.price_yen, 13200)
    const { variants } = await detail(coat)
    assert.deepEqual(variants[0] && [variants[0].yen, variants[0].points], [13200, 132])
    await transaction(shop.db, system, (tx) =>
      run(tx, sql`delete from catalog.price where variant_id = ${variant_id} and yen = 12000`),
    )
  })

  test('online shoppers are shown what their channel may promise, and no more', async () => {
    const admin = shop.as(shop.staff.admin.token)
    await counted(shop.warehouse, cookies, 4)
    try {
      assert.equal((await admin.put('/v1/inventory/channel-rules/ec', { share_percent: 50 })).status, 200)
      assert.deepEqual(
        (await list(`?q=${cookies}`)).items.map(({ stock, left }) => [stock, left]),
        [['few', 2]],
      )
      assert.deepEqual((await detail(cookies)).variants[0]?.ec, { stock: 'few', left: 2 })
    } finally {
      await shop.as(shop.api_key).put('/v1/inventory/channel-rules/ec', {})
    }
  })

  test('how many pieces are many is a setting; a shop says how many one person could set aside; a dealer has no stock of ours', async () => {
    const admin = shop.as(shop.staff.admin.token)
    const policy = (await admin.get('/v1/inventory/policy')).body
    const dealer = { ...blankPlace, kind: 'dealer' as const, name: '取扱店', latitude: 35.69, longitude: 139.7 }
    const { place_id } = await transaction(shop.db, system, (tx) => putPlace(tx, system, dealer))
    try {
      assert.equal((await admin.put('/v1/inventory/policy', { ...policy, many_from: 3 })).status, 200)
      await counted(shop.setagaya, cookies, 3)
      const seen = await detail(cookies, '?lat=35.69&lon=139.70')
      const at = (id: string) => seen.places.find((place) => place.place_id === id)
      assert.deepEqual(
        [at(shop.setagaya)?.stock, at(shop.setagaya)?.left, at(shop.setagaya)?.variants[0]?.reservable],
        ['many', null, 3],
      )
      assert.equal(at(shop.shinjuku)?.variants[0]?.reservable, 10, 'no more is said than one person needs')
      assert.equal(at(place_id), undefined)
      assert.ok(
        (await shop.as().get('/v1/stores/places?kind=dealer')).text.includes(place_id),
        'it is in the directory',
      )
      const goods = [{ variant_id: shop.variant[cookies], quantity: 1 }]
      const arrived = await shop.as(shop.api_key).post('/v1/inventory/receipts', { place_id, lines: goods })
      assert.equal(arrived.body.code, 'inventory.no_stock_here')
    } finally {
      await admin.put('/v1/inventory/policy', policy)
    }
  })

  test('a product has the stock near me, my shop first, else the nearest', async () => {
    await counted(shop.setagaya, cookies, 3)
    const seen = await detail(cookies, '?lat=35.69&lon=139.70')
    fits(closed(ProductDetail) as object, seen)
    assert.deepEqual(
      seen.places.map((place) => [place.place_id, place.stock, place.left]),
      [
        [shop.shinjuku, 'many', null],
        [shop.setagaya, 'few', 3],
      ],
    )
    const [near, far] = seen.places.map((place) => place.distance_m ?? 0)
    assert.ok((near ?? 0) < 200 && (far ?? 0) > 5000 && (far ?? 0) < 8000, `${near} m, ${far} m`)
    assert.deepEqual([seen.places[0]?.open_now, seen.places[0]?.closes_at], [true, '2026-11-20T11:00:00.000Z'])
    const mine = await detail(cookies, `?lat=35.69&lon=139.70&place_id=${shop.setagaya}`)
    assert.equal(mine.places[0]?.place_id, shop.setagaya)
    assert.equal(mine.ways.find(({ way }) => way === 'collect')?.place_id, shop.setagaya)
  })

  test('ordered at 16:59 it can be collected today, at 17:01 tomorrow', async () => {
    const day = async () =>
      (await detail(cookies, `?place_id=${shop.shinjuku}`)).ways.find(({ way }) => way === 'collect')
    setClock(at('16:59'))
    assert.deepEqual(await day(), {
      way: 'collect',
      available: true,
      place_id: shop.shinjuku,
      day: '2026-11-20',
      order_before: '17:00',
    })
    setClock(at('17:01'))
    assert.equal((await day())?.day, '2026-11-21')
  })

  test('without a piece anywhere neither way is offered; my empty shop gives way to one that has it', async () => {
    await counted(shop.shinjuku, shirt, 0)
    await counted(shop.setagaya, shirt, 1)
    const offered = async () =>
      (await detail(shirt, `?place_id=${shop.shinjuku}`)).ways.map(({ way, available, place_id }) => [
        way,
        available,
        place_id,
      ])
    assert.deepEqual(await offered(), [
      ['ship', true, null],
      ['collect', true, shop.setagaya],
      ['hold', false, null],
      ['order_ahead', false, null],
    ])
    await counted(shop.setagaya, shirt, 0)
    await counted(shop.warehouse, shirt, 0)
    assert.deepEqual(await offered(), [
      ['ship', false, null],
      ['collect', false, null],
      ['hold', false, null],
      ['order_ahead', false, null],
    ])
  })

  test('where goods are set aside or ordered ahead it says until when and how soon; what is made when ordered is there without a shelf', async () => {
    await changePlace(shop, shop.shinjuku, {
      offers_holds: true,
      hold_days: 1,
      offers_order_ahead: true,
      order_ahead_minutes: 10,
    })
    const seen = await detail(cookies, `?place_id=${shop.shinjuku}`)
    assert.deepEqual(
      seen.ways.slice(2).map(({ way, available, place_id }) => [way, available, place_id]),
      [
        ['hold', true, shop.shinjuku],
        ['order_ahead', true, shop.shinjuku],
      ],
    )
    assert.deepEqual(seen.places[0]?.hold, { until: '2026-11-21T11:00:00.000Z' })
    assert.deepEqual(seen.places[0]?.order_ahead, { ready_at: '2026-11-20T02:10:00.000Z', paused_until: null })

    const [latteRow] = await transaction(shop.db, system, async (tx) => {
      const made = {
        external_id: 'latte',
        name: 'カフェラテ',
        tax_category: 'food',
        attributes: { made_to_order: true },
        variants: [{ gtin: '4599990000405', prices: [{ yen: 540, valid_from: '2026-01-01T00:00:00Z' }] }],
        published_at: '2026-01-01T00:00:00Z',
      }
      return (await putProducts(tx, system, [made])).rows
    })
    const latte = (await shop.as().get(`/v1/desk/products/${latteRow?.product_id}?place_id=${shop.shinjuku}`))
      .body as Detail
    assert.deepEqual(
      latte.ways.map(({ way, available }) => [way, available]),
      [
        ['ship', false],
        ['collect', false],
        ['hold', false],
        ['order_ahead', true],
      ],
    )
    const marks = async (place_id: string) =>
      (await list(`?q=${encodeURIComponent('ラテ')}&place_id=${place_id}`)).items.map(({ stock, left }) => [
        stock,
        left,
      ])
    assert.deepEqual([await marks(shop.shinjuku), await marks(shop.setagaya)], [[['many', null]], [['none', null]]])
    await changePlace(shop, shop.shinjuku, { offers_holds: false, offers_order_ahead: false })
  })

  test('what is not there, or not on show yet, is a 404; a bad question names its field', async () => {
    const nobody = await shop.as().get('/v1/desk/products/00000000-0000-4000-8000-000000000000')
    assert.deepEqual([nobody.status, nobody.body.code], [404, 'catalog.no_product'])
    const far = await shop.as().get(`/v1/desk/products/${product[coat]}?lat=91&lon=0`)
    assert.deepEqual([far.status, far.body.field], [400, 'lat'])
  })
})
