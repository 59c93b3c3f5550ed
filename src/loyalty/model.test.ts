/**
 * The ledger against a model of it in a few lines of arrays: whatever is done, in whatever order, both say the same. ENGAWA_LEDGER_OPS
 * says how many operations at least (500 unless told otherwise, 50,000 is the full count) and ENGAWA_SEED which ones.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { open, type Pool, raw, rows, sql } from '#core/database'
import { id } from '#core/id'
import { type TestDatabase, testDatabase } from '#core/testing'
import { checks } from '#loyalty/checks'

const wanted = Number(process.env.ENGAWA_LEDGER_OPS ?? 500)
const [fewest, most] = [25, 50]
const seed = process.env.ENGAWA_SEED ? { seed: Number(process.env.ENGAWA_SEED) } : {}
let house: TestDatabase
let db: Pool
let done = 0
before(async () => {
  house = await testDatabase()
  // As the owner: the model looks at every row of every profile.
  db = open(house.url, { role: null, connections: 2 })
})
after(async () => {
  await db.close()
  await house.close()
})

type Account = { available: number; pending: number; held: number; debt: number }
type Lot = {
  lot_id: string
  profile: string
  source: string
  state: 'pending' | 'available' | 'closed'
  granted: number
  expires: number
  remaining: number
}
type Earned = { profile: string; source: string }
type Drawn = {
  order: string
  owner: string
  state: 'held' | 'captured' | 'released'
  split: { lot: Lot; part: number }[]
}

/** Three profiles: the first two are one customer. */
class Model {
  now = Date.parse('2026-11-22T03:00:00Z')
  readonly profiles = [id(), id(), id()]
  readonly lots: Lot[] = []
  readonly earned: Earned[] = []
  readonly drawn: Drawn[] = []
  private readonly accounts = new Map(
    this.profiles.map((profile) => [profile, { available: 0, pending: 0, held: 0, debt: 0 }]),
  )

  account = (profile: string): Account => this.accounts.get(profile) as Account
  owner = (who: number) => this.profiles[who] as string
  customer = (who: number) => (who === 2 ? this.profiles.slice(2) : this.profiles.slice(0, 2))
  earnedAt = (which: number) => this.earned[which % this.earned.length]
  drawnAt = (which: number) => this.drawn[which % this.drawn.length]

  earn(who: number, amount: number, state: 'pending' | 'available', days: number): Lot {
    const profile = this.owner(who)
    const lot: Lot = {
      lot_id: id(this.now),
      profile,
      source: id(),
      state,
      granted: this.now,
      expires: this.now + days * day_ms,
      remaining: amount,
    }
    this.lots.push(lot)
    this.earned.push({ profile, source: lot.source })
    this.account(profile)[state] += amount
    if (state === 'available') this.repay(lot)
    return lot
  }

  private repay(lot: Lot): void {
    const account = this.account(lot.profile)
    const repaid = Math.min(account.debt, lot.remaining)
    lot.remaining -= repaid
    account.available -= repaid
    account.debt -= repaid
  }

  settle({ profile, source }: Earned): number {
    let settled = 0
    for (const lot of this.lots.filter(
      (lot) => lot.profile === profile && lot.source === source && lot.state === 'pending',
    )) {
      lot.state = 'available'
      settled += lot.remaining
      this.account(profile).pending -= lot.remaining
      this.account(profile).available += lot.remaining
      this.repay(lot)
    }
    return settled
  }

  draw(who: number, amount: number, hold: boolean): Drawn | undefined {
    const owners = this.customer(who)
    const usable = this.lots
      .filter((lot) => owners.includes(lot.profile) && lot.state === 'available' && lot.expires > this.now)
      .sort(firstExpiring)
    if (usable.reduce((sum, lot) => sum + lot.remaining, 0) < amount) return undefined
    const drawn: Drawn = { order: id(), owner: this.owner(who), state: hold ? 'held' : 'captured', split: [] }
    let need = amount
    for (const lot of usable) {
      const part = Math.min(need, lot.remaining)
      if (part === 0) continue
      need -= part
      lot.remaining -= part
      this.account(lot.profile).available -= part
      if (hold) this.account(lot.profile).held += part
      drawn.split.push({ lot, part })
    }
    this.drawn.push(drawn)
    return drawn
  }

  finish(drawn: Drawn, kind: 'capture' | 'release' | 'restore'): number {
    if (drawn.state !== (kind === 'restore' ? 'captured' : 'held')) return 0
    for (const { lot, part } of drawn.split) {
      const account = this.account(lot.profile)
      if (kind !== 'restore') account.held -= part
      if (kind === 'capture') continue
      lot.remaining += part
      lot.state = 'available'
      account.available += part
    }
    drawn.state = kind === 'capture' ? 'captured' : 'released'
    return drawn.split.reduce((sum, { part }) => sum + part, 0)
  }

  clawBack({ profile, source }: Earned, amount: number): void {
    let need = amount
    const own = (lot: Lot) => (lot.source === source ? 0 : 1)
    const mine = this.lots.filter(
      (lot) =>
        lot.profile === profile && (lot.state === 'available' || (lot.state === 'pending' && lot.source === source)),
    )
    for (const lot of mine.sort((a, b) => own(a) - own(b) || firstExpiring(a, b))) {
      const part = Math.min(need, lot.remaining)
      need -= part
      lot.remaining -= part
      this.account(profile)[lot.state as 'available' | 'pending'] -= part
    }
    this.account(profile).debt += need
  }

  expire(): void {
    for (const lot of this.lots.filter(
      (lot) => lot.state === 'available' && lot.remaining > 0 && lot.expires <= this.now,
    )) {
      this.account(lot.profile).available -= lot.remaining
      lot.remaining = 0
      lot.state = 'closed'
    }
  }
}
const day_ms = 86_400_000
const firstExpiring = (a: Lot, b: Lot) =>
  a.expires - b.expires || a.granted - b.granted || (a.lot_id < b.lot_id ? -1 : 1)

const amount = fc.integer({ min: 1, max: 60 })
const who = fc.integer({ min: 0, max: 2 })
const which = fc.nat(12)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('earn' as const),
      who,
      amount,
      pending: fc.boolean(),
      days: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('draw' as const), who, amount, hold: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('finish' as const),
      which,
      kind: fc.constantFrom('capture' as const, 'release' as const, 'restore' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('claw_back' as const), which, amount }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('sleep' as const),
      days: fc.integer({ min: 1, max: 4 }),
      sweep: fc.boolean(),
    }),
  },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** One step, done to both; a refusal by one must be a refusal by the other. */
async function both(model: Model, asked: Step): Promise<void> {
  const at = new Date(model.now).toISOString()
  const journal = id(model.now)
  switch (asked.do) {
    case 'earn': {
      const lot = model.earn(asked.who, asked.amount, asked.pending ? 'pending' : 'available', asked.days)
      await db.query(sql`select loyalty.earn(${lot.profile}, 'points', ${asked.amount}, ${asked.pending ? 'pending' : 'available'}, ${lot.lot_id}, ${journal},
        'earn', 'order', ${lot.source}, null, '2026-11-22', ${at}, ${new Date(lot.expires).toISOString()}, 'retailer', 'system', 'test')`)
      break
    }
    case 'settle': {
      const order = model.earnedAt(asked.which)
      if (!order) return
      const [row] = await rows<{ settled: number }>(
        db,
        sql`select loyalty.settle(${order.profile}, ${order.source}, '2026-11-22', ${at}, 'system', 'test') as settled`,
      )
      assert.equal(row?.settled, model.settle(order))
      break
    }
    case 'draw': {
      const drawn = model.draw(asked.who, asked.amount, asked.hold)
      const order = drawn?.order ?? id()
      const done =
        db.query(sql`select loyalty.draw(${model.owner(asked.who)}, ${model.customer(asked.who)}, 'points', ${asked.amount}, ${asked.hold ? 'hold' : 'use'},
        ${id()}, ${order}, null, '2026-11-22', ${at}, ${at}, 'system', 'test')`)
      if (drawn) await done
      else await assert.rejects(done, /loyalty\.short/)
      break
    }
    case 'finish': {
      const drawn = model.drawnAt(asked.which)
      if (!drawn) return
      const [row] = await rows<{ done: number }>(
        db,
        sql`select loyalty.finish_draw(${drawn.owner}, ${drawn.order}, ${asked.kind}, '2026-11-22', ${at}, 'system', 'test') as done`,
      )
      assert.equal(row?.done, model.finish(drawn, asked.kind))
      break
    }
    case 'claw_back': {
      const order = model.earnedAt(asked.which)
      if (!order) return
      model.clawBack(order, asked.amount)
      await db.query(
        sql`select loyalty.claw_back(${order.profile}, 'points', ${asked.amount}, ${order.source}, null, '2026-11-22', ${at}, 'system', 'test', 'asked')`,
      )
      break
    }
    case 'sleep': {
      model.now += asked.days * 86_400_000
      if (!asked.sweep) return
      model.expire()
      await db.query(sql`select loyalty.expire(${new Date(model.now).toISOString()}, 500)`)
    }
  }
}

async function same(model: Model): Promise<void> {
  const accounts = await rows<Account & { profile_id: string }>(
    db,
    sql`select profile_id, available, pending, held, debt from loyalty.account where profile_id = any (${model.profiles})`,
  )
  for (const { profile_id, ...account } of accounts) assert.deepEqual(account, model.account(profile_id))
  const lots = await rows<{ lot_id: string; state: string; remaining: number; original: number }>(
    db,
    sql`select lot_id, state, remaining, original from loyalty.lot where profile_id = any (${model.profiles})`,
  )
  assert.equal(lots.length, model.lots.length)
  for (const { lot_id, state, remaining, original } of lots) {
    assert.ok(remaining >= 0 && remaining <= original)
    const known = model.lots.find((lot) => lot.lot_id === lot_id)
    assert.deepEqual([state, remaining], [known?.state, known?.remaining])
  }
}

test(`${wanted} operations, whatever is earned, spent, held, given back, taken back and expired: balances and lots are the model’s, postings sum to zero`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: fewest, maxLength: most, size: 'max' }), async (steps) => {
      const model = new Model()
      for (const asked of steps) {
        model.now += 1000
        await both(model, asked)
        done++
      }
      await same(model)
    }),
    // The failure of a long run is told as it was: making it small would take hours.
    { numRuns: Math.ceil(wanted / fewest), endOnFailure: wanted > 5_000, ...seed },
  )
  assert.ok(done >= wanted, `${done} operations of ${wanted}`)
  for (const check of checks) assert.deepEqual(await rows(db, raw(check.sql)), [], check.name)
})
