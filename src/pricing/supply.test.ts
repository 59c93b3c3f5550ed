import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type Transition, taxDate } from './supply.ts'

const change = '2027-04-01'
const mail: Transition = {
  category: 'food',
  supply_mode: 'delivery',
  changes_on: change,
  ordered_from: '2026-10-01',
  supplied_before: '2027-05-01',
}
const contract = (ordered_on: string, supplied_on: string, supply_mode = 'delivery', category = 'food') => ({
  category,
  supply_mode,
  ordered_on,
  supplied_on,
})
const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.parse('2026-01-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10))

suite('the day that chooses the rate', () => {
  test('is the day of supply, when no rule says otherwise', () => {
    fc.assert(
      fc.property(day, day, (ordered_on, supplied_on) => {
        const date = taxDate(contract(ordered_on, supplied_on), [])
        assert.equal(date, supplied_on > ordered_on ? supplied_on : ordered_on)
      }),
    )
  })
  test('is the eve of the change for a contract that a transition shields', () => {
    assert.equal(taxDate(contract('2027-03-31', '2027-04-02'), [mail]), '2027-03-31')
    assert.equal(taxDate(contract('2026-10-01', '2027-04-30'), [mail]), '2027-03-31')
  })
  test('each condition counts: mode, category, the contract’s day, the last day of supply', () => {
    assert.equal(taxDate(contract('2027-03-31', '2027-04-02', 'take_away'), [mail]), '2027-04-02')
    assert.equal(taxDate(contract('2027-03-31', '2027-04-02', 'delivery', 'standard'), [mail]), '2027-04-02')
    assert.equal(taxDate(contract('2026-09-30', '2027-04-02'), [mail]), '2027-04-02')
    assert.equal(taxDate(contract('2027-03-31', '2027-05-01'), [mail]), '2027-05-01')
    assert.equal(taxDate(contract('2027-04-01', '2027-04-02'), [mail]), '2027-04-02')
    assert.equal(taxDate(contract('2027-03-30', '2027-03-31'), [mail]), '2027-03-31')
    assert.equal(taxDate(contract('2027-03-31', '2027-04-02', 'eat_in'), [{ ...mail, supply_mode: '*' }]), '2027-03-31')
  })
  test('never lies before the order nor after the supply, whatever the rules', () => {
    const rule = fc.record({
      category: fc.constantFrom('*', 'food'),
      supply_mode: fc.constantFrom('*', 'delivery'),
      changes_on: day,
      ordered_from: fc.option(day),
      supplied_before: fc.option(day),
    })
    fc.assert(
      fc.property(day, day, fc.array(rule, { maxLength: 4 }), (a, b, rules) => {
        const [ordered_on, supplied_on] = a < b ? [a, b] : [b, a]
        const date = taxDate(contract(ordered_on, supplied_on), rules)
        assert.ok(date >= ordered_on && date <= supplied_on, `${ordered_on} ${date} ${supplied_on}`)
      }),
    )
  })
})
