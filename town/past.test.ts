/** Towns with a past: told in lists, then lived; the same seed gives the same town, and the truth is told apart. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { verify } from '#verify'
import { exportsOf, towns } from './testing.ts'

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

test('another seed is another town, and its books are equal too', async () => {
  const { made } = await town(planOf('third'))
  assert.deepEqual(made.reckoning?.differences, [])
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
