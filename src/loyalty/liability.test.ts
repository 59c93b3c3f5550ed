import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { setClock } from '#core/time'
import { blankPlace, putPlace } from '#stores/stores'
import { openShop, type Shop } from '../../e2e/api/app.ts'

let shop: Shop
let brand_id: string
let popup: string
// Around a month's end, as a shop in Tokyo counts days.
let now = Date.parse('2026-10-31T14:00:00Z')
before(async () => {
  setClock(() => now)
  shop = await openShop()
  const system_key = shop.as(shop.api_key)
  brand_id = String((await system_key.post('/v1/catalog/brands', { name: '縁', external_id: 'en' })).body.brand_id)
  await transaction(shop.db, system, async (tx) => {
    popup = (await putPlace(tx, system, { ...blankPlace, kind: 'shop', name: '京都店', brand_ids: [brand_id] }))
      .place_id
  })
})
after(async () => {
  setClock()
  await shop.close()
})

type Owed = {
  unit: string
  available: number
  pending: number
  held: number
  debt: number
  outstanding: number
  yen: number | null
  by_funding: { funding: string; points: number }[]
  by_place: { place_id: string | null; points: number }[]
  by_brand: { brand_ids: string[]; points: number; yen: number }[]
  moved: { kind: string; points: number; journals: number }[]
}
// A till of the house with a key: days pass, and with them sessions.
const house = () => shop.as(shop.api_key)
async function points(day?: string): Promise<Owed> {
  const { status, body, text } = await house().get(`/v1/loyalty/liability${day ? `?day=${day}` : ''}`)
  assert.equal(status, 200, text)
  return (body.items as Owed[]).find(({ unit }) => unit === 'points') as Owed
}
const earn = (
  profile: string,
  amount: number,
  order: string,
  place: string,
  expires: string,
  funding = 'retailer',
  state = 'available',
) =>
  transaction(shop.db, system, (tx) =>
    run(
      tx,
      sql`select loyalty.earn(${profile}, 'points', ${amount}, ${state}, ${order}, ${id()}, 'earn', 'order', ${order}, ${place}, '2026-11-01',
        ${new Date(now).toISOString()}, ${expires}, ${funding}, 'system', 'test')`,
    ),
  )
const spend = (profile: string, amount: number, mode: 'use' | 'hold') =>
  transaction(shop.db, system, (tx) =>
    run(
      tx,
      sql`select loyalty.draw(${profile}, array[${profile}]::uuid[], 'points', ${amount}, ${mode}, ${id()}, ${id()}, null, '2026-11-01',
        ${new Date(now).toISOString()}, '2027-12-31T15:00:00Z', 'system', 'test')`,
    ),
  )
const taken = (profile: string, amount: number, order: string) =>
  transaction(shop.db, system, (tx) =>
    run(
      tx,
      sql`select loyalty.claw_back(${profile}, 'points', ${amount}, ${order}, null, '2026-11-01', ${new Date(now).toISOString()}, 'system', 'test', 'asked')`,
    ),
  )

test('what is owed today and at the end of a day gone by, by who pays, shop and brand, and what moved it', async () => {
  const [one, other] = [await shop.member('owed-one'), await shop.member('owed-other')]
  const [bought, partner] = [id(), id()]
  await earn(one.profile_id, 1_000, bought, popup, '2027-10-31T15:00:00.000Z')
  await earn(one.profile_id, 200, partner, shop.shinjuku, '2026-12-31T15:00:00.000Z', 'maker')
  now = Date.parse('2026-10-31T15:30:00Z') // 1 November in Tokyo
  await earn(other.profile_id, 60, id(), shop.shinjuku, '2027-10-31T15:00:00.000Z', 'retailer', 'pending')
  await spend(one.profile_id, 250, 'use')
  await spend(one.profile_id, 50, 'hold')
  now = Date.parse('2026-11-02T03:00:00Z')
  await taken(other.profile_id, 30, id()) // owed by her: pending points of another order are not touched
  await taken(one.profile_id, 100, bought)

  const today = await points()
  assert.deepEqual(
    [today.available, today.pending, today.held, today.debt, today.outstanding, today.yen],
    [800, 60, 50, 30, 880, 880],
  )
  assert.deepEqual(today.by_funding, [{ funding: 'retailer', points: 860, yen: 860 }])
  assert.deepEqual(
    today.by_brand.map(({ brand_ids, points }) => [brand_ids, points]),
    [
      [[brand_id], 800],
      [[], 60],
    ],
  )
  assert.deepEqual(
    today.moved.map(({ kind, points, journals }) => [kind, points, journals]),
    [
      ['claw_back', -130, 2],
      ['earn', 60, 1],
      ['use', -250, 1],
    ],
  )
  // Each day gone by is what the ledger was then, whatever came after.
  const october = await points('2026-10-31')
  assert.deepEqual(
    [october.available, october.pending, october.held, october.debt, october.outstanding],
    [1200, 0, 0, 0, 1200],
  )
  assert.deepEqual(
    october.by_funding.map(({ funding, points }) => [funding, points]),
    [
      ['retailer', 1000],
      ['maker', 200],
    ],
  )
  assert.deepEqual(
    october.by_place.map(({ place_id, points }) => [place_id, points]),
    [
      [popup, 1000],
      [shop.shinjuku, 200],
    ],
  )
  assert.equal((await points('2026-11-01')).outstanding, 1010)
  assert.equal(await points('2026-10-30'), undefined)
  const ahead = await house().get('/v1/loyalty/liability?day=2026-11-03')
  assert.deepEqual([ahead.status, ahead.body.code, ahead.body.field], [422, 'loyalty.day_to_come', 'day'])
})

test('points are told in yen by the setting of their day, rounded down; stamps are worth none', async () => {
  const put = await house().put('/v1/settings/loyalty.point_value', { value: { yen_num: 7, yen_den: 9 } })
  assert.equal(put.status, 200, put.text)
  now += 1
  assert.equal((await points()).yen, 684)
  assert.equal((await points('2026-10-31')).yen, 1200)
})

test('what ends when: by month and by day, how many members, and the lots behind it page by page', async () => {
  const months = await house().get('/v1/loyalty/expiries?by=month')
  assert.deepEqual(
    (months.body.items as { from: string; amount: number; members: number; lots: number }[]).map(
      ({ from, amount, members, lots }) => [from, amount, members, lots],
    ),
    [['2027-10-01', 800, 1, 1]],
  )
  const days = await house().get('/v1/loyalty/expiries?by=day&from=2027-10-31&to=2027-10-31')
  assert.deepEqual(
    (days.body.items as { from: string }[]).map(({ from }) => from),
    ['2027-10-31'],
  )
  assert.deepEqual((await house().get('/v1/loyalty/expiries?by=day&from=2027-11-01')).body.items, [])
  type Lot = { lot_id: string; remaining: number; place_id: string; state: string }
  const first = await house().get('/v1/loyalty/lots?from=2027-10-31&to=2027-10-31&limit=1')
  const rest = await house().get(
    `/v1/loyalty/lots?from=2027-10-31&to=2027-10-31&limit=1&after=${String(first.body.next)}`,
  )
  const lots = [...(first.body.items as Lot[]), ...(rest.body.items as Lot[])]
  assert.deepEqual(
    lots.map(({ remaining }) => remaining).sort((a, b) => a - b),
    [60, 800],
  )
  const [pending] = (await house().get(`/v1/loyalty/lots?state=pending&place_id=${shop.shinjuku}&funding=retailer`))
    .body.items as Lot[]
  assert.equal(pending?.remaining, 60)
  assert.equal((await house().get(`/v1/loyalty/lots?place_id=${shop.setagaya}`)).text.includes('lot_id'), false)
})

test('what is owed equals every account, and each lot says where it was granted', async () => {
  const [sum] = await transaction(shop.db, system, (tx) =>
    rows<{ owed: number }>(
      tx,
      sql`select sum(available + pending + held - debt)::bigint as owed from loyalty.account where unit = 'points'`,
    ),
  )
  assert.equal((await points()).outstanding, sum?.owed)
})

// By itself a few; the figures of docs/decisions/0605 are this with ENGAWA_LOTS=1000000.
const many = Number(process.env.ENGAWA_LOTS ?? 2_000)

test('a large ledger is read whole: today, on a day gone by, its calendar and its newest page', async (t) => {
  now = Date.parse('2026-11-02T03:00:00Z')
  const owned = sql`from (select n, md5('lot' || n)::uuid as lot, md5('member' || n % greatest(${many}::integer / 10, 1))::uuid as profile,
      timestamptz '2026-10-31 15:00Z' - make_interval(secs => n * 31536000.0 / ${many}::integer) as at from generate_series(1, ${many}::integer) n) g`
  const before_ = ((await points()) as Owed | undefined)?.outstanding ?? 0
  await transaction(shop.db, system, async (tx) => {
    await run(
      tx,
      sql`insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, place_id, business_date, event_at, recorded_at, actor_kind)
      select profile, lot, 'earn', 'order', lot, ${shop.shinjuku}, at::date, at, at, 'system' ${owned}`,
    )
    await run(
      tx,
      sql`insert into loyalty.lot (profile_id, lot_id, unit, source_id, place_id, state, granted_at, expires_at, original, remaining)
      select profile, lot, 'points', lot, ${shop.shinjuku}, 'available', at, (date_trunc('day', at at time zone 'Asia/Tokyo') + interval '2 years') at time zone 'Asia/Tokyo', 3, 3 ${owned}`,
    )
    await run(
      tx,
      sql`insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id)
      select profile, lot, seq, 'points', case seq when 1 then 'issuer:retailer' else 'available' end, seq * 6 - 9, case seq when 2 then lot end
      ${owned} cross join generate_series(1, 2) seq`,
    )
    await run(
      tx,
      sql`insert into loyalty.account (profile_id, unit, available) select profile, 'points', 3 * count(*) ${owned} group by 1`,
    )
  })
  const timed = async (path: string) => {
    const began = performance.now()
    const { body, status, text } = await house().get(path)
    assert.equal(status, 200, text)
    t.diagnostic(`${many} lots, ${path}: ${Math.round(performance.now() - began)} ms`)
    return body
  }
  for (const path of [
    'expiries',
    'expiries?by=day&from=2027-10-01',
    'lots',
    'lots?from=2027-10-01&to=2027-10-01',
    'journals',
  ])
    await timed(`/v1/loyalty/${path}`)
  const owed = async (day: string) =>
    ((await timed(`/v1/loyalty/liability?day=${day}`)).items as Owed[]).find(({ unit }) => unit === 'points')
      ?.outstanding
  assert.equal(await owed('2026-11-02'), before_ + 3 * many)
  // A year's grants lie evenly before the end of October.
  const stood = (days: number) => 3 * (many - Math.floor((many * days) / 365))
  assert.equal(await owed('2026-09-30'), stood(31))
  assert.equal(await owed('2026-05-02'), stood(182))
})
