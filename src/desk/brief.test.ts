import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { brief, type Facts } from './brief.ts'

const now = new Date('2026-11-22T03:00:00Z')
const nobody: Facts = {
  registered_at: '2026-11-12T03:00:00Z',
  orders_count: 0,
  last_order: null,
  visits_30_days: 0,
  visits: [],
  liked: null,
  waiting: [],
  cart: null,
  points: { available: 0, expiring: [] },
  consents: [],
}
const shinjuku = (last_at: string, visits: number) => [
  { place_id: 'p', place_name: '新宿店', place_name_en: 'Shinjuku', visits, last_at },
]
const line = (at: 0 | 1 | 2, facts: Partial<Facts>) => {
  const { ja, en } = brief({ ...nobody, ...facts }, now)[at] as { ja: string; en: string }
  return [ja, en]
}
const consents = [{ purpose: 'personalise', channel: 'any', granted: true }]
const liked = { name: 'オーガニック', name_en: 'organic food', pieces: 8 }
const last_order = {
  placed_at: '2026-09-03T03:00:00Z',
  channel: 'till',
  place_name: '新宿店',
  place_name_en: 'Shinjuku',
  lines: [{ name: '麻シャツ' }, { name: '靴下' }],
}

suite('the brief of a customer says in three lines', () => {
  test('how often she comes, and where she was last', () => {
    assert.deepEqual(line(0, { visits_30_days: 3, visits: shinjuku('2026-11-15T03:00:00Z', 3) }), [
      '30日で3回ご来店、前回は新宿店（11月15日）。',
      '3 visits in 30 days, last at Shinjuku on 15 Nov.',
    ])
    assert.deepEqual(line(0, { visits_30_days: 3, visits: shinjuku('2026-11-22T01:00:00Z', 3) }), [
      '30日で3回目のご来店、今日は新宿店。',
      'Visit no. 3 in 30 days, today at Shinjuku.',
    ])
  })
  test('when she last bought, if she has not come for a month', () => {
    assert.deepEqual(line(0, { orders_count: 4, last_order }), [
      'この30日のご来店はありません。前回のお買い物は9月3日、新宿店。',
      'No visit in 30 days. Last bought on 3 Sep (Shinjuku).',
    ])
    assert.match(
      String(
        line(0, { orders_count: 4, last_order: { ...last_order, placed_at: '2025-09-03T03:00:00Z', channel: 'ec' } }),
      ),
      /2025年9月3日、EC。.*3 Sep 2025 \(online\)/,
    )
  })
  test('that she is new', () => {
    assert.deepEqual(line(0, {}), [
      'ご登録から10日、ご来店とお買い物はこれからです。',
      'With us for 10 days; no visit or purchase yet.',
    ])
    assert.deepEqual(line(0, { registered_at: now.toISOString() }), [
      '今日ご登録いただいたお客様です。',
      'Joined us today.',
    ])
  })
  test('what she often chooses, only if she agreed to that; else what she bought last', () => {
    assert.deepEqual(line(1, { orders_count: 4, last_order, liked, consents }), [
      'オーガニックをよく選ばれます。',
      'Often chooses organic food.',
    ])
    const said = [
      '前回は「麻シャツ」ほか1点をお求めです（お買い物4回）。',
      'Last bought “麻シャツ” and 1 more (4 purchases).',
    ]
    assert.deepEqual(line(1, { orders_count: 4, last_order, liked }), said)
    assert.deepEqual(line(1, { orders_count: 4, last_order, liked: { ...liked, pieces: 2 }, consents }), said)
    assert.deepEqual(line(1, {}), ['お買い物の記録はまだありません。', 'Nothing bought yet.'])
  })
  test('what waits for her: collection, cart, points that expire', () => {
    const ready = { state: 'ready', place_name: '新宿店', place_name_en: 'Shinjuku', pieces: 2 }
    const cart = { pieces: 2, lines: [{ name: 'コート', name_en: 'Coat' }] }
    assert.deepEqual(
      line(2, {
        waiting: [ready],
        cart,
        points: { available: 1234, expiring: [{ points: 1200, expires_at: '2026-12-01T15:00:00Z' }] },
      }),
      [
        '受取可のご注文1件（新宿店）、カートにコートなど2点、1,200ポイントが12月1日まで。',
        '1 order ready to collect (Shinjuku); Coat and more (2) in the cart; 1,200 points until 1 Dec.',
      ],
    )
    assert.deepEqual(
      line(2, { points: { available: 1234, expiring: [{ points: 1200, expires_at: '2027-03-01T15:00:00Z' }] } }),
      ['保有1,234ポイント。', '1,234 points.'],
    )
    assert.deepEqual(line(2, {}), ['お待ちのご用件はありません。', 'Nothing is waiting.'])
  })
})
