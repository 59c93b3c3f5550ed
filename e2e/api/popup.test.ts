/** Goal: a POP-UP sells on its days only, and nothing of what it had left is lost or sold there afterwards. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSession, putStaff } from '#access/access'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { clock, setClock } from '#core/time'
import { closeOver, receive } from '#inventory/inventory'
import { blankPlace, putPlace } from '#stores/stores'
import { verify } from '#verify'
import { openShop, type Shop } from './app.ts'

let shop: Shop
let popup: string
let till: ReturnType<Shop['as']>
let api: ReturnType<Shop['as']>
const bag = { gtin: '4599990000191', yen: 6600, variant: '' }
const sweets = { gtin: '4599990000207', yen: 1080, variant: '' }

before(async () => {
  shop = await openShop()
  api = shop.as(shop.api_key)
  popup = await transaction(shop.db, system, async (tx) => {
    const { place_id } = await putPlace(tx, system, { ...blankPlace, kind: 'popup', name: 'POP-UP 京都駅' })
    const who = { code: 'S-030', display_name: '井上', role: 'clerk' as const, place_ids: [place_id], pin: '246810' }
    const { staff_id } = await putStaff(tx, system, who)
    till = shop.as((await openSession(tx, { kind: 'staff', staff_id, place_id })).token)
    return place_id
  })
  for (const [item, name, tax_category] of [
    [bag, '帆布バッグ', 'standard'],
    [sweets, '柚子の焼菓子', 'food'],
  ] as const) {
    const made = await api.post('/v1/catalog/products', {
      name,
      tax_category,
      published_at: '2026-01-01T00:00:00Z',
      variants: [{ gtin: item.gtin, prices: [{ yen: item.yen, valid_from: '2026-01-01T00:00:00Z' }] }],
    })
    assert.equal(made.status, 201, made.text)
    item.variant = (made.body.variants as { variant_id: string }[])[0]?.variant_id as string
    for (const place_id of [popup, shop.warehouse]) {
      const opening = { place_id, variant_id: item.variant, quantity: 5, kind: 'opening' as const }
      await transaction(shop.db, system, (tx) =>
        receive(tx, system, { ...opening, source_kind: 'test', source_id: id() }),
      )
    }
  }
})
after(() => shop.close())

const onHand = async (place_id: string, item: { variant: string }) => {
  const { rows } = await shop.db.pool.query(
    `select on_hand from inventory.stock where place_id = '${place_id}' and variant_id = '${item.variant}'`,
  )
  return rows[0].on_hand
}

test('at closing what is left goes to EC at once, a waiting order keeps its piece, and nothing is sold there any more', async () => {
  const admin = shop.as(shop.staff.admin.token)
  const sell = () =>
    till.post('/v1/orders', { way: 'carry', lines: [{ gtin: bag.gtin, quantity: 1 }], payments: [{ method: 'cash' }] })
  const market = await api.post('/v1/orders', {
    way: 'ship',
    channel: 'marketplace',
    place_id: popup,
    ship: {
      family_name: '木村',
      phone: '09012345678',
      postal_code: '100-0001',
      prefecture: '東京都',
      city: '千代田区',
      address: '1-1',
    },
    profile_id: (await shop.member('marketplace')).profile_id,
    lines: [{ gtin: bag.gtin, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
  })
  assert.equal(market.status, 201, market.text)
  assert.equal((await sell()).status, 201)
  const passer = await till.post('/v1/inventory/holds', {
    place_id: popup,
    lines: [{ variant_id: sweets.variant, quantity: 1 }],
  })
  assert.equal(passer.status, 201, passer.text)
  const close = (body = {}) => admin.post('/v1/inventory/popup-closings', { place_id: popup, at_once: true, ...body })
  assert.equal(
    (await till.post('/v1/inventory/popup-closings', { place_id: popup })).status,
    403,
    'a clerk closes nothing',
  )
  assert.equal((await close({ place_id: shop.shinjuku })).body.code, 'inventory.not_popup')
  const closed = await close()
  assert.equal(closed.status, 201, closed.text)
  const { transfer, remaining, to_place_id } = closed.body as {
    transfer: { state: string; purpose: string }
    remaining: { source_kind: string; source_id: string; quantity: number }[]
    to_place_id: string
  }
  assert.deepEqual([transfer.state, transfer.purpose, to_place_id], ['closed', 'popup_return', shop.warehouse])
  assert.deepEqual(
    remaining.map(({ source_kind, source_id, quantity }) => [source_kind, source_id, quantity]),
    [['order', market.body.order_id, 1]],
  )
  assert.deepEqual(await Promise.all([onHand(popup, bag), onHand(popup, sweets)]), [1, 0])
  assert.deepEqual(await Promise.all([onHand(shop.warehouse, bag), onHand(shop.warehouse, sweets)]), [8, 10])
  assert.equal((await sell()).body.code, 'orders.place_closed')

  const called_off = await admin.post(`/v1/orders/${market.body.order_id}/cancellation`, {})
  assert.equal(called_off.status, 200, called_off.text)
  assert.equal((await close()).status, 201)
  assert.deepEqual(
    await Promise.all([onHand(popup, bag), onHand(shop.warehouse, bag)]),
    [0, 9],
    'what came free followed',
  )
  assert.equal(((await close()).body as { transfer: unknown }).transfer, null, 'closed again, nothing is left to send')
})

test('a POP-UP of three days sells from its first day to its last, then sends its leftovers home by itself', async () => {
  const day = (at: string) => setClock(() => Date.parse(`${at}T03:00:00Z`))
  day('2027-02-01')
  try {
    const place_id = await transaction(shop.db, system, async (tx) => {
      const dates = { opens_on: '2027-02-02', closes_on: '2027-02-04', returns_to_place_id: shop.setagaya }
      return (await putPlace(tx, system, { ...blankPlace, kind: 'popup', name: '催事', ...dates })).place_id
    })
    const sent = await api.post('/v1/inventory/transfers', {
      from_place_id: shop.warehouse,
      to_place_id: place_id,
      lines: [{ variant_id: bag.variant, quantity: 3 }],
    })
    for (const step of ['approval', 'shipments', 'receipts'])
      assert.ok((await api.post(`/v1/inventory/transfers/${sent.body.transfer_id}/${step}`, {})).status < 300, step)
    const sell = async () =>
      (
        await api.post('/v1/orders', {
          way: 'carry',
          channel: 'till',
          place_id,
          lines: [{ gtin: bag.gtin, quantity: 1 }],
          payments: [{ method: 'cash' }],
        })
      ).status
    assert.equal(await sell(), 422, 'not before its first day')
    day('2027-02-04')
    await closeOver(shop.db, clock.iso())
    assert.equal(await sell(), 201)
    day('2027-02-05')
    assert.equal(await sell(), 422, 'not after its last, swept or not')
    await closeOver(shop.db, clock.iso())
    await closeOver(shop.db, clock.iso())
    assert.equal(await onHand(place_id, bag), 0)
    const { items } = (await api.get(`/v1/inventory/transfers?place_id=${place_id}&state=shipped`)).body as {
      items: { to_place_id: string; lines: { in_transit: number }[] }[]
    }
    assert.deepEqual(
      items.map(({ to_place_id, lines }) => [to_place_id, lines[0]?.in_transit]),
      [[shop.setagaya, 2]],
    )
  } finally {
    setClock()
  }
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})
