/** One POST of each kind that changes something, and how to see how often it did. */
import { system } from '../src/core/actor.ts'
import { only, raw, transaction } from '../src/core/database.ts'
import type { Market } from './market.ts'

export type Post = {
  name: string
  path: string
  body: unknown
  token: string
  expected?: number
  effects(): Promise<number>
}

/** The POSTs of the API as its callers would send them, on fresh goods and people. */
export async function posts(market: Market): Promise<Post[]> {
  const variant_id = await market.goods(1000)
  const member = await market.member('repeats')
  const line = [{ variant_id, quantity: 1 }]
  const card = [{ method: 'card', token: 'tok_visa' }]
  const clerk = market.staff.clerk.token
  const count = (text: string) => async () =>
    (
      await transaction(market.db, system, (tx) =>
        only<{ n: number }>(tx, raw(`select count(*)::integer as n ${text}`)),
      )
    ).n
  const before = async (text: string) => {
    const known = await count(text)()
    return async () => (await count(text)()) - known
  }
  const collect = { way: 'collect', place_id: market.shinjuku, lines: line, payments: card }
  const waiting = await market.speak(0, member.token).post('/v1/orders', collect)
  const going = await market.speak(0, member.token).post('/v1/orders', collect)
  const code = (waiting.body.pickup as { code: string }).code
  const order = (answer: { body: Record<string, unknown> }) => String(answer.body.order_id)
  const events = (type: string, id: string) =>
    count(`from activity.event where type = '${type}' and subject_id = '${id}'`)
  return [
    {
      name: 'card order',
      path: '/v1/orders',
      body: collect,
      token: member.token,
      effects: await before(`from orders."order" where profile_id = '${member.profile_id}'`),
    },
    {
      name: 'till sale',
      path: '/v1/orders',
      body: { way: 'carry', lines: line, payments: [{ method: 'cash' }] },
      token: clerk,
      effects: await before(`from orders."order" where profile_id = '${market.shinjuku}'`),
    },
    {
      name: 'readiness',
      path: `/v1/orders/${order(waiting)}/readiness`,
      body: {},
      token: clerk,
      effects: events('order.ready', order(waiting)),
    },
    {
      name: 'hand-over',
      path: `/v1/orders/${order(waiting)}/hand-over`,
      body: { code },
      token: clerk,
      effects: events('order.handed_over', order(waiting)),
    },
    {
      name: 'cancellation',
      path: `/v1/orders/${order(going)}/cancellation`,
      body: {},
      token: member.token,
      effects: events('order.cancelled', order(going)),
    },
    {
      name: 'receipt of goods',
      path: '/v1/inventory/receipts',
      body: { place_id: market.shinjuku, lines: line },
      token: clerk,
      effects: await before(`from inventory.movement where kind = 'receipt' and variant_id = '${variant_id}'`),
    },
    {
      name: 'hold',
      path: '/v1/inventory/holds',
      body: { place_id: market.shinjuku, lines: line },
      token: clerk,
      effects: await before(`from inventory.hold where source_kind like 'hold:%' and variant_id = '${variant_id}'`),
    },
    {
      name: 'count',
      path: '/v1/inventory/counts',
      body: { place_id: market.setagaya, variant_id, counted: 7 },
      token: market.staff.setagaya_clerk.token,
      effects: await before(`from inventory.movement where kind = 'count' and variant_id = '${variant_id}'`),
    },
    {
      name: 'cart item',
      path: '/v1/carts/current/items',
      body: { variant_id, quantity: 1 },
      token: member.token,
      effects: count(
        `from carts.item where profile_id = '${member.profile_id}' and quantity = 1 and variant_id = '${variant_id}'`,
      ),
    },
    {
      name: 'hand-over code',
      path: '/v1/carts/current/hand-over-codes',
      body: {},
      token: member.token,
      effects: await before(`from carts.hand_over_code where profile_id = '${member.profile_id}'`),
    },
    {
      name: 'opening balance',
      path: `/v1/loyalty/profiles/${member.profile_id}/opening`,
      body: { amount: 5, source: 'repeat' },
      token: market.api_key,
      effects: await before(`from loyalty.journal where kind = 'open' and profile_id = '${member.profile_id}'`),
    },
    {
      name: 'registration',
      path: '/v1/customers',
      body: { family_name: '佐藤', email: 'repeat-once@example.jp' },
      token: clerk,
      effects: await before("from customers.profile where kind = 'member'"),
    },
  ]
}
