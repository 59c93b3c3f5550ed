import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { company, rice } from '../../src/business/testing.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

let shop: Shop
let api: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  api = shop.as(shop.api_key)
})
after(() => shop.close())

type Listed = { place_id: string; name: string; distance_metres: number | null; product_ids: string[] }
const directory = async (query: string) =>
  (await shop.as().get(`/v1/business/directory?${query}`)).body.items as unknown as Listed[]

test('the list shows where to eat the rice; a listed restaurant orders 30 kg at its wholesale price, on account', async () => {
  const { account_id, buyer, order, state } = await company(shop)
  const found = await api.get(`/v1/catalog/products?q=${rice}`)
  const [product] = found.body.items as { product_id: string }[]
  const open = async (kind: string, name: string, prefecture: string, latitude: number, longitude: number) => {
    const made = await api.post('/v1/stores/places', { kind, name, prefecture, city: '中央', latitude, longitude })
    assert.equal(made.status, 201, made.text)
    return made.body.place_id as string
  }
  const kyoto = await open('restaurant', 'みやこ食堂 四条', '京都府', 35.004, 135.765)
  const tokyo = await open('dealer', '米の店 銀座', '東京都', 35.671, 139.765)
  for (const [place_id, company_id] of [
    [kyoto, account_id],
    [tokyo, null],
  ]) {
    const listed = await api.put(`/v1/business/directory/${place_id}`, {
      product_ids: [product?.product_id],
      account_id: company_id,
    })
    assert.equal(listed.status, 200, listed.text)
  }
  const names = (list: Listed[]) => list.map(({ name }) => name)
  const near = await directory(`product_id=${product?.product_id}&lat=35.0&lon=135.76`)
  assert.deepEqual(names(near), ['みやこ食堂 四条', '米の店 銀座'])
  assert.ok((near[0]?.distance_metres ?? 0) < 1000)
  assert.deepEqual(names(await directory('prefecture=東京都&kind=dealer')), ['米の店 銀座'])
  assert.deepEqual(await directory(`product_id=${account_id}`), [])
  assert.ok(!JSON.stringify(near).includes(account_id), 'whose account it is, is nobody’s business')
  assert.equal((await api.put(`/v1/business/directory/${shop.shinjuku}`, { product_ids: [] })).status, 422)

  const placed = await buyer.post('/v1/orders', order([[rice, 30]]))
  assert.equal(placed.status, 201, placed.text)
  const [line] = placed.body.lines as Record<string, unknown>[]
  // 30 × ¥385 without tax, and 8% upon it once.
  assert.deepEqual([line?.quantity, placed.body.total_yen, placed.body.tax_yen], [30, 12_474, 924])
  const sent = await api.post(`/v1/orders/${placed.body.order_id}/shipment`, {})
  assert.equal(sent.status, 200, sent.text)
  assert.deepEqual(await state(), [12_474, 0, 87_526])
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})
