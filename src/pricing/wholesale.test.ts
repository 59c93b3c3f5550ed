import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { closingOn, dueOn } from './closing.ts'
import { wholesaleAt } from './wholesale.ts'

const row = (from_quantity: number, yen: number, rest = {}) => ({
  from_quantity,
  lot_quantity: 1,
  yen,
  valid_from: '2026-01-01T00:00:00Z',
  valid_to: null as string | null,
  ...rest,
})
const now = '2026-11-22T00:00:00Z'

suite('wholesale prices', () => {
  const list = [row(5, 400, { lot_quantity: 5 }), row(30, 360, { lot_quantity: 5 })]
  test('the largest quantity reached counts; too few and broken lots are refused, saying what would do', () => {
    assert.deepEqual(wholesaleAt(list, 25, now), { row: list[0] })
    assert.deepEqual(wholesaleAt(list, 30, now), { row: list[1] })
    assert.deepEqual(wholesaleAt(list, 4, now), { refused: 'minimum', quantity: 5 })
    assert.deepEqual(wholesaleAt(list, 33, now), { refused: 'lot', quantity: 5 })
    assert.deepEqual(wholesaleAt([], 1, now), { refused: 'not_listed' })
  })
  test('of rows for one quantity the latest begun counts; what has ended or not begun does not', () => {
    const later = row(1, 90, { valid_from: '2026-11-01T00:00:00Z' })
    const ended = row(1, 80, { valid_from: '2026-11-20T00:00:00Z', valid_to: '2026-11-21T00:00:00Z' })
    const coming = row(1, 70, { valid_from: '2027-01-01T00:00:00Z' })
    assert.deepEqual(wholesaleAt([row(1, 100), later, ended, coming], 1, now), { row: later })
    assert.deepEqual(wholesaleAt([ended, coming], 1, now), { refused: 'not_listed' })
  })
  test('whatever the list, a price is of a row in force whose quantity is reached, and no nearer one is', () => {
    const some = fc.array(
      fc
        .record({ from_quantity: fc.integer({ min: 1, max: 50 }), yen: fc.nat(999) })
        .map((r) => row(r.from_quantity, r.yen)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 60 }), (rows, quantity) => {
        const found = wholesaleAt(rows, quantity, now)
        const reached = rows.map((r) => r.from_quantity).filter((from) => from <= quantity)
        if ('row' in found) assert.equal(found.row.from_quantity, Math.max(...reached))
        else assert.equal(reached.length, 0)
      }),
    )
  })
})

suite('closing days', () => {
  test('the 20th, the end of the month, and a 31st in February', () => {
    assert.equal(closingOn('2026-11-20', 20), '2026-11-20')
    assert.equal(closingOn('2026-11-21', 20), '2026-12-20')
    assert.equal(closingOn('2026-12-31', 20), '2027-01-20')
    assert.equal(closingOn('2027-02-01', 31), '2027-02-28')
    assert.equal(dueOn('2026-11-20', 1, 31), '2026-12-31')
    assert.equal(dueOn('2027-01-31', 1, 31), '2027-02-28')
    assert.equal(dueOn('2026-11-30', 2, 10), '2027-01-10')
    assert.equal(dueOn('2026-11-10', 0, 31), '2026-11-30')
  })
  test('closings follow each other a month apart, and none is skipped', () => {
    const start = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 31 }), (date, day) => {
        const first = closingOn(date, day)
        assert.ok(first >= date)
        const next = closingOn(new Date(Date.parse(`${first}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10), day)
        const apart = (Date.parse(next) - Date.parse(first)) / 86_400_000
        assert.ok(apart >= 28 && apart <= 31, `${first} ${next}`)
        assert.ok(dueOn(first, 1, 31) > first)
      }),
    )
  })
})
