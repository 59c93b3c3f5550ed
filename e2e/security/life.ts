/** A little life in the house, so that every kind of object exists: once for member A, once for member B, in both shops. */
import { randomBytes, randomUUID } from 'node:crypto'
import { tick } from '../../src/business/business.ts'
import { seedPurposes } from '../../src/consent/consent.ts'
import { system } from '../../src/core/actor.ts'
import { raw, run, sql, transaction } from '../../src/core/database.ts'
import { sealAnswer } from '../../src/core/secret.ts'
import { clock } from '../../src/core/time.ts'
import { propose, seal } from '../../src/customers/customers.ts'
import { begin } from '../../src/integrations/record.ts'
import { putTowns } from '../../src/stores/postal.ts'
import { openTask } from '../../src/stores/tasks.ts'
import type { House } from './people.ts'

/** Let both members buy, keep, hold, decide, merge; let staff keep a brand, a picture, an import. Fails when the API refuses. */
export async function live(house: House): Promise<void> {
  const say = async (
    who: string,
    method: 'post' | 'put',
    path: string,
    body: unknown,
  ): Promise<Record<string, unknown>> => {
    const answer = await house.as(house.caller(who).token)[method](path, body)
    if (answer.status >= 300) throw new Error(`${who} ${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  await transaction(house.db, system, (tx) => seedPurposes(tx))
  const variant_id = house.variant['4599990000030'] as string
  const lines = [{ variant_id, quantity: 1 }]
  const card = [{ method: 'card', token: 'tok_visa' }]
  for (const [who, place_id] of [
    ['member a', house.shinjuku],
    ['member b', house.setagaya],
  ] as const) {
    const member = house.caller(who)
    await say(who, 'post', '/v1/orders', { way: 'collect', place_id, lines, payments: card })
    await say(who, 'post', '/v1/orders', { way: 'gift', lines, gifts: [{ message: '贈り物' }], payments: card })
    await say(who, 'post', '/v1/inventory/holds', { place_id, lines })
    await say(who, 'post', '/v1/carts/current/items', { variant_id, quantity: 2 })
    await say(who, 'post', '/v1/carts/current/hand-over-codes', {})
    await say(who, 'post', '/v1/consent/decisions', {
      decisions: [{ purpose: 'news', channel: 'email', granted: true }],
    })
    await transaction(house.db, system, (tx) =>
      openTask(tx, system, { kind: 'life', role: 'clerk', place_id, subject_kind: 'place', subject_id: place_id }),
    )
    const clerk = place_id === house.shinjuku ? 'clerk of shop 1' : 'clerk of shop 2'
    const manager = clerk.replace('clerk', 'manager')
    const { profile_id } = member
    const payments = [{ method: 'cash' }]
    await say(clerk, 'post', '/v1/orders/till-sessions', { place_id, device_id: 'life', float_yen: 30_000 })
    const sale = await say(clerk, 'post', '/v1/orders', { way: 'carry', profile_id, lines, payments })
    const gift_cards = [{ value_yen: 1000 }]
    await say(clerk, 'post', '/v1/orders', { way: 'gift_card', profile_id, gift_cards, payments })
    const back = { lines: [{ line_no: 1, quantity: 1 }], reason: 'size', place_id }
    await say(clerk, 'post', `/v1/orders/${sale.order_id}/returns`, back)
    const to_place_id = place_id === house.shinjuku ? house.setagaya : house.shinjuku
    await say(clerk, 'post', '/v1/inventory/transfers', { from_place_id: place_id, to_place_id, lines })
    await say(manager, 'post', '/v1/inventory/stocktakes', { place_id })
    await say(clerk, 'post', '/v1/inventory/deliveries', {
      place_id,
      supplier: '仕入先',
      expected_on: '2026-12-24',
      lines,
    })
    await say(who, 'post', '/v1/customers/me/addresses', {
      family_name: '受取',
      phone: '0612345678',
      postal_code: '530-0001',
      prefecture: '大阪府',
      city: '大阪市北区',
      address: '梅田三丁目',
    })
    await say(who, 'put', '/v1/customers/me/pin', { pin: '4073' })
    for (const [owner, id] of [
      ['profile_id', profile_id],
      ['staff_id', house.staffOf(clerk)],
    ] as const)
      await transaction(house.db, system, async (tx) =>
        run(
          tx,
          sql`insert into access.passkey (credential_hash, passkey_id, ${raw(owner)}, credential_id, public_key, counter, rp_id, device_type, backed_up, sealed_name, created_at)
              values (${randomBytes(32)}, ${randomUUID()}, ${id}, ${randomBytes(16)}, ${randomBytes(16)}, 0, 'localhost', 'singleDevice', false, ${owner === 'profile_id' ? await seal(tx, profile_id as string, '鍵') : sealAnswer('鍵')}, '2026-11-22T00:00:00Z')`,
        ),
      )
    await say('agent', 'post', '/v1/privacy/requests', { profile_id, kind: 'see', via: 'letter' })
    const stranger = await house.visitor()
    await say('agent', 'post', '/v1/customers/merges', {
      keep_id: member.profile_id,
      join_id: stranger.profile_id,
      reason: '同じ方',
    })
    const { profile_id: other } = await house.visitor()
    const pair = { a: member.profile_id as string, b: other, found_by: 'alike', probability: 0.5, reasons: [] } as const
    await transaction(house.db, system, (tx) => propose(tx, [pair]))
  }
  await say('admin', 'post', '/v1/catalog/brands', { name: '縁', external_id: 'brand-1' })
  await say('admin', 'post', '/v1/catalog/categories', { name: '衣料', external_id: 'category-1' })
  await say('admin', 'post', '/v1/catalog/pictures', {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
  })
  await say('admin', 'put', '/v1/settings/loyalty.programme', {
    value: { rate_num: 2, rate_den: 100, expiry_days: 365 },
    effective_at: '2030-01-01T00:00:00Z',
  })
  await say('admin', 'post', '/v1/integrations/webhooks', { url: 'https://hooks.example/engawa', types: ['*'] })
  const { write_key } = await say('admin', 'post', '/v1/collection/sources', { name: 'サイト', kind: 'web' })
  // One event that can be read, and one that cannot.
  for (const event of [{ event: 'Cart Viewed', anonymousId: 'life' }, {}])
    await house.as(undefined).post('/v1/track', { ...event, writeKey: write_key })
  await say('admin', 'post', '/v1/integrations/uploads', { file_name: 'goods.csv' })
  await transaction(house.db, system, (tx) =>
    begin(tx, { resource: 'products', source: 'life', sha256: randomBytes(32) } as Parameters<typeof begin>[1], {
      name: 'goods.csv',
      sha256: randomBytes(32),
    }),
  )
  await transaction(house.db, system, (tx) =>
    putTowns(tx, [{ postal_code: '1600022', prefecture: '東京都', city: '新宿区', town: '新宿', town_kana: null }]),
  )
  await trade(house, say)
}

type Say = (who: string, method: 'post' | 'put', path: string, body: unknown) => Promise<Record<string, unknown>>

/** A company that is billed for each member who orders for it, and a marketplace whose order came. */
async function trade(house: House, say: Say): Promise<void> {
  const variant_id = house.variant['4599990000030']
  const offer = await say('admin', 'post', '/v1/promotions/offers', {
    name: 'くらしの特典',
    rule: {
      priority: 0,
      group: null,
      exclusive: false,
      goods: {},
      conditions: { coupon: true },
      effect: { kind: 'yen', yen: 100 },
    },
  })
  const coupons = `/v1/promotions/offers/${offer.offer_id}/coupons`
  for (const who of ['member a', 'member b'])
    await say('admin', 'post', coupons, { profile_ids: [house.caller(who).profile_id] })
  await say('admin', 'post', coupons, { count: 1 })
  const campaign = await say('admin', 'post', '/v1/proofs/campaigns', {
    name: '棚の応募',
    maker: '縫製所',
    goods: { variant_ids: [variant_id] },
    starts_on: '2020-01-01',
    ends_on: '2099-12-31',
    rate_num: 1,
    rate_den: 100,
    serial_points: 0,
    basis_yen: 2990,
    planned_sales_yen: 1_000_000,
    prizes: [{ name: 'ハンカチ', value_yen: 500, quantity: 9, odds_num: 1 }],
  })
  await say('admin', 'post', `/v1/proofs/campaigns/${campaign.campaign_id}/opening`, {})
  const bought_on = new Date(clock.ms() - 86_400_000).toISOString().slice(0, 10)
  const photo = { base64: 'iVBORw0KGgo=' }
  for (const who of ['member a', 'member b'])
    await say(who, 'post', '/v1/proofs/entries', {
      code: campaign.code,
      variant_id,
      receipt: { shop: 'よその店', bought_on, number: who, price_yen: 2990, photo },
    })
  await say('admin', 'post', '/v1/segments', {
    name: 'ポイントのある方',
    rule: { all: [{ any: [{ is: 'points', at_least: 1 }] }] },
  })
  const { price_list_id } = await say('admin', 'post', '/v1/business/price-lists', {
    name: '卸A',
    prices: [{ variant_id, yen: 2000, valid_from: '2026-01-01T00:00:00Z' }],
  })
  const ship = {
    family_name: '取引先',
    phone: '0312345678',
    postal_code: '160-0022',
    prefecture: '東京都',
    city: '新宿区',
    address: '1-2-3',
  }
  const { family_name: _, ...where } = ship
  for (const who of ['member a', 'member b']) {
    const { account_id } = await say('admin', 'post', '/v1/business/accounts', {
      company_name: '株式会社取引先',
      closing_day: 31,
      credit_limit_yen: 100_000,
      price_list_id,
      billing: { ...where, attention: null, building: null, email: null },
    })
    const profile_ids = [house.caller(who).profile_id]
    await say('admin', 'put', `/v1/business/accounts/${account_id}/contacts`, { profile_ids })
    const { order_id } = await say('admin', 'post', '/v1/orders', {
      way: 'ship',
      account_id,
      ship,
      lines: [{ variant_id, quantity: 1 }],
      payments: [{ method: 'account' }],
    })
    await say('admin', 'post', `/v1/orders/${order_id}/shipment`, {})
  }
  await tick(house.db, new Date(clock.ms() + 40 * 86_400_000).toISOString())
  // A message an event has left for the webhook, as the sender would plan it.
  await transaction(house.db, system, (tx) =>
    run(
      tx,
      sql`insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, event_at, due_at, created_at)
          select webhook_id, ${randomUUID()}, ${randomUUID()}, ${house.caller('member a').profile_id}, 'order.placed', ${clock.iso()}, ${clock.iso()}, ${clock.iso()}
          from integrations.webhook`,
    ),
  )
  const { outlet_id } = await say('admin', 'post', '/v1/integrations/outlets', {
    code: 'life',
    kind: 'marketplace',
    provider: 'fake',
    name: '商店街',
    place_id: house.warehouse,
  })
  await transaction(house.db, system, (tx) =>
    run(
      tx,
      sql`insert into integrations.outlet_order (outlet_id, external_id, outlet_order_id, version, state, place_id, total_yen, placed_at, received_at)
          values (${outlet_id}, 'life', ${randomUUID()}, 1, 'cancelled', ${house.warehouse}, 1, ${clock.iso()}, ${clock.iso()})`,
    ),
  )
}
