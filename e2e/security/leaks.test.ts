/**
 * Goal: personal data stands in clear nowhere. Method: unmistakable people join, buy, are looked for, mistyped and refused, the
 * work that follows is done; then every log line, problem, address and table row is searched for them.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { system } from '../../src/core/actor.ts'
import type { App } from '../../src/core/app.ts'
import { only, run, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { leaks } from '../../src/core/leaks.ts'
import { putSetting } from '../../src/core/settings.ts'
import { buildApp } from '../../src/http.ts'
import { reactions, tick } from '../../src/reactions.ts'
import { type House, openHouse, planted, traces } from './people.ts'

const people = [...traces('a'), ...traces('b')]

describe('personal data in clear', () => {
  let house: House
  let app: App
  let worker: Worker
  const log: string[] = []
  const problems: string[] = []
  const addresses: string[] = []
  before(async () => {
    follow(reactions)
    house = await openHouse()
    const stream = { write: (line: string) => void log.push(line) }
    app = await buildApp(house.db, { logger: { level: 'trace', stream } as { level: string } })
    await installJobs(house.db.url)
    worker = await startWorker(house.db, { tick, report: (error) => log.push(String((error as Error).stack)) })
  })
  after(async () => {
    await worker?.stop()
    follow({})
    await app?.close()
    await house?.close()
  })

  async function say(
    who: string,
    method: string,
    url: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const { token } = house.caller(who)
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: {
        'idempotency-key': randomUUID(),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    addresses.push(url, String(answer.headers.location ?? ''))
    if (answer.statusCode >= 400) problems.push(answer.body)
    const read = answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {}
    if (typeof read.next === 'string') addresses.push(read.next, Buffer.from(read.next, 'base64url').toString())
    return { status: answer.statusCode, body: read }
  }

  it('is let in by every door it has', async () => {
    const { a, b } = planted
    const gtin = '4599990000030'
    const ship = {
      family_name: a.family_name,
      given_name: a.given_name,
      phone: a.phone,
      postal_code: a.postal_code,
      prefecture: a.prefecture,
      city: a.city,
      address: `${a.address}${a.building}`,
      email: a.email,
    }
    const lines = [{ gtin, quantity: 1 }]
    const card = [{ method: 'card', token: 'tok_visa' }]
    const well = async (...what: Parameters<typeof say>) => {
      const answer = await say(...what)
      assert.ok(
        answer.status < 300,
        `${what.slice(0, 3).join(' ')}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`,
      )
      return answer.body
    }
    await say('nobody', 'POST', '/v1/customers', { ...b })
    await well('nobody', 'POST', '/v1/customers/sign-in-codes', { email: a.email })
    await say('nobody', 'POST', '/v1/customers/sessions', { email: a.email, code: '000000' })
    await well('member a', 'PATCH', '/v1/customers/me', { building: a.building, phone: a.phone })
    await say('member a', 'POST', '/v1/orders', { way: 'ship', lines, ship, payments: card })
    await well('member a', 'POST', '/v1/orders', { way: 'collect', place_id: house.shinjuku, lines, payments: card })
    const contact = { family_name: b.family_name, given_name: b.given_name, email: b.email, phone: b.phone }
    await well('visitor', 'POST', '/v1/orders', {
      way: 'collect',
      place_id: house.shinjuku,
      lines,
      contact,
      payments: card,
    })
    for (const text of [a.family_name, a.phone, a.email, `${a.family_name_kana} ${a.given_name_kana}`])
      await well('agent', 'POST', '/v1/customers/searches', { text })
    const profile_id = house.caller('member a').profile_id
    await well('agent', 'GET', `/v1/customers/${profile_id}`)
    await well('agent', 'GET', `/v1/desk/customers/${profile_id}`)
    await well('agent', 'PATCH', `/v1/customers/${profile_id}`, { address: a.address })
    await well('admin', 'GET', '/v1/orders?limit=1')
    // Mistyped, misplaced, broken off: what is refused says what is wrong, and no more.
    for (const body of [
      { ...a },
      { ...a, email: `${a.email}@` },
      { ...a, phone: a.address },
      { [a.email]: a.family_name },
      { ...a, birth_date: a.address },
    ])
      assert.ok((await say('nobody', 'POST', '/v1/customers', body)).status >= 400)
    await say('nobody', 'POST', '/v1/customers', `{"email":"${a.email}","family_name":"${a.family_name}`)
    await say('member a', 'POST', '/v1/orders', {
      way: 'ship',
      lines,
      ship: { ...ship, surplus: a.address },
      payments: card,
    })
    await say('member a', 'POST', '/v1/orders', { way: a.family_name, lines, ship, payments: card })
    await say('agent', 'POST', '/v1/customers/searches', { text: a.family_name, limit: a.phone })
    await say('member a', 'POST', '/v1/activity/events', {
      events: [
        {
          message_id: a.email,
          type: 'Product Viewed',
          occurred_at: '2026-11-22T00:00:00Z',
          facts: { product_id: a.email },
        },
      ],
    })
  })

  it('is in no table row, job or stored answer once the work that follows is done', async () => {
    const late = performance.now() + 30_000
    for (;;) {
      const { left } = await only<{ left: number }>(house.db, sql`select count(*) as left from activity.pending`)
      if (left === 0 || performance.now() > late) break
      await new Promise((done) => setTimeout(done, 100))
    }
    assert.deepEqual(await leaks(house.db.url, people), [])
  })

  it('is in no log line, problem or address', () => {
    assert.ok(log.length > 20, `${log.length} lines`)
    assert.ok(problems.length >= 8, `${problems.length} problems`)
    const found = (lines: readonly string[]) => lines.filter((line) => people.some((value) => line.includes(value)))
    assert.deepEqual(found(log), [])
    assert.deepEqual(found(problems), [])
    assert.deepEqual(
      found(addresses.flatMap((each) => [each, decodeURIComponent(each.replace(/%(?![0-9a-f]{2})/gi, '%25'))])),
      [],
    )
  })

  it('would be found: in a text, inside JSON, among bytes, in a job', async () => {
    await transaction(house.db, system, (tx) =>
      putSetting(tx, 'planted.text', { note: `call ${planted.a.phone}` }, 'test'),
    )
    await transaction(house.db, system, (tx) =>
      only(tx, sql`insert into core.counter (series, value) values (${planted.b.given_name}, 1) returning series`),
    )
    await transaction(house.db, system, (tx) =>
      only(
        tx,
        sql`insert into core.idempotency (scope, key, fingerprint, created_at, expires_at)
            values ('planted', 'planted', ${Buffer.from(planted.a.email)}, '2026-01-01', '2026-01-01') returning key`,
      ),
    )
    const found = await leaks(house.db.url, people)
    assert.deepEqual(found.map(({ table }) => table).sort(), ['core.counter', 'core.idempotency', 'core.setting'])
    // What is planted is weeded: closing the house looks through it once more.
    for (const weeding of [
      sql`delete from core.counter where series = ${planted.b.given_name}`,
      sql`delete from core.idempotency where scope = 'planted'`,
      sql`delete from core.setting where key = 'planted.text'`,
    ])
      await transaction(house.db, system, (tx) => run(tx, weeding))
  })
})
