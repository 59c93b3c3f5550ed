/** Crowds at one coupon and one budget. ENGAWA_OFFER_BUYERS says how many: 36 unless told otherwise, 300 is the full count. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { open } from '../../src/core/database.ts'
import { buildApp } from '../../src/http.ts'
import { forgetOffers } from '../../src/promotions/promotions.ts'
import type { Shop } from './app.ts'
import {
  type Body,
  carry,
  clerk,
  end,
  facts,
  issue,
  launch,
  marketer,
  openOffering,
  rule,
  shop,
  socks,
  sound,
} from './offering.ts'

const buyers = Number(process.env.ENGAWA_OFFER_BUYERS ?? 36)
before(openOffering)
after(() => shop.close())

test(`one single-use code, ${buyers} buyers at once over two servers: one order has it`, async () => {
  const offer_id = await launch('早い者勝ち', rule({ kind: 'yen', yen: 500 }, { conditions: { coupon: true } }))
  const [code] = await issue(offer_id, { count: 1 })
  const answers = await crowd((send) => send('/v1/orders', carry(socks, { coupons: [code] })))
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  for (const { status, body } of answers) if (status !== 201) assert.equal(body.code, 'promotions.coupon_redeemed')
  await end(offer_id)
})

test(`${buyers} buyers at once over two servers never exceed a budget, and use it as far as it goes`, async () => {
  // Room for a third of them, and a little that is no whole discount.
  const most = Math.floor(buyers / 3)
  const offer_id = await launch(
    '先着',
    rule({ kind: 'yen', yen: 500 }, { goods: { variant_ids: [shop.variant[socks]] } }),
    {
      budget_yen: most * 500 + 499,
    },
  )
  const answers = await crowd((send) => send('/v1/orders', carry(socks, { expected_total_yen: 1490 })))
  const won = answers.filter(({ status }) => status === 201)
  assert.equal(won.length, most)
  assert.ok(won.every(({ body }) => body.discount_yen === 500))
  for (const { status, body } of answers)
    if (status !== 201)
      assert.ok(['promotions.used_up', 'orders.total_changed'].includes(body.code as string), JSON.stringify(body))
  const after_all = (await marketer.get(`/v1/promotions/offers/${offer_id}`)).body as Body
  assert.deepEqual([after_all.uses, after_all.given_yen, after_all.left_yen], [most, most * 500, 499])
  forgetOffers()
  assert.deepEqual(facts(await clerk.post('/v1/orders', carry(socks))), [0, 1990, 180, 0])
  await end(offer_id)
  await sound()
})

type Sent = { status: number; body: Body }
async function crowd(buy: (send: (path: string, body: Body) => Promise<Sent>) => Promise<Sent>): Promise<Sent[]> {
  const second = open(shop.db.url)
  const other = await buildApp(second)
  const send = (app: Shop['app']) => async (path: string, body: Body) => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      payload: body,
      headers: { authorization: `Bearer ${shop.staff.clerk.token}`, 'idempotency-key': randomUUID() },
    })
    return { status: answer.statusCode, body: answer.json() as Body }
  }
  try {
    return await Promise.all(Array.from({ length: buyers }, (_, at) => buy(send(at % 2 ? shop.app : other))))
  } finally {
    await other.close()
    await second.close()
  }
}
