/** History at the API: another system's members, orders and events come in lists, once, with ledger and timeline. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

type Item = { outcome: string; field: string | null; profile_id?: string; order_id?: string | null }
const items = (body: Record<string, unknown>) => body.items as Item[]
const told = (body: Record<string, unknown>) =>
  items(body).map(({ outcome, field }) => (field ? `${outcome} ${field}` : outcome))

const taken = 'refused number,refused number,refused number'

describe('history of another system', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop?.close())

  const send = (what: string, body: object) =>
    shop.as(shop.api_key).post(`/v1/integrations/${what}`, { source: 'former', ...body })
  const customers = [
    {
      external_id: '1',
      family_name: '青葉',
      given_name: '澪',
      email: 'mio@former.example',
      phone: '090-1111-2222',
      points: 120,
      registered_at: '2024-04-01T01:00:00Z',
    },
    { external_id: '2', family_name: '若竹', email: 'MIO@former.example' },
    { external_id: '3', card_numbers: ['FORMER-0003'], points: 0 },
    { external_id: '4', phone: '12' },
  ]
  const order = {
    external_id: 'R-1',
    number: 'F-1001',
    channel: 'ec',
    way: 'ship',
    customer: '1',
    placed_at: '2025-02-03T03:04:05Z',
    lines: [
      { gtin: '4599990000047', quantity: 2, amount_yen: 7000, discount_yen: 900 },
      { gtin: '4599990000177', quantity: 1, amount_yen: 1200 },
    ],
    points: 82,
  }

  it('members come with opening points; a malformed or claimed value refuses its own row, a repeat is known', async () => {
    const first = await send('customers', { customers })
    assert.deepEqual(told(first.body), ['added', 'refused email', 'added', 'refused phone'], first.text)
    const again = await send('customers', { customers })
    assert.deepEqual(told(again.body), ['known', 'refused email', 'known', 'refused phone'])
    assert.equal(items(again.body)[0]?.profile_id, items(first.body)[0]?.profile_id)
    const { body } = await shop.as(shop.api_key).get(`/v1/loyalty/profiles/${items(first.body)[0]?.profile_id}`)
    assert.equal(body.available, 120)
  })

  it('orders are booked as they were, with their own channel, points and one event; nothing of them is booked twice', async () => {
    const orders = [
      { ...order, place_id: shop.shinjuku },
      { ...order, place_id: shop.shinjuku },
      { ...order, external_id: 'R-2', number: 'F-1002', place: 'nowhere' },
      { ...order, external_id: 'R-3', number: 'F-1003', place_id: shop.shinjuku, customer: '99' },
      {
        ...order,
        external_id: 'R-4',
        number: 'F-1004',
        place_id: shop.shinjuku,
        lines: [{ gtin: '4901234567894', quantity: 1, amount_yen: 1 }],
      },
      {
        ...order,
        external_id: 'R-5',
        number: 'F-1005',
        place_id: shop.shinjuku,
        channel: 'till',
        way: 'carry',
        customer: undefined,
        points: undefined,
      },
    ]
    const first = await send('orders', { orders })
    const expected = ['added', 'refused external_id', 'refused place', 'refused customer', 'refused gtin', 'added']
    assert.deepEqual(told(first.body), expected, first.text)
    const id = items(first.body)[0]?.order_id
    const { body } = await shop.as(shop.api_key).get(`/v1/orders/${id}`)
    assert.deepEqual(
      [body.number, body.channel, body.state, body.total_yen, body.discount_yen, body.points_earned],
      ['F-1001', 'ec', 'done', 8200, 900, 82],
    )
    const again = await send('orders', { orders })
    assert.deepEqual(
      told(again.body),
      expected.map((text) => (text === 'added' ? 'known' : text)),
    )
    const changed = await send('orders', {
      orders: [{ ...order, place_id: shop.shinjuku, lines: order.lines.slice(1) }],
    })
    assert.deepEqual(told(changed.body), ['refused order'])
  })

  it('an order whose number another order has is refused by that field: booked before, or earlier in the list', async () => {
    const orders = [
      { ...order, external_id: 'R-6', place_id: shop.shinjuku },
      { ...order, external_id: 'R-7', number: 'F-1007', place_id: shop.shinjuku },
      { ...order, external_id: 'R-8', number: 'F-1007', place_id: shop.shinjuku },
    ]
    assert.deepEqual(told((await send('orders', { orders })).body), ['refused number', 'added', 'refused number'])
  })

  it('lists that tell of the same orders at the same moment are answered one after the other: each order once, each number one order’s', async () => {
    const list = (of: (n: number) => object) => ({
      orders: [10, 11, 12].map((n) => ({ ...order, place_id: shop.shinjuku, ...of(n) })),
    })
    const answers = await Promise.all([
      ...['A', 'B', 'C'].map((by) =>
        send(
          'orders',
          list((n) => ({ external_id: `${by}-${n}`, number: `F-20${n}` })),
        ),
      ),
      ...[1, 2, 1].map((quantity) =>
        send(
          'orders',
          list((n) => ({
            external_id: `D-${n}`,
            number: `F-30${n}`,
            lines: [{ ...order.lines[1], quantity, amount_yen: quantity * 1200 }],
          })),
        ),
      ),
      ...[1, 2].map(() => send('customers', { customers: [{ external_id: '20', family_name: '若竹', points: 5 }] })),
    ])
    for (const { status, text } of answers) assert.equal(status, 201, text)
    const outcomes = answers.map(({ body }) => told(body).join())
    assert.deepEqual(outcomes.slice(0, 3).sort(), ['added,added,added', ...Array(2).fill(taken)])
    assert.deepEqual(outcomes.slice(3, 6).filter((text) => text === 'added,added,added').length, 1)
    for (const text of outcomes.slice(3, 6))
      assert.match(text, /^(added,added,added|known,known,known|(refused order,?){3})$/)
    assert.deepEqual(outcomes.slice(6).sort(), ['added', 'known'])
  })

  it('events are written under the person the other system knows; a repeat is written once', async () => {
    const events = [1, 2, 3].map((n) => ({
      message_id: `view ${n}`,
      type: 'Product Viewed',
      occurred_at: `2025-02-0${n}T00:00:00Z`,
      customer: '1',
      channel: 'ec',
    }))
    assert.deepEqual((await send('events', { events })).body, { accepted: 3, repeated: 0 })
    assert.deepEqual((await send('events', { events })).body, { accepted: 0, repeated: 3 })
    const stranger = await send('events', { events: [{ ...events[0], customer: '99' }] })
    assert.deepEqual([stranger.status, stranger.body.code], [422, 'integrations.unknown_customer'])
  })

  it('all books hold', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})
