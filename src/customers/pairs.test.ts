import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Bench, bench, type Caller } from '#access/testing'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { putSetting } from '#core/settings'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let [agent, colleague]: Caller[] = []
before(async () => {
  b = await bench([customerRoutes], customers.profilesOf)
  agent = await b.staff('agent')
  colleague = await b.staff('agent')
})
after(() => b.close())

const ask = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(b.db, system, work)
const call = (method: string, path: string, body?: object, as = agent) =>
  (as as Caller)(method, path, body) as Promise<{ status: number; body: Record<string, unknown> }>
type Pair = {
  pair_id: string
  state: string
  probability: number | null
  merge_id: string | null
  reasons: { field: { ja: string }; bits: number }[]
  people: { profile_id: string }[]
}
const queue = async (state = 'open'): Promise<Pair[]> =>
  (await call('GET', `/v1/customers/pairs?state=${state}&limit=100`)).body.items as Pair[]
const act = (pair_id: string, noun: string, as = agent) =>
  call('POST', `/v1/customers/pairs/${pair_id}/${noun}`, {}, as)
const whole = (profile_id: string) => customers.profilesOf(b.db, profile_id)
let born = 0
/** Two records of one person as two shops would write them, or of somebody with nothing in common. */
const member = async (more: object = {}): Promise<string> => {
  const n = born++
  const body = { family_name: `姓${n}`, given_name: `名${n}`, phone: `0901${String(2345678 - n * 7919)}`, ...more }
  const made = await call('POST', '/v1/customers', body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return String(made.body.profile_id)
}
const proposed = async (): Promise<{ pair_id: string; ids: [string, string] }> => {
  const [a, c] = [await member(), await member()]
  const reasons = [{ field: { ja: '電話', en: 'phone' }, level: { ja: '一致', en: 'the same' }, bits: 9.5 }]
  const pair = { a, b: c, found_by: 'alike' as const, probability: 0.5, reasons }
  await ask((tx) => customers.propose(tx, [pair]))
  const found = (await queue()).find(({ people }) => people.some((one) => one.profile_id === a))
  assert.ok(found)
  return { pair_id: found.pair_id, ids: [a, c] }
}

test('two records side by side, with why; accepted they are one, taken back they are two and wait again', async () => {
  const { pair_id, ids } = await proposed()
  const { body } = await call('GET', `/v1/customers/pairs/${pair_id}`)
  const shown = body as unknown as Pair
  assert.deepEqual(shown.people.map((one) => one.profile_id).sort(), [...ids].sort())
  assert.deepEqual([shown.reasons[0]?.field.ja, shown.reasons[0]?.bits], ['電話', 9.5])
  const accepted = await act(pair_id, 'acceptance')
  assert.equal(accepted.body.state, 'accepted')
  assert.deepEqual(await whole(ids[0]), [...ids].sort())
  assert.equal(
    (await queue()).some((one) => one.pair_id === pair_id),
    false,
  )
  const back = await act(pair_id, 'undoing')
  assert.deepEqual([back.body.state, back.body.merge_id], ['open', null])
  assert.deepEqual(await whole(ids[0]), [ids[0]])
  assert.equal((await act(pair_id, 'undoing')).body.code, 'customers.pair_open')
  const looks = await rows<{ action: string }>(
    b.db,
    sql`select distinct action from access.audit where profile_id in (${ids[0]}, ${ids[1]}) and action like '%merged' or action = 'customers.pair_viewed'`,
  )
  assert.deepEqual(looks.map(({ action }) => action).sort(), [
    'customers.merged',
    'customers.pair_viewed',
    'customers.unmerged',
  ])
})

test('what was rejected is never proposed again', async () => {
  const { pair_id, ids } = await proposed()
  assert.equal((await act(pair_id, 'rejection')).body.state, 'rejected')
  const again = { a: ids[1], b: ids[0], found_by: 'met' as const, probability: null, reasons: [] }
  await ask((tx) => customers.propose(tx, [again]))
  assert.equal(
    (await queue()).some((one) => one.pair_id === pair_id),
    false,
  )
  assert.ok((await queue('rejected')).some((one) => one.pair_id === pair_id))
})

test('of two who decide at once one is heard, whatever each decides', async () => {
  for (const [mine, hers] of [
    ['acceptance', 'acceptance'],
    ['acceptance', 'rejection'],
  ] as const) {
    const { pair_id, ids } = await proposed()
    const both = await Promise.all([act(pair_id, mine), act(pair_id, hers, colleague)])
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    const lost = both.find(({ status }) => status === 409)
    assert.equal(lost?.body.code, 'customers.pair_decided')
    const won = both.find(({ status }) => status === 200)
    assert.equal((await whole(ids[0])).length, won?.body.state === 'accepted' ? 2 : 1)
  }
})

test('several at once: what is decided already is told, three records in a ring become one person', async () => {
  const [one, two, three] = [await member(), await member(), await member()]
  const ring = [
    [one, two],
    [two, three],
    [one, three],
  ] as const
  await ask((tx) =>
    customers.propose(
      tx,
      ring.map(([a, c]) => ({ a, b: c, found_by: 'alike' as const, probability: 0.9, reasons: [] })),
    ),
  )
  const ids = (await queue()).filter(({ probability }) => probability && probability > 0.8).map((each) => each.pair_id)
  const decided = await proposed()
  await act(decided.pair_id, 'rejection')
  const { body } = await call('POST', '/v1/customers/pairs/acceptances', { pair_ids: [...ids, decided.pair_id] })
  assert.equal((body.accepted as unknown[]).length, 3)
  assert.deepEqual(body.skipped, [{ pair_id: decided.pair_id, code: 'customers.pair_decided' }])
  assert.deepEqual(await whole(one), [one, two, three].sort())
})

test('the house’s own customers are looked through: who is written twice waits, with reasons and no value in them', async () => {
  const home = { postal_code: '1600022', prefecture: '東京都', city: '新宿区', birth_date: '1984-03-09' }
  const twice = { given_name: '美咲', family_name_kana: 'タチバナ', given_name_kana: 'ミサキ', ...home }
  const a = await member({ family_name: '橘', phone: '08033331111', address: '新宿3-1-26', ...twice })
  const c = await member({ family_name: '橘', phone: '080-3333-1111', address: '新宿三丁目1番26号', ...twice })
  const others = ['青木', '石田', '上原', '遠藤', '小川', '加藤', '木下', '工藤', '小林', '斎藤', '清水', '鈴木']
  for (const [n, family_name] of others.entries())
    await member({
      family_name,
      given_name: `${family_name[0]}子`,
      birth_date: `19${60 + n}-0${1 + (n % 9)}-1${n % 10}`,
    })
  const first = await customers.pairUp(b.db)
  assert.ok(first.people >= 14 && first.proposed >= 1 && first.merged === 0, JSON.stringify(first))
  const pair = (await queue()).find(({ people }) => people.some((one) => one.profile_id === a))
  assert.deepEqual(pair?.people.map((one) => one.profile_id).sort(), [a, c].sort())
  assert.ok((pair?.reasons.length ?? 0) >= 3 && !JSON.stringify(pair?.reasons).includes('橘'))
  await ask((tx) => putSetting(tx, 'customers.pairing', { review_from: 0.3, merge_from: 0.5 }, system))
  const second = await customers.pairUp(b.db)
  assert.equal(second.merged >= 1, true, JSON.stringify(second))
  assert.equal((await whole(a)).includes(c), true)
  const merges = (await queue('accepted')).find((one) => one.pair_id === pair?.pair_id)
  assert.ok(merges?.merge_id)
})

test('who is forgotten waits in no pair, and a pair nobody knows is refused', async () => {
  const { pair_id, ids } = await proposed()
  await ask((tx) => customers.erase(tx, [ids[0]], '2026-11-01T00:00:00Z'))
  assert.equal((await act(pair_id, 'acceptance')).status, 404)
  assert.equal((await act(id(), 'rejection')).body.code, 'customers.no_pair')
  const clerk = await b.staff('clerk', [id()])
  assert.equal((await call('GET', '/v1/customers/pairs', undefined, clerk)).status, 403)
})
