/** Goal: nothing is sold, spent or done twice, however many ask at once. Method: real buyers over two server processes on one database. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { only, rows, sql, transaction } from '../src/core/database.ts'
import { system } from '../src/core/actor.ts'
import { failures } from '../src/verify.ts'
import { type Market, openMarket } from './market.ts'

const runs = Number(process.env.ENGAWA_RACE_RUNS ?? 20)

describe('races over two server processes', () => {
  let market: Market
  before(async () => {
    market = await openMarket({ servers: 2, buyers: 500 })
  })
  after(() => market.close())

  it(`sells exactly 100 of 100 to 500 buyers at once, ${runs} times, and refuses the others cleanly`, async (t) => {
    const slowest: number[] = []
    for (let run = 0; run < runs; run++) {
      const variant_id = await market.goods(100)
      const answers = await market.rush(500, (buyer) => market.order(buyer, [{ variant_id, quantity: 1 }]))
      const statuses = count(answers.map(({ status }) => status))
      assert.deepEqual(statuses, { 201: 100, 409: 400 }, `run ${run}`)
      for (const answer of answers) if (answer.status === 409) assert.equal(answer.body.code, 'inventory.short')
      slowest.push(Math.max(...answers.filter(({ status }) => status === 409).map(({ ms }) => ms)))
      assert.deepEqual(await market.stock(variant_id), { on_hand: 100, reserved: 100 })
    }
    t.diagnostic(`slowest refusal per run: ${slowest.map(Math.round).join(' ')} ms`)
  })

  it('sells exactly 50 of 50 when every cart holds the same piece on two lines', async () => {
    const variant_id = await market.goods(50)
    const lines = [{ variant_id, quantity: 1 }, { variant_id, quantity: 1 }]
    const answers = await market.rush(200, (buyer) => market.order(buyer, lines))
    assert.deepEqual(count(answers.map(({ status }) => status)), { 201: 25, 409: 175 })
    assert.deepEqual(await market.stock(variant_id), { on_hand: 50, reserved: 50 })
  })

  it('never spends more points than there are, in 200 parallel spends of one balance', async () => {
    const variant_id = await market.goods(1000)
    const member = await market.member(1000)
    const answers = await market.rush(200, () => market.sale(member, [{ variant_id, quantity: 1 }], 30))
    const statuses = count(answers.map(({ status }) => status))
    assert.deepEqual(statuses, { 201: 33, 409: 167 }, 'floor(1000 / 30) spends succeed')
    const account = await market.account(member)
    assert.equal(account.available, 1000 - 33 * 30 + 33 * 0 + account.earned)
  })

  it('answers 20 parallel repeats of each kind of POST with one effect and the same bytes', async () => {
    const variant_id = await market.goods(1000)
    for (const post of await market.posts(variant_id)) {
      const key = randomUUID()
      const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => market.send(at, post, key)))
      const good = answers.filter(({ status }) => status < 300)
      assert.equal(good.length, 20, `${post.path}: ${JSON.stringify(answers.find(({ status }) => status >= 300)?.body)}`)
      assert.equal(new Set(good.map(({ text }) => text)).size, 1, `${post.path} answered differently`)
      assert.equal(await post.effects(), 1, `${post.path} had more than one effect`)
    }
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(await failures(market.db), [])
  })
})

function count(values: number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
