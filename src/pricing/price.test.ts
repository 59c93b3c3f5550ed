import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PriceRow, priceAt } from './price.ts'

const row = (yen: number, valid_from: string, more: Partial<PriceRow> = {}): PriceRow => {
  return { yen, tax_included: true, valid_from, valid_to: null, channel: null, ...more }
}
const rows = [
  row(1980, '2026-01-01T00:00:00Z'),
  row(1780, '2026-11-01T00:00:00.000Z', { valid_to: '2026-12-01T00:00:00+09:00' }),
  row(1880, '2026-06-01T00:00:00Z', { channel: 'ec' }),
]

test('a row for the channel beats any channel, then the latest begun wins', () => {
  for (const list of [rows, rows.toReversed()]) {
    assert.equal(priceAt(list, '2026-03-01T00:00:00Z', 'ec')?.yen, 1980)
    assert.equal(priceAt(list, '2026-11-22T00:00:00Z', 'ec')?.yen, 1880)
    assert.equal(priceAt(list, '2026-11-22T00:00:00Z', 'till')?.yen, 1780)
  }
})

test('a price begins at its first instant and ends just before its last', () => {
  assert.equal(priceAt(rows, '2026-10-31T23:59:59.999Z', 'till')?.yen, 1980)
  assert.equal(priceAt(rows, '2026-11-01T00:00:00Z', 'till')?.yen, 1780)
  assert.equal(priceAt(rows, '2026-11-30T14:59:59.999Z', 'till')?.yen, 1780)
  assert.equal(priceAt(rows, '2026-11-30T15:00:00Z', 'till')?.yen, 1980)
  assert.equal(priceAt(rows, '2025-12-31T23:59:59Z', 'till'), undefined)
})

test('of two rows begun at the same instant the customer gets the lower', () => {
  const twins = [row(500, '2026-01-01T00:00:00Z'), row(480, '2026-01-01T00:00:00Z')]
  assert.equal(priceAt(twins, '2026-02-01T00:00:00Z', 'ec')?.yen, 480)
  assert.equal(priceAt(twins.toReversed(), '2026-02-01T00:00:00Z', 'ec')?.yen, 480)
})

test('a time without offset and a price that is no whole yen are refused', () => {
  assert.throws(() => priceAt(rows, '2026-11-22T00:00:00', 'ec'), /^RangeError: at/)
  assert.throws(() => priceAt(rows, '2026-11-22', 'ec'), /^RangeError: at/)
  assert.throws(() => priceAt([row(1.5, '2026-01-01T00:00:00Z')], '2026-11-22T00:00:00Z', 'ec'), /^RangeError: yen/)
  assert.throws(() => priceAt([row(1, 'soon')], '2026-11-22T00:00:00Z', 'ec'), /^RangeError: valid_from/)
})
