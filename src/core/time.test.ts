import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { addDays, businessDate, clock, instant, local, setClock } from './time.ts'

const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Pacific/Auckland']
after(() => setClock())

test('hours before the cut-over belong to the day before, the cut-over itself to the new day', () => {
  const at = (time: string) => businessDate(instant('2026-11-22', time), 'Asia/Tokyo', '05:00')
  assert.equal(at('04:59:59'), '2026-11-21')
  assert.equal(at('05:00'), '2026-11-22')
  assert.equal(at('23:59:59'), '2026-11-22')
  assert.equal(businessDate(instant('2026-11-23', '00:00'), 'Asia/Tokyo', '05:00'), '2026-11-22')
})

test('without a cut-over the day changes at the shop’s midnight, not at Greenwich’s', () => {
  assert.equal(businessDate(new Date('2026-11-22T14:59:59Z')), '2026-11-22')
  assert.equal(businessDate(new Date('2026-11-22T15:00:00Z')), '2026-11-23')
  assert.equal(businessDate(new Date('2026-12-31T15:00:00Z')), '2027-01-01')
})

test('a machine in any of five time zones comes to the same business date', () => {
  const before = process.env.TZ
  try {
    for (const zone of zones) {
      process.env.TZ = zone
      assert.equal(businessDate(new Date('2026-11-21T19:59:59Z'), 'Asia/Tokyo', '05:00'), '2026-11-21')
      assert.equal(businessDate(new Date('2026-11-21T20:00:00Z'), 'Asia/Tokyo', '05:00'), '2026-11-22')
      assert.equal(addDays('2026-02-28', 1), '2026-03-01')
    }
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})

test('an instant seen on the wall and put back is the same instant, in each of five zones', () => {
  const whole_minutes = fc
    .integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
    .map((minutes) => minutes * 60_000)
  fc.assert(
    fc.property(whole_minutes, fc.constantFrom(...zones), (ms, zone) => {
      const seen = local(new Date(ms), zone)
      const back = instant(seen.date, seen.time, zone)
      // An hour that summer time repeats has two instants with one wall clock.
      assert.deepEqual(local(back, zone), seen)
    }),
  )
})

test('a wall clock just after summer time began is found', () => {
  assert.equal(instant('2026-03-08', '03:30', 'America/New_York').toISOString(), '2026-03-08T07:30:00.000Z')
  assert.equal(instant('2026-11-01', '12:00', 'America/New_York').toISOString(), '2026-11-01T17:00:00.000Z')
})

test('days are added over months, leap days and years', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29')
  assert.equal(addDays('2026-12-31', 1), '2027-01-01')
  assert.equal(addDays('2026-03-01', -1), '2026-02-28')
})

test('the clock is held by whoever sets it and given back', () => {
  setClock(() => Date.parse('2026-01-02T03:04:05.678Z'))
  assert.equal(clock.iso(), '2026-01-02T03:04:05.678Z')
  assert.equal(clock.ms(), clock.now().getTime())
  setClock()
  assert.ok(Math.abs(clock.ms() - Date.now()) < 60_000)
})
