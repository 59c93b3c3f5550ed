/** Goal: how many processes there are makes no difference. Method: the races of races.test.ts through a balancer over two API and two worker processes. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { installJobs } from '../src/core/jobs.ts'
import { verify } from '../src/verify.ts'
import { type Balancer, openBalancer } from '../town/chaos/balancer.ts'
import { type Engawa, startEngawa } from '../town/processes.ts'
import { workLeft, wrongMail } from './fault-checks.ts'
import { type Market, openMarket } from './market.ts'
import { key } from './retailer.ts'

const runs = Math.max(1, Number(process.env.ENGAWA_RACE_RUNS ?? 20) / 10)
const killed_after_ms = 150

describe('two API and two worker processes behind a balancer', { timeout: 300_000 }, () => {
  let market: Market
  let balancer: Balancer
  let workers: Engawa[] = []
  before(async () => {
    market = await openMarket({
      servers: 2,
      buyers: 200,
      through: async (servers) => {
        balancer = await openBalancer(() => servers.map(({ url }) => url))
        return balancer.url
      },
    })
    await installJobs(market.url)
    workers = await Promise.all([1, 2].map(() => startEngawa(market.url, 'worker', { ENGAWA_KEY: key })))
  })
  after(async () => {
    await Promise.all(workers.map((one) => one.stop()))
    await balancer?.close()
    await market?.close()
  })

  it('sells exactly 60 of 60 to 200 buyers at once, and refuses the others cleanly', async () => {
    for (let run = 0; run < runs; run++) {
      const variant_id = await market.goods(60)
      const answers = await market.rush(200, (buyer) => market.order(buyer, [{ variant_id, quantity: 1 }]))
      const sold = answers.filter(({ status }) => status === 201).length
      const short = answers.filter(({ status, body }) => status === 409 && body.code === 'inventory.short').length
      assert.deepEqual([sold, short], [60, 140])
      assert.deepEqual(await market.stock(variant_id), { on_hand: 60, reserved: 60 })
    }
  })

  it('never spends more points than there are', async () => {
    const variant_id = await market.goods(200)
    const member = await market.rich(600)
    const answers = await market.rush(60, (turn) => market.sale(turn, member, [{ variant_id, quantity: 1 }], 30))
    for (const { status, body } of answers)
      assert.ok(status === 201 || (status === 409 && body.code === 'loyalty.short'), `${status} ${String(body.code)}`)
    const { available, used, granted } = await market.account(member)
    assert.equal(available, granted - used)
    assert.ok(available >= 0)
  })

  it('each worker may be killed while there is work: the other does what is left, each mail once', async () => {
    const variant_id = await market.goods(500)
    const rush = market.rush(100, (buyer) => market.order(buyer, [{ variant_id, quantity: 1 }]))
    await pause(killed_after_ms)
    const [victim] = workers.splice(0, 1) as [Engawa]
    process.kill(victim.pid, 'SIGKILL')
    await victim.ended
    for (const { status, text } of await rush) assert.equal(status, 201, text)
    // What the dead one had taken is its own for a minute.
    for (let tries = 0; (await workLeft(market.db)) > 0; tries++) {
      assert.ok(tries < 1_200, 'the work does not come to an end')
      await pause(100)
    }
    const { events, ...wrong } = await wrongMail(market.db)
    assert.deepEqual(wrong, { missing: [], unasked: [], told: [] })
    assert.ok(events >= 100)
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(market.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})
