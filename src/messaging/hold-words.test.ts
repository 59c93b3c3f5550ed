import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HoldTold, holdWords } from '#messaging/hold-words'
import { orderWords, type Told } from '#messaging/order-words'

const told: HoldTold = {
  news: 'hold.reminded',
  name: '山田 花子',
  lines: [{ name: 'リネンシャツ', quantity: 1 }],
  expires_at: '2026-11-22T04:00:00.000Z',
  shop: { name: '新宿店', name_en: 'Shinjuku', time_zone: 'Asia/Tokyo' },
}

test('a hold’s mail says in both languages what is kept, where, and until which time of the shop', () => {
  const ja = holdWords(told, 'ja')
  assert.equal(ja.subject, 'お取り置きの期限が近づいています（新宿店）')
  for (const piece of ['山田 花子 さま', '新宿店', '11月22日(日) 13:00', 'リネンシャツ × 1'])
    assert.ok(ja.text.includes(piece), ja.text)
  const en = holdWords({ ...told, news: 'hold.placed' }, 'en')
  for (const piece of ['Shinjuku', '13:00', 'pay in the shop']) assert.ok(en.text.includes(piece), en.text)
})

test('an order ahead is told with the number that is called, a delivery with its day and slot', () => {
  const order: Told = {
    news: 'order.ready',
    name: null,
    number: '1',
    way: 'order_ahead',
    lines: [],
    total_yen: 860,
    tax_yen: 63,
    points_used: 0,
    points_earned: 8,
    pickup_code: null,
    shop: told.shop,
    keep_until: null,
    call_number: 12,
  }
  assert.ok(orderWords(order, 'ja').text.includes('お渡し番号: 12'))
  assert.ok(orderWords(order, 'en').text.includes('Your number: 12'))
  const sent: Told = {
    ...order,
    news: 'order.placed',
    way: 'ship',
    call_number: null,
    delivery: { date: '2026-11-25', ja: '18時〜20時', en: '18:00–20:00' },
  }
  assert.ok(orderWords(sent, 'ja').text.includes('お届け日: 11月25日(水) 18時〜20時'), orderWords(sent, 'ja').text)
})
