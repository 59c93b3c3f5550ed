/** Towns with a past: told in lists, then lived; the same seed gives the same town, and the truth is told apart. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from '#core/database'
import { at } from '#core/house-clock'
import { apiOf } from '#demo-town'
import { verify } from '#verify'
import { findTown } from './found.ts'
import { live } from './live.ts'
import { sceneNow } from './now.ts'
import { reckon } from './reckoning.ts'
import { retailer } from './retailer.ts'
import { exportsOf, seen, towns } from './testing.ts'

const { town, close } = towns()
const folder = mkdtempSync(join(tmpdir(), 'engawa-truth-'))
after(async () => {
  rmSync(folder, { recursive: true })
  await close()
})

const planOf = (seed: string) => ({
  seed,
  run: 'past',
  start: '2026-11-06',
  until: '2026-11-15T14:59:59.000Z',
  shoppers: 60,
  days: 10,
  past: 9,
})

test('a past in lists and a live day: the books are equal, and the same seed gives the same exports', async () => {
  const plan = planOf('second')
  const [one, other] = [await town(plan, { truth: folder }), await town({ ...plan, run: 'another run' })]
  assert.deepEqual(one.made.reckoning?.differences, [])
  assert.ok(one.made.orders > 150, `${one.made.orders} orders`)
  const [first, second] = [await exportsOf(one.database, plan), await exportsOf(other.database, plan)]
  for (const name of ['orders', 'stock', 'points', 'events'])
    assert.deepEqual(second[name], first[name], `the same ${name} from the same seed`)
  for (const finding of await verify(one.database.url)) assert.deepEqual(finding.sample, [], finding.check)
})

test('another seed is another town with equal books; a scene begun by hand finds it and plays in it', async () => {
  const plan = planOf('third')
  const { made, app, database } = await town(plan)
  assert.deepEqual(made.reckoning?.differences, [])
  const same = retailer(plan.seed, { shoppers: plan.shoppers, today: '2026-11-16' })
  const api = apiOf(app, plan, () => false)
  const { opened, books } = await findTown(api, same)
  assert.equal(opened.profile.size, same.people.length)
  for (const name of ['shop_offline', 'stock_mistakes', 'viral'] as const) {
    const days = [sceneNow(same, name, new Date('2026-11-16T03:00:00Z'))]
    const tally = await live(api, same, opened, { seed: name, days }, { books, at })
    assert.deepEqual(tally.refused, {}, name)
  }
  const told = await seen<{ type: string; scene: string }>(
    database,
    sql`select type, payload->>'scene' as scene from activity.event where type like 'Scene %' and occurred_at > '2026-11-16' order by 1, 2`,
  )
  assert.equal(told.length, 6, 'each begins and ends on the timeline')
  const late = await seen<{ n: number }>(
    database,
    sql`select count(*)::integer as n from orders."order" where placed_at > '2026-11-16' and channel = 'till'`,
  )
  assert.ok((late[0]?.n ?? 0) > 0, 'what the till sold offline is booked')
  assert.deepEqual(
    (await reckon(api, books, opened)).differences.filter(({ what }) => what === 'stock'),
    [],
  )
})

test('the truth says who is who, why each thing was bought, and what each offer changed', () => {
  const read = <Row>(name: string) =>
    readFileSync(join(folder, `${name}.ndjson`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
  assert.deepEqual(readdirSync(folder).sort(), [
    'books.ndjson',
    'cards.ndjson',
    'offers.ndjson',
    'people.ndjson',
    'purchases.ndjson',
    'scenes.ndjson',
  ])
  const people = read<{ person: string; records: unknown[]; taste: { favourites: string[]; response: string } }>(
    'people',
  )
  assert.equal(people.length, 60)
  assert.ok(people.some(({ records }) => records.length > 1))
  assert.ok(people.every(({ taste }) => taste.favourites.length >= 2 && taste.response))
  const purchases = read<{ person: string | null; why: { because: string }; lines: { why: string }[] }>('purchases')
  assert.ok(['need', 'scene'].every((cause) => purchases.some(({ why }) => why.because === cause)))
  assert.ok(purchases.some(({ lines }) => lines.some(({ why }) => why === 'favourite')))
  const offers = read<{ treated: boolean; with_offer: boolean; without_offer: boolean }>('offers')
  assert.ok(offers.some(({ treated }) => treated) && offers.some(({ treated }) => !treated))
  assert.ok(
    offers.some((one) => one.with_offer && !one.without_offer),
    'some an offer moves',
  )
  assert.ok(
    offers.some((one) => one.with_offer && one.without_offer),
    'some would have come anyway',
  )
})
