import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSession, putStaff } from '#access/access'
import { bought } from '#channels/marketplace/contract'
import { fakeMarketplace } from '#channels/marketplace/fake'
import { fakeSocial } from '#channels/social/fake'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'
import { available, receive } from '#inventory/inventory'
import { tick } from '#reactions'
import { blankPlace, putPlace } from '#stores/stores'
import { verify } from '#verify'
import { openShop, type Shop } from './app.ts'

type Sold = {
  total_yen: number
  taxes: unknown[]
  placed_at: string
  profile_id: string | null
  place_id: string
  payments: { change_yen: number }[]
}
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
    const who = { code: 'S-020', display_name: '井上', role: 'clerk' as const, place_ids: [place_id], pin: '246810' }
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

test('a POP-UP whose network was lost sells to a guest and tells of it twice: booked once, dated as it happened', async () => {
  const sold_at = new Date(clock.ms() - 40 * 60_000).toISOString()
  const batch = {
    device_id: 'popup-till',
    sales: [
      {
        receipt_number: '0001',
        occurred_at: sold_at,
        lines: [
          { gtin: bag.gtin, quantity: 1, unit_yen: 6600, amount_yen: 6600 },
          { gtin: sweets.gtin, quantity: 1, unit_yen: 1080, amount_yen: 1080 },
        ],
        payments: [{ method: 'cash', amount_yen: 7680, tendered_yen: 10_000 }],
        tax_yen: 680,
      },
    ],
  }
  const [first, second] = [
    await till.post('/v1/orders/offline-sales', batch),
    await till.post('/v1/orders/offline-sales', batch),
  ]
  const [told] = first.body.items as { outcome: string; order: Record<string, never> }[]
  const [again] = second.body.items as { outcome: string; order: Record<string, never> }[]
  assert.deepEqual([told?.outcome, again?.outcome], ['booked', 'repeated'])
  assert.equal(told?.order.order_id, again?.order.order_id)
  const { total_yen, taxes, placed_at, profile_id, place_id, payments } = (told as unknown as { order: Sold }).order
  assert.deepEqual([total_yen, placed_at, profile_id, place_id], [7680, sold_at, null, popup])
  assert.deepEqual(taxes, [
    { rate_num: 10, rate_den: 100, taxable_yen: 6600, tax_yen: 600 },
    { rate_num: 8, rate_den: 100, taxable_yen: 1080, tax_yen: 80 },
  ])
  assert.equal(payments[0]?.change_yen, 2320)
  assert.deepEqual(await Promise.all([onHand(popup, bag), onHand(popup, sweets)]), [4, 4])
  assert.deepEqual(await Promise.all([onHand(shop.warehouse, bag), onHand(shop.warehouse, sweets)]), [5, 5])
})

test('social and marketplace orders draw on the same stock as EC: what is left after one is all the others see', async () => {
  const fakes = { mall: fakeMarketplace(shop.db, 'mall'), photo: fakeSocial(shop.db, 'photo') }
  for (const [code, kind] of [
    ['mall', 'marketplace'],
    ['photo', 'social'],
  ]) {
    const made = await api.post('/v1/integrations/outlets', {
      code,
      kind,
      provider: 'fake',
      name: code,
      place_id: shop.warehouse,
    })
    const listings = [{ variant_id: bag.variant, sku: 'bag' }]
    assert.equal((await api.put(`/v1/integrations/outlets/${made.body.outlet_id}/listings`, { listings })).status, 200)
  }
  await fakes.mall.sell(bought({ lines: [{ sku: 'bag', quantity: 2, unit_yen: 6600 }] }))
  await fakes.photo.sell(bought({ lines: [{ sku: 'bag', quantity: 1, unit_yen: 6600 }] }))
  const sweep = (seconds: number) => tick(shop.db, new Date(clock.ms() + seconds * 1000).toISOString())
  await sweep(1)
  await sweep(5)
  const [row] = await available(shop.db, [bag.variant], [shop.warehouse])
  assert.deepEqual([row?.on_hand, row?.reserved, row?.available], [5, 3, 2])
  assert.deepEqual([await fakes.mall.stockOf('bag'), await fakes.photo.stockOf('bag')], [2, 2])
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})
