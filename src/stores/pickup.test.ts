import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, local } from '#core/time'
import { deliveryDays, feeOf, usualTerms } from '#stores/delivery'
import type { Hours, Span } from '#stores/hours'
import { opening } from '#stores/hours'
import { type Pickup, pickupPromise, pickupWindows } from '#stores/pickup'
import { prefectureOf, prefectures } from '#stores/prefectures'

const zone = 'Asia/Tokyo'
const runs = { numRuns: Number(process.env.PICKUP_RUNS ?? 80) }
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const span = fc
  .tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 30, max: 700 }))
  .map(([open, length]): Span => ({ open: clock(open), close: clock(open + length) }))
const day = fc.option(span, { nil: undefined }).map((one) => (one ? [one] : []))
const hours = fc
  .tuple(day, day, day, day, day, day, day)
  .map(([sun, mon, tue, wed, thu, fri, sat]): Hours => ({ sun, mon, tue, wed, thu, fri, sat }))
const place = fc.record({
  offers_pickup: fc.constant(true),
  active: fc.constant(true),
  time_zone: fc.constant(zone),
  hours,
  pickup_cutoff: fc.integer({ min: 0, max: 1439 }).map(clock),
  pickup_ready_minutes: fc.integer({ min: 0, max: 600 }),
  pickup_keep_days: fc.constant(7),
  pickup_days: fc.integer({ min: 1, max: 10 }),
  pickup_window_minutes: fc.constantFrom(0, 30, 60, 120),
})
const moment = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') })

test('a window is never offered before goods can be ready, outside opening hours, twice, or past the days asked', () => {
  fc.assert(
    fc.property(place, moment, (where: Pickup, at_ms) => {
      const at = new Date(at_ms)
      const windows = pickupWindows(where, at)
      const today = local(at, zone).date
      const late = local(at, zone).time >= where.pickup_cutoff
      let before = 0
      for (const { date, from, until } of windows) {
        assert.ok(from < until)
        assert.ok(Date.parse(from) >= before, 'in order, without overlap')
        before = Date.parse(until)
        if (date === today) assert.ok(!late, 'nothing today after the cut-off')
        assert.ok(Date.parse(from) >= at_ms + where.pickup_ready_minutes * 60_000)
        assert.ok(date >= today)
      }
      for (const { from, until } of [...windows.slice(0, 2), ...windows.slice(-1)]) {
        assert.ok(opening(where.hours, zone, new Date(from)).open_now)
        assert.ok(opening(where.hours, zone, new Date(Date.parse(until) - 1)).open_now)
      }
      assert.ok(new Set(windows.map(({ date }) => date)).size <= where.pickup_days)
      const promised = pickupPromise(where, at)
      if (promised) assert.equal(promised.ready_at, windows[0]?.from, 'what is promised is the first window offered')
    }),
    runs,
  )
})

test('a delivery’s dates are consecutive, begin a day later after the cut-off, and never before the way there takes', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...prefectures), (at_ms, prefecture) => {
      const terms = { ...usualTerms, valid_from: '2026-01-01' }
      const at = new Date(at_ms)
      const { dates, earliest, latest } = deliveryDays(terms, zone, prefecture, at)
      const lead = terms.leads.find((one) => one.prefectures.includes(prefecture))?.days ?? terms.lead_days
      const now = local(at, zone)
      assert.equal(earliest, addDays(now.date, lead + (now.time < terms.cutoff ? 0 : 1)))
      assert.equal(latest, addDays(earliest, terms.days_offered - 1))
      assert.deepEqual(dates, [...new Set(dates)].sort())
    }),
    runs,
  )
})

test('a fee never falls below nothing and never rises with the worth of the goods', () => {
  const terms = {
    ...usualTerms,
    valid_from: '2026-01-01',
    fee_yen: 660,
    free_from_yen: 5_000,
    fees: [{ prefectures: ['沖縄県'], fee_yen: 1_650, free_from_yen: 20_000 }],
  }
  fc.assert(
    fc.property(fc.constantFrom(...prefectures, ''), fc.nat(30_000), fc.nat(30_000), (prefecture, less, more) => {
      const fee = feeOf(terms, prefecture, less)
      assert.ok(fee >= feeOf(terms, prefecture, less + more) && fee >= 0)
    }),
    runs,
  )
  assert.deepEqual(
    [feeOf(terms, '沖縄県', 4_999), feeOf(terms, '東京都', 4_999), feeOf(terms, '東京都', 5_000)],
    [1_650, 660, 0],
  )
})

test('there are 47 prefectures, known with and without their last character, and 北海道 by its whole name alone', () => {
  assert.equal(new Set(prefectures).size, 47)
  for (const full of prefectures) {
    assert.equal(prefectureOf(full), full)
    if (full !== '北海道') assert.equal(prefectureOf(full.slice(0, -1)), full)
  }
  for (const none of ['', '京', '東京府', '江戸', '都']) assert.equal(prefectureOf(none), undefined)
})
