/** J6 by API: three gifts in one order, links that open once, a giver who never learns where they went. ENGAWA_GIFT_CLAIMS says how many want one. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { raw, rows, transaction } from '../../src/core/database.ts'
import { setClock } from '../../src/core/time.ts'
import { checks as giftChecks } from '../../src/gifts/checks.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { tick } from '../../src/reactions.ts'
import { selfTest, verify } from '../../src/verify.ts'
import type { Shop } from './app.ts'
import { openOffering, rice } from './offering.ts'

const claims = Number(process.env.ENGAWA_GIFT_CLAIMS ?? 50)
const tea = '4599990000801'
const ship = {
  family_name: '受取',
  given_name: '花子',
  phone: '090-8765-4321',
  postal_code: '060-0001',
  prefecture: '北海道',
  city: '札幌市中央区',
  address: '北一条西9-9-9',
}
const card = [{ method: 'card', token: 'tok_visa' }]
type Gift = { gift_id: string; state: string; token: string | null; from: string | null; message: string | null }
type Who = ReturnType<Shop['as']>

describe('J6: gifts without an address', () => {
  let shop: Shop
  let giver: Who & { profile_id: string }
  let now = Date.parse('2026-11-20T02:00:00Z')
  before(async () => {
    setClock(() => now)
    shop = await openOffering()
    await transaction(shop.db, system, async (tx) => {
      const { rows: made } = await putProducts(tx, system, [
        {
          external_id: tea,
          name: '新茶セット',
          tax_category: 'food',
          variants: [{ gtin: tea, prices: [{ yen: 5400, valid_from: '2026-01-01T00:00:00Z' }] }],
          published_at: '2026-01-01T00:00:00Z',
        },
      ])
      const variant_id = made[0]?.variant_ids[0] as string
      shop.variant[tea] = variant_id
      for (const place_id of [shop.warehouse, shop.shinjuku])
        await receive(tx, system, {
          place_id,
          variant_id,
          quantity: 5,
          kind: 'opening',
          source_kind: 'test',
          source_id: place_id,
        })
    })
    const member = await shop.member('giver')
    giver = { ...shop.as(member.token), profile_id: member.profile_id }
  })
  after(async () => {
    setClock()
    await shop.close()
  })

  const give = async (who: Who, gifts: unknown[], more: Record<string, unknown> = {}) => {
    const lines = [{ variant_id: shop.variant[rice], quantity: gifts.length }]
    const order = await who.post('/v1/orders', { way: 'gift', lines, gifts, payments: card, ...more })
    assert.equal(order.status, 201, order.text)
    const sent = (await who.get(`/v1/orders/${order.body.order_id}/gifts`)).body.items as Gift[]
    return { order, gifts: sent }
  }
  const link = (gift: Gift | undefined) => gift?.token as string
  const recipient = async () => shop.as((await shop.visitor()).token)
  const open = (who: Who, token: string) => who.post('/v1/gifts/openings', { token })
  const claim = (who: Who, token: string, more: object = { way: 'ship', ship }) =>
    who.post('/v1/orders/gift-claims', { token, ...more })
  const reserved = async () => {
    const found = await transaction(shop.db, system, (tx) =>
      rows<{ reserved: number }>(
        tx,
        raw(
          `select reserved from inventory.stock where place_id = '${shop.warehouse}' and variant_id = '${shop.variant[rice]}'`,
        ),
      ),
    )
    return found[0]?.reserved
  }

  it('three gifts are one order of ¥16,200, and each is opened, chosen and received by its own link', async () => {
    const words = { from: 'みどり', message: 'いつもありがとう' }
    const before = await reserved()
    const { order, gifts } = await give(giver, [words, { ...words, choices: [shop.variant[tea]] }, {}], {
      expected_total_yen: 16_200,
    })
    const { total_yen, tax_yen, points_earned, state, promise, way } = order.body
    assert.deepEqual(
      [total_yen, tax_yen, points_earned, state, promise, way],
      [16_200, 1_200, 162, 'done', null, 'gift'],
    )
    assert.deepEqual(
      gifts.map((gift) => [gift.state, gift.from]),
      [
        ['open', 'みどり'],
        ['open', 'みどり'],
        ['open', null],
      ],
    )
    assert.equal(await reserved(), (before ?? 0) + 3)
    assert.equal(new Set(gifts.map(link)).size, 3)

    const first = await recipient()
    const seen = await open(first, link(gifts[0]))
    assert.equal(seen.status, 200, seen.text)
    assert.deepEqual([seen.body.from, seen.body.message, seen.body.may_receive], ['みどり', 'いつもありがとう', true])
    assert.ok(!/\b5400\b/.test(seen.text) && !seen.text.includes(giver.profile_id), 'no price, no giver')
    const mine = await claim(first, link(gifts[0]))
    assert.equal(mine.status, 201, mine.text)
    assert.deepEqual(
      [mine.body.total_yen, mine.body.way, mine.body.state, mine.body.points_earned],
      [0, 'ship', 'placed', 0],
    )
    assert.doesNotMatch(mine.text, /\b5400\b/)

    const second = await recipient()
    assert.equal(((await open(second, link(gifts[1]))).body.goods as unknown[]).length, 2)
    const not_offered = await claim(second, link(gifts[0]), { way: 'ship', ship, variant_id: shop.variant[tea] })
    assert.equal(not_offered.body.code, 'orders.gift_not_offered')
    const chosen = await claim(second, link(gifts[1]), {
      way: 'collect',
      place_id: shop.shinjuku,
      variant_id: shop.variant[tea],
    })
    assert.equal(chosen.status, 201, chosen.text)
    assert.equal((chosen.body.lines as { name: string }[])[0]?.name, '新茶セット')
    assert.equal(await reserved(), (before ?? 0) + 2, 'what was not chosen is free again')

    // The warehouse sends it like any other order.
    const sent = await shop.as(shop.api_key).post(`/v1/orders/${mine.body.order_id}/shipment`, {})
    assert.equal(sent.body.state, 'done', sent.text)
  })

  it('whoever looks at the giver’s order sees 受取済 and nothing of who received it', async () => {
    const { order, gifts } = await give(giver, [{ from: 'みどり' }])
    const who = await recipient()
    const claimed = await claim(who, link(gifts[0]), { way: 'ship', ship, contact: { email: 'hanako@example.jp' } })
    assert.equal(claimed.status, 201, claimed.text)
    const looks = await Promise.all([
      giver.get('/v1/gifts'),
      giver.get('/v1/orders'),
      giver.get(`/v1/orders/${order.body.order_id}`),
      ...[giver, shop.as(shop.staff.clerk.token), shop.as(shop.api_key)].map((one) =>
        one.get(`/v1/orders/${order.body.order_id}/gifts`),
      ),
      open(giver, link(gifts[0])),
    ])
    for (const look of looks) {
      for (const secret of ['受取', '花子', '北一条', 'hanako', claimed.body.order_id, claimed.body.profile_id])
        assert.ok(!look.text.includes(String(secret)), `${secret} in ${look.text}`)
    }
    for (const { body } of looks.slice(3, 6)) assert.equal((body.items as Gift[])[0]?.state, 'claimed')
    const of_staff = (looks[4]?.body.items as Gift[] | undefined)?.[0]
    assert.deepEqual([of_staff?.token, of_staff?.message, of_staff?.from], [null, null, null])
    const other = await shop.member('stranger')
    assert.equal((await shop.as(other.token).get(`/v1/orders/${order.body.order_id}/gifts`)).status, 404)
    assert.equal((await giver.get(`/v1/orders/${claimed.body.order_id}`)).status, 404)
    const kept = await transaction(shop.db, system, (tx) =>
      rows<{ n: number }>(
        tx,
        raw(
          `select count(*)::integer as n from activity.event where profile_id = '${giver.profile_id}' and actor_id = '${claimed.body.profile_id}'`,
        ),
      ),
    )
    assert.equal(kept[0]?.n, 0)
  })

  it(`one link, ${claims} who want it at once: one receives it`, async () => {
    const { gifts } = await give(giver, [{}])
    const crowd = await Promise.all(Array.from({ length: claims }, recipient))
    const answers = await Promise.all(crowd.map((who) => claim(who, link(gifts[0]))))
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    for (const { status, body } of answers)
      if (status !== 201) assert.equal(body.code, 'gifts.claimed', JSON.stringify(body))
  })

  it('a gift is cancelled until it is received; its money, tax and points go back as if it had never been bought', async () => {
    const { order, gifts } = await give(giver, [{}, {}, {}])
    await claim(await recipient(), link(gifts[0]))
    const at = (gift: Gift | undefined) => `/v1/orders/${order.body.order_id}/gifts/${gift?.gift_id}/cancellation`
    for (const _ of [1, 2]) assert.equal((await giver.post(at(gifts[1]), {})).body.state, 'cancelled')
    assert.equal((await giver.post(at(gifts[0]), {})).body.code, 'gifts.received')
    const { body } = await giver.get(`/v1/orders/${order.body.order_id}/returns`)
    const [back] = body.items as { refund_yen: number; tax_yen: number; points_taken: number }[]
    assert.deepEqual([back?.refund_yen, back?.tax_yen, back?.points_taken], [5_400, 400, 54])
    const after_all = await giver.get(`/v1/orders/${order.body.order_id}`)
    assert.equal((after_all.body.payments as { refunded_yen: number }[])[0]?.refunded_yen, 5_400)
    assert.equal((await open(await recipient(), link(gifts[1]))).body.code, 'gifts.unknown')
    const returned = await shop.as(shop.staff.clerk.token).post(`/v1/orders/${order.body.order_id}/returns`, {
      lines: [{ line_no: 1, quantity: 1 }],
      reason: 'size',
    })
    assert.equal(returned.body.code, 'orders.gift_given')
  })

  it('a guest gives too, and what her card does not pay for is given to nobody', async () => {
    const guest = await recipient()
    const before = await reserved()
    const lines = [{ variant_id: shop.variant[rice], quantity: 1 }]
    const contact = { email: 'giver@example.jp' }
    const declined = await guest.post('/v1/orders', {
      way: 'gift',
      lines,
      contact,
      payments: [{ method: 'card', token: 'tok_declined' }],
    })
    assert.equal(declined.status, 402, declined.text)
    assert.equal(await reserved(), before)
    const { gifts } = await give(guest, [{}], { contact })
    assert.equal((await claim(guest, link(gifts[0]))).status, 201, 'she may use it herself')
    const cash = await guest.post('/v1/orders', { way: 'gift', lines, contact, payments: [{ method: 'pay_in_shop' }] })
    assert.equal(cash.body.code, 'orders.method_not_here')
  })

  it('what its recipient does not collect goes back to whoever paid, and she cannot cancel it herself', async () => {
    const { order, gifts } = await give(giver, [{}])
    const who = await recipient()
    const { body } = await claim(who, link(gifts[0]), { way: 'collect', place_id: shop.shinjuku })
    assert.equal((await who.post(`/v1/orders/${body.order_id}/cancellation`, {})).body.code, 'orders.gift_received')
    const cancelled = await shop.as(shop.staff.clerk.token).post(`/v1/orders/${body.order_id}/cancellation`, {})
    assert.equal(cancelled.body.state, 'cancelled', cancelled.text)
    const left = (await giver.get(`/v1/orders/${order.body.order_id}/gifts`)).body.items as Gift[]
    assert.equal(left[0]?.state, 'cancelled')
    const { body: returns } = await giver.get(`/v1/orders/${order.body.order_id}/returns`)
    assert.equal((returns.items as { refund_yen: number }[])[0]?.refund_yen, 5_400)
  })

  it('the desk sells to somebody nobody knows, for cash, and hands out cards whose lost link can be made anew', async () => {
    const clerk = shop.as(shop.staff.clerk.token)
    const { profile_id } = (await clerk.post('/v1/gifts/givers', {})).body
    const lines = [{ variant_id: shop.variant[rice], quantity: 3 }]
    const said = { from: 'みどり', message: '内祝い' }
    const sold = await clerk.post('/v1/orders', {
      way: 'gift',
      profile_id,
      lines,
      gifts: [said, said, {}],
      payments: [{ method: 'cash', tendered_yen: 20_000 }],
      expected_total_yen: 16_200,
    })
    assert.equal(sold.status, 201, sold.text)
    const { total_yen, tax_yen, channel, points_earned, promise } = sold.body
    const { sold_place_id, route } = promise as Record<string, unknown>
    assert.deepEqual(
      [total_yen, tax_yen, points_earned, channel, sold_place_id, route],
      [16_200, 1_200, 0, 'till', shop.shinjuku, null],
    )
    const path = `/v1/orders/${sold.body.order_id}/gift-hand-overs`
    type Card = { token: string; printed: number; message: string | null; gift_id: string }
    const give_cards = async (body: object) => {
      const given = await clerk.post(path, body)
      assert.equal(given.status, 201, given.text)
      return given.body.items as Card[]
    }
    const cards = await give_cards({ as: 'paper' })
    assert.deepEqual(
      cards.map(({ printed, message }) => [printed, message]),
      [
        [1, '内祝い'],
        [1, '内祝い'],
        [1, null],
      ],
    )
    assert.equal((await open(await recipient(), cards[0]?.token as string)).body.from, 'みどり')
    const gift_ids = [cards[0]?.gift_id]
    const [anew] = await give_cards({ as: 'paper', gift_ids, reissue: true })
    assert.equal(anew?.printed, 2)
    assert.equal((await open(await recipient(), cards[0]?.token as string)).body.code, 'gifts.unknown')
    assert.equal((await claim(await recipient(), anew?.token as string)).status, 201)
    assert.equal((await clerk.post(path, { as: 'paper', gift_ids })).body.code, 'gifts.none_to_hand')
    const second = `/v1/orders/${sold.body.order_id}/gifts/${cards[1]?.gift_id}/cancellation`
    assert.equal((await clerk.post(second, {})).body.state, 'cancelled')
    const paid = await clerk.get(`/v1/orders/${sold.body.order_id}`)
    const [cash] = paid.body.payments as { method: string; refunded_yen: number }[]
    assert.deepEqual([cash?.method, cash?.refunded_yen], ['cash', 5_400], 'out of the drawer, at once')
    const other = shop.as(shop.staff.setagaya_clerk.token)
    assert.ok([403, 404].includes((await other.post(path, { as: 'link' })).status), 'another shop has no cards of it')
  })

  it('a code on the counter: bought on her own phone, in the name of that shop, and staff see no recipient', async () => {
    const clerk = shop.as(shop.staff.clerk.token)
    const printed = await clerk.get(`/v1/stores/places/${shop.shinjuku}/gift-counter`)
    assert.equal(printed.status, 200, printed.text)
    const { code, url } = printed.body as { code: string; url: string }
    assert.ok(url.endsWith(`/gift-counter/${code}`))
    const where = await shop.as().get(`/v1/stores/gift-counters/${code}`)
    assert.equal(where.body.place_id, shop.shinjuku)
    const { order, gifts } = await give(giver, [{}, {}, {}], { counter_code: code, expected_total_yen: 16_200 })
    const { sold_place_id, route } = order.body.promise as Record<string, unknown>
    assert.deepEqual(
      [order.body.channel, order.body.points_earned, order.body.tax_yen, sold_place_id, route],
      ['ec', 162, 1_200, shop.shinjuku, 'counter_qr'],
    )
    assert.equal((await claim(await recipient(), link(gifts[0]))).status, 201)
    const seen = await clerk.get(`/v1/orders?newest=true&way=gift&place_id=${shop.shinjuku}&limit=5`)
    const ours = (seen.body.items as { order_id: string; state: string }[]).find(
      ({ order_id }) => order_id === order.body.order_id,
    )
    assert.equal(ours?.state, 'done', seen.text)
    assert.doesNotMatch(seen.text, /受取|花子|北一条/)
    const lines = [{ variant_id: shop.variant[rice], quantity: 1 }]
    const wrong = await giver.post('/v1/orders', { way: 'gift', lines, counter_code: 'NOCODE22', payments: card })
    assert.equal(wrong.body.code, 'stores.no_counter')
    const not_a_gift = await giver.post('/v1/orders', { way: 'ship', ship, lines, counter_code: code, payments: card })
    assert.equal(not_a_gift.body.code, 'orders.counter_gifts')
  })

  it('guesses are limited, and choices must cost and be taxed the same', async () => {
    const lines = [{ variant_id: shop.variant[rice], quantity: 1 }]
    const choices = [shop.variant['4599990000030']]
    const dearer = await giver.post('/v1/orders', { way: 'gift', lines, gifts: [{ choices }], payments: card })
    assert.deepEqual([dearer.body.code, dearer.body.field], ['orders.gift_choice', 'gifts.0.choices.0'])
    const guesser = await recipient()
    const statuses: number[] = []
    for (let n = 0; n < 62; n++) statuses.push((await open(guesser, `${'x'.repeat(20)}${10 + n}`)).status)
    assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429])
    now += 16 * 60_000
  })

  it('days pass: the giver is reminded once, then it is hers alone, then her money goes back; and verify sees all of it', async () => {
    const { order, gifts } = await give(giver, [{}, {}])
    const told = async () => {
      const found = await transaction(shop.db, system, (tx) =>
        rows<{ type: string }>(
          tx,
          raw(
            `select type from activity.event where profile_id = '${giver.profile_id}' and subject_id = '${gifts[0]?.gift_id}' order by occurred_at`,
          ),
        ),
      )
      return found.map(({ type }) => type)
    }
    const pass = async (days: number) => {
      now += days * 86_400_000
      for (let times = 0; times < 2; times++) await tick(shop.db, new Date(now).toISOString())
    }
    await pass(4)
    assert.deepEqual(await told(), [])
    await pass(1)
    assert.deepEqual(await told(), ['gift.reminded'])
    await pass(116)
    assert.deepEqual(await told(), ['gift.reminded', 'gift.expired'])
    assert.equal((await claim(await recipient(), link(gifts[0]))).body.code, 'gifts.expired')
    const signed = { kind: 'member', profile_id: giver.profile_id } as const
    const again = shop.as((await transaction(shop.db, system, (tx) => openSession(tx, signed))).token)
    assert.equal((await claim(again, link(gifts[1]))).status, 201, 'her own use')
    await pass(31)
    const key = shop.as(shop.api_key)
    const left = (await key.get(`/v1/orders/${order.body.order_id}/gifts`)).body.items as Gift[]
    assert.deepEqual(left.map(({ state }) => state).sort(), ['cancelled', 'claimed'])
    const { body } = await key.get(`/v1/orders/${order.body.order_id}/returns`)
    assert.deepEqual(
      (body.items as { refund_yen: number }[]).map(({ refund_yen }) => refund_yen),
      [5_400],
    )

    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
    const faults = await selfTest(shop.db.url, giftChecks)
    assert.deepEqual([faults.length, faults.filter(({ seen }) => !seen)], [5, []])
  })
})
