import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Books } from './books.ts'
import { retailer } from './retailer.ts'

const town = retailer('test')
const gtin = (code: string) => town.products.find((one) => one.code === code)?.variants[0]?.gtin ?? ''
const line = (code: string, quantity = 1) => ({ gtin: gtin(code), quantity })
const books = () => new Books(town)

test('the receipts of the journeys come out to the yen', () => {
  const price = (lines: { gtin: string; quantity: number }[], eat_in = false) => books().price(lines, eat_in)
  assert.deepEqual(price([line('organic-oats'), line('soy-milk'), line('washer-cleaner')]), {
    total_yen: 1680,
    tax_yen: 130,
  })
  assert.deepEqual(price([line('latte'), line('whole-wheat-cookie')]), { total_yen: 860, tax_yen: 63 })
  assert.deepEqual(price([line('latte')], true), { total_yen: 550, tax_yen: 50 })
  assert.deepEqual(price([line('gion-lunch')], true), { total_yen: 4400, tax_yen: 400 })
})

test('what is set before tax: upon the sum of its rate alone, piece by piece beside goods priced with tax', () => {
  // 520 + 210 = 730, and 8% of it is 58.4.
  assert.equal(books().price([line('hojicha-latte'), line('onigiri-kombu')], false).total_yen, 788)
  // 520 is shown at 561 (41.6), 210 at 226 (16.8); the cookie is 320 with its tax.
  assert.equal(
    books().price([line('hojicha-latte'), line('onigiri-kombu'), line('whole-wheat-cookie')], false).total_yen,
    1107,
  )
})

test('an order that nobody fetched is undone, and what was used comes back', () => {
  const own = books()
  own.receive('shinjuku', [line('soy-milk', 5)])
  own.grant({ code: 'M-00001' }, 100)
  const sale = { person: 'M-00001', place: 'shinjuku', lines: [line('soy-milk', 2)], eat_in: false, by_line: false }
  own.sell({ ...sale, ref: 'fetched', points_used: 0, leaves: 'later', keep_until: '2026-11-10T10:00:00Z' })
  own.sell({ ...sale, ref: 'left', points_used: 50, leaves: 'later', keep_until: '2026-11-10T10:00:00Z' })
  own.leave('fetched')
  own.leave('fetched')
  assert.equal(own.points.get('M-00001'), 100 + 15 + 14 - 50)
  own.lapse('2026-11-09T10:00:00Z')
  assert.equal(own.orders.get('left')?.undone, false)
  own.lapse('2026-11-11T10:00:00Z')
  assert.deepEqual([own.orders.get('left')?.undone, own.orders.get('fetched')?.undone], [true, false])
  assert.equal(own.points.get('M-00001'), 115)
  assert.equal(own.stock.get(`shinjuku ${gtin('soy-milk')}`), 3)
})
