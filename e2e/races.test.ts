/** Goal: nothing is sold, spent or done twice, however many ask at once. Method: real buyers over two server processes on one database. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { verify } from '../src/verify.ts'
import { type Market, openMarket } from './market.ts'
import { posts } from './posts.ts'
import type { Answer } from './retailer.ts'

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
    const lines = [
      { variant_id, quantity: 1 },
      { variant_id, quantity: 1 },
    ]
    const answers = await market.rush(200, (buyer) => market.order(buyer, lines))
    assert.deepEqual(count(answers.map(({ status }) => status)), { 201: 25, 409: 175 })
    assert.deepEqual(await market.stock(variant_id), { on_hand: 50, reserved: 50 })
  })

  it('never spends more points than there are, in 200 parallel spends of one balance', async () => {
    const variant_id = await market.goods(1000)
    const member = await market.rich(1000)
    const answers = await market.rush(200, (turn) => market.sale(turn, member, [{ variant_id, quantity: 1 }], 30))
    for (const { status, body } of answers)
      assert.ok(status === 201 || (status === 409 && body.code === 'loyalty.short'), `${status} ${String(body.code)}`)
    // Each sale pays ¥970 in cash and earns 9, so what was granted on the way could be spent too.
    const { available, used, granted } = await market.account(member)
    const sold = answers.filter(({ status }) => status === 201).length
    assert.equal(used, sold * 30)
    assert.equal(granted, 1000 + sold * 9)
    assert.equal(available, granted - used)
    assert.ok(available >= 0 && available < 30 + 9, `${available} were left`)
  })

  it('answers 20 parallel repeats of each POST with one effect and the same bytes', async () => {
    for (const post of await posts(market)) {
      const key = randomUUID()
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, turn) =>
          untilAnswered(() => market.speak(turn, post.token).post(post.path, post.body, key)),
        ),
      )
      const wrong = answers.find(({ status }) => status >= 300)
      assert.equal(wrong, undefined, `${post.name}: ${wrong?.text}`)
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1, `${post.name} answered differently`)
      assert.equal(await post.effects(), post.expected ?? 1, `${post.name}: effects`)
    }
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(market.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

// In flight is answered 409 with Retry-After: a client waits and asks again with the same key.
async function untilAnswered(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await ask()
    if (answer.body.code !== 'core.in_flight') return answer
    assert.ok(answer.headers.get('retry-after'))
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('never answered')
}

function count(values: number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
