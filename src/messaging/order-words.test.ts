import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { orderWords, type Told } from '#messaging/order-words'

const told: Told = {
  news: 'order.ready',
  name: '山田 花子',
  number: '10000042',
  way: 'collect',
  lines: [
    { name: 'リネンシャツ', quantity: 1, amount_yen: 2990, reduced: false },
    { name: '焼き菓子', quantity: 2, amount_yen: 2160, reduced: true },
  ],
  total_yen: 5150,
  tax_yen: 431,
  points_used: 0,
  points_earned: 51,
  pickup_code: '012345',
  shop: { name: '新宿店', name_en: 'Shinjuku', time_zone: 'Asia/Tokyo' },
  keep_until: '2026-11-29T15:00:00.000Z',
}

suite('words about an order', () => {
  test('say in Japanese what is ready, where, by which code and until which day', () => {
    const { subject, text } = orderWords(told, 'ja')
    assert.equal(subject, 'お受け取りの準備ができました（注文番号 10000042）')
    for (const piece of [
      '山田 花子 さま',
      '新宿店',
      '受取番号: 012345',
      '11月29日(日)まで',
      '焼き菓子 × 2  ¥2,160※',
      '合計 ¥5,150（うち消費税 ¥431）',
      '軽減税率',
    ])
      assert.ok(text.includes(piece), piece)
  })

  test('say the same in English', () => {
    const { subject, text } = orderWords(told, 'en-GB')
    assert.equal(subject, 'Ready to collect (order 10000042)')
    for (const piece of ['Shinjuku', 'Pickup code: 012345', 'Kept until Sun', '29 November', '¥2,160*', 'Total ¥5,150'])
      assert.ok(text.includes(piece), piece)
    assert.doesNotMatch(text, /[ぁ-んァ-ヶ]+です|さま/)
  })

  test('tell points only with the order itself, and no code once it is cancelled', () => {
    assert.match(orderWords({ ...told, news: 'order.placed' }, 'ja').text, /51 ポイントがつきます/)
    assert.doesNotMatch(orderWords(told, 'ja').text, /ポイント/)
    assert.doesNotMatch(orderWords({ ...told, news: 'order.cancelled' }, 'ja').text, /012345/)
  })
})
