/**
 * Orders × random partial returns, in any order, in any shop: the end is as if nothing had ever been bought, bonuses, stamps, multiplied
 * points and what counts for a tier included. ENGAWA_RETURNS says how
 * many orders (12 unless told otherwise, 10,000 is the full count) and ENGAWA_SEED which ones.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { system } from '../../src/core/actor.ts'
import { only, rows, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { putSetting } from '../../src/core/settings.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { openBalance, tierRules, watchBonuses } from '../../src/loyalty/loyalty.ts'
import { forgetOffers } from '../../src/promotions/promotions.ts'
import { reactions, watchers } from '../../src/reactions.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { settled } from './settled.ts'

const wanted = Number(process.env.ENGAWA_RETURNS ?? 12)
const orders_each = 4
const opening = 700
let shop: Shop
let worker: Worker
let stopWatching: (() => Promise<void>) | undefined
before(async () => {
  follow(reactions, watchers)
  shop = await openShop()
  await installJobs(shop.db.url)
  worker = await startWorker(shop.db, { tick: async () => 0 })
  await rewards()
  stopWatching = await watchBonuses(shop.db)
  await transaction(shop.db, system, async (tx) => {
    await putSetting(tx, 'orders.till_points_need_scan', false, 'test')
    for (const variant_id of Object.values(shop.variant).sort())
      await receive(tx, system, {
        place_id: shop.shinjuku,
        variant_id,
        quantity: 1_000_000,
        kind: 'receipt',
        source_kind: 'test',
        source_id: variant_id,
      })
  })
})
after(async () => {
  await stopWatching?.()
  await worker.stop()
  follow({})
  await shop.close()
})

/** A bonus, a stamp card, a tier reached on the way that multiplies points, and an offer that multiplies those of some goods. */
async function rewards(): Promise<void> {
  const key = shop.as(shop.api_key)
  const live = async (name: string, rule: Record<string, unknown>) => {
    const made = await key.post('/v1/promotions/offers', { name, rule })
    assert.equal(made.status, 201, made.text)
    for (const state of ['approved', 'live'])
      assert.equal((await key.put(`/v1/promotions/offers/${made.body.offer_id}/state`, { state })).status, 200)
    return String(made.body.offer_id)
  }
  const [one, other] = Object.values(shop.variant).sort()
  await live('5倍', {
    goods: { variant_ids: [one, other] },
    conditions: {},
    effect: { kind: 'points', times_num: 5, times_den: 1 },
  })
  const offer_id = await live('チケット', {
    goods: {},
    conditions: { coupon: true },
    effect: { kind: 'yen', yen: 100 },
  })
  const words = (ja: string) => ({ ja, en: ja })
  const tier = (named: string, at_least: number, times_num: number) => ({
    key: named,
    name: words(named),
    at_least,
    times_num,
    times_den: 2,
  })
  const values = {
    'loyalty.bonuses': [{ kind: 'spend', key: 'big', name: words('ボーナス'), points: 100, at_least_yen: 3_000 }],
    'loyalty.stamp_cards': [{ key: 'card', name: words('カード'), needs: 100, days: 300, offer_id, ticket_days: 30 }],
    'loyalty.tiers': { ...tierRules.usual, by: 'credit', tiers: [tier('first', 0, 2), tier('silver', 50, 3)] },
  }
  await transaction(shop.db, system, async (tx) => {
    for (const [setting, value] of Object.entries(values)) await putSetting(tx, setting, value, 'test')
  })
  forgetOffers()
}

/** mulberry32: small, seeded, good enough to shuffle. */
function dice(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
type Sold = {
  order_id: string
  lines: { line_no: number; quantity: number }[]
  total_yen: number
  tax_yen: number
  points_used: number
  points_earned: number
  payments: { method: string; amount_yen: number }[]
}
type Back = { total_yen: number; tax_yen: number; refund_yen: number; points_back: number; points_taken: number }

/** One member buys several times, paying with what she earned on the way, and brings all of it back, piece by piece. */
async function story(number: number, roll: (below: number) => number): Promise<void> {
  const member = await shop.member(`any-${number}`)
  await transaction(shop.db, system, (tx) =>
    openBalance(tx, system, { profile_id: member.profile_id, amount: opening, source: 'any' }),
  )
  const tills = [shop.as(shop.staff.clerk.token), shop.as(shop.staff.setagaya_clerk.token)]
  const gtins = Object.keys(shop.variant)
  const points = async () => (await shop.as(member.token).get('/v1/loyalty/me')).body as Record<string, number>
  const sold: Sold[] = []
  for (let at = 0; at < orders_each; at++) {
    const lines = Array.from({ length: 1 + roll(4) }, () => ({
      gtin: gtins[roll(gtins.length)],
      quantity: 1 + roll(3),
    }))
    const quote = (await tills[0]?.post('/v1/orders/quotes', { way: 'carry', profile_id: member.profile_id, lines }))
      ?.body as { total_yen: number }
    const points_used = roll(3) === 0 ? 0 : Math.min(roll(((await points()).available as number) + 1), quote.total_yen)
    const to_pay = quote.total_yen - points_used
    const split = to_pay > 2 && roll(3) === 0 ? 1 + roll(to_pay - 1) : 0
    const card = { method: 'card', token: 'tok_visa' }
    const payments =
      to_pay === 0
        ? []
        : split
          ? [{ ...card, amount_yen: split }, { method: 'cash' }]
          : [roll(2) ? card : { method: 'cash' }]
    const answer = await tills[0]?.post('/v1/orders', {
      way: 'carry',
      profile_id: member.profile_id,
      lines,
      points_used,
      payments,
    })
    assert.equal(answer?.status, 201, answer?.text)
    sold.push(answer?.body as Sold)
  }
  const pieces = sold.flatMap(({ order_id, lines }) =>
    lines.flatMap(({ line_no, quantity }) => Array.from({ length: quantity }, () => ({ order_id, line_no }))),
  )
  for (let at = pieces.length - 1; at > 0; at--) {
    const other = roll(at + 1)
    ;[pieces[at], pieces[other]] = [pieces[other] as (typeof pieces)[0], pieces[at] as (typeof pieces)[0]]
  }
  const slips = new Map<string, Back[]>(sold.map(({ order_id }) => [order_id, []]))
  while (pieces.length > 0) {
    const { order_id } = pieces[0] as (typeof pieces)[0]
    const taken = pieces.filter((piece) => piece.order_id === order_id).slice(0, 1 + roll(6))
    for (const piece of taken) pieces.splice(pieces.indexOf(piece), 1)
    const lines = [...new Set(taken.map(({ line_no }) => line_no))].map((line_no) => ({
      line_no,
      quantity: taken.filter((piece) => piece.line_no === line_no).length,
    }))
    const answer = await tills[roll(2)]?.post(`/v1/orders/${order_id}/returns`, {
      lines,
      reason: roll(4) ? 'size' : 'defective',
    })
    assert.equal(answer?.status, 201, answer?.text)
    slips.get(order_id)?.push(answer?.body as Back)
  }
  for (const order of sold) {
    const sum = (field: keyof Back) => (slips.get(order.order_id) as Back[]).reduce((all, slip) => all + slip[field], 0)
    const money = order.payments
      .filter(({ method }) => method !== 'points')
      .reduce((all, { amount_yen }) => all + amount_yen, 0)
    assert.deepEqual(
      ['total_yen', 'tax_yen', 'refund_yen', 'points_back', 'points_taken'].map((field) => sum(field as keyof Back)),
      [order.total_yen, order.tax_yen, money, order.points_used, order.points_earned],
    )
  }
}

const stock = () =>
  transaction(shop.db, system, (tx) =>
    rows<{ variant_id: string; pieces: number }>(
      tx,
      sql`select s.variant_id, (sum(s.on_hand) + coalesce((select -sum(m.quantity) from inventory.movement m where m.variant_id = s.variant_id and m.kind = 'loss'), 0))::bigint as pieces
          from inventory.stock s group by 1 order by 1`,
    ),
  )

test(`${wanted} orders returned piece by piece in any order end as never bought: points, tax, money, stock`, async () => {
  const before = await stock()
  const members = Math.ceil(wanted / orders_each)
  const seed = Number(process.env.ENGAWA_SEED ?? 20261122)
  // Terms change while orders made under the earlier ones are still out: each keeps its own.
  const terms = ['payment', 'discount'].flatMap((points_as) =>
    ['floor', 'half_up', 'ceil'].map((rounding) => ({ points_as, rounding })),
  )
  for (const [round, value] of terms.entries()) {
    await transaction(shop.db, system, (tx) => putSetting(tx, 'orders.terms', value, 'test'))
    const numbers = Array.from({ length: members }, (_, at) => at).filter((at) => at % terms.length === round)
    const lanes = [0, 1, 2].map(async (lane) => {
      for (const number of numbers.filter((_, at) => at % 3 === lane)) await story(number, dice(seed + number))
    })
    await Promise.all(lanes)
  }
  await settled(shop, 60_000 + wanted * 100)
  const units = await transaction(shop.db, system, (tx) =>
    rows<{ unit: string; people: number; available: number; others: number }>(
      tx,
      sql`select unit, count(*) as people, sum(abs(available - case unit when 'points' then ${opening} else 0 end))::bigint as available,
            sum(pending + held + debt)::bigint as others from loyalty.account group by 1 order by 1`,
    ),
  )
  // Stamps and credit follow a sale a moment later: whoever has brought everything back by then never had any.
  const people = units.map(({ people }) => people)
  assert.equal(people[0], members)
  assert.ok(people.every((some) => some > 0))
  assert.deepEqual(
    units.map(({ people: _, ...held }) => held),
    ['points', 'stamps:card', 'tier_credit'].map((unit) => ({ unit, available: 0, others: 0 })),
  )
  assert.deepEqual(await stock(), before)
  const left = await transaction(shop.db, system, (tx) =>
    only<{ kept: number; charged: number }>(
      tx,
      sql`select count(*) filter (where p.state <> 'refunded') as kept,
            (select count(*) from channels.fake_charge c where c.captured_yen <> c.refunded_yen) as charged from orders.payment p`,
    ),
  )
  assert.deepEqual(left, { kept: 0, charged: 0 })
  assert.deepEqual(
    (await verify(shop.db.pool.options.connectionString as string)).filter(({ ok }) => !ok),
    [],
  )
})
