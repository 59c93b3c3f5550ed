import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { cityOf, climateDay } from '#channels/weather/climate'
import { fakeForecaster } from '#channels/weather/fake'
import { openMeteo } from '#channels/weather/open-meteo'
import type { Forecaster } from '#channels/weather/report'
import { forecaster } from '#channels/weather/weather'

const sapporo = { latitude: 43.0589, longitude: 141.3524 }
const naha = { latitude: 26.215, longitude: 127.6867 }

/** What both must do: one contract for the fake and the real one. */
function contract(name: string, world: () => Forecaster): void {
  describe(name, () => {
    test('a day is told whole, and the same when asked again', async () => {
      const told = await world().day(sapporo, '2026-01-15')
      assert.equal(told.date, '2026-01-15')
      assert.ok(['sun', 'cloud', 'rain', 'snow'].includes(told.sky))
      assert.ok(told.low_c <= told.high_c && told.humidity > 0 && told.humidity <= 100 && told.rain_mm >= 0)
      assert.deepEqual(await world().day(sapporo, '2026-01-15'), told)
    })
    test('January is colder in Sapporo than in Naha', async () => {
      const [north, south] = [await world().day(sapporo, '2026-01-15'), await world().day(naha, '2026-01-15')]
      assert.ok(north.high_c < south.high_c)
    })
  })
}

contract('the fake', () => fakeForecaster('test'))

let server: Server
let url: string
before(async () => {
  server = createServer((request, reply) => {
    const asked = new URL(request.url ?? '', 'http://test').searchParams
    const north = Number(asked.get('latitude')) > 35
    const day: Record<string, number> = {
      weather_code: north ? 73 : 2,
      temperature_2m_max: north ? -2.1 : 19.4,
      temperature_2m_min: north ? -8 : 15,
      relative_humidity_2m_mean: 71,
      precipitation_sum: north ? 4.2 : 0,
    }
    const known = asked.get('timezone') === 'Asia/Tokyo' && asked.get('start_date') === asked.get('end_date')
    const daily = Object.fromEntries(
      (asked.get('daily') ?? '').split(',').map((field) => [field, [day[field] ?? null]]),
    )
    if (asked.get('start_date') === '2030-01-01') reply.end(JSON.stringify({ daily: { time: [] } }))
    else reply.writeHead(known ? 200 : 400).end(JSON.stringify({ daily }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
after(() => {
  server.close()
  delete process.env.ENGAWA_WEATHER
})
contract('Open-Meteo', () => openMeteo(url))

test('the codes of the sky are read, and a day nobody knows is an error', async () => {
  assert.equal((await openMeteo(url).day(sapporo, '2026-01-15')).sky, 'snow')
  assert.equal((await openMeteo(url).day(naha, '2026-01-15')).sky, 'cloud')
  await assert.rejects(openMeteo(url).day(naha, '2030-01-01'), /knows nothing/)
})

test('the service is chosen by a setting', () => {
  assert.equal(forecaster().name, 'fake')
  process.env.ENGAWA_WEATHER = 'open-meteo'
  assert.equal(forecaster().name, 'open-meteo')
})

test('a year of a city keeps within its climate: as wet and as warm as it should be', () => {
  assert.equal(cityOf({ latitude: 35.05, longitude: 135.76 }), 'kyoto')
  const dates = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  const year = dates.map((date) => climateDay('test', 'kyoto', date))
  const wet = year.filter(({ sky }) => sky === 'rain' || sky === 'snow')
  assert.ok(wet.length > 80 && wet.length < 140, `${wet.length} wet days`)
  assert.ok(wet.every(({ rain_mm }) => rain_mm > 0))
  const august = year.filter(({ date }) => date.startsWith('2026-08'))
  assert.ok(august.reduce((sum, { high_c }) => sum + high_c, 0) / august.length > 30)
})
