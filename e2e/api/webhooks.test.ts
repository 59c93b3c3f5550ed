/** Webhooks out: who asks to be told is told, signed, at least once, in order, and never at an inner address. */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { follow, openBell, startWorker, type Worker } from '../../src/activity/activity.ts'
import { system } from '../../src/core/actor.ts'
import { only, raw, rows, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { setClock } from '../../src/core/time.ts'
import { type Sender, startSender, watchSubscriptions } from '../../src/integrations/integrations.ts'
import { reactions, tick, watchers } from '../../src/reactions.ts'
import { openReceiver, type Receiver } from '../receiver.ts'
import { openShop, type Shop } from './app.ts'

const shirt = '4599990000030'
const hour = 3_600_000
type Made = { webhook_id: string; secret: string }
type Row = {
  state: string
  attempts: number
  delivery_id: string
  last_status: number | null
  last_error: string | null
  due_at: string | null
}

describe('webhooks', () => {
  let shop: Shop
  let worker: Worker
  let sender: Sender
  let receiver: Receiver
  const closing: (() => Promise<void>)[] = []
  // Days pass when a test says so; meanwhile the clock goes on, so that what failed for a moment is tried again.
  let now = Date.parse('2026-11-20T02:00:00Z')
  let began: number | undefined
  const ticking = () => now + (began === undefined ? 0 : Math.floor(performance.now() - began))
  const standStill = () => {
    now = ticking()
    began = undefined
  }
  let admin: ReturnType<Shop['as']>

  before(async () => {
    process.env.ENGAWA_WEBHOOK_LOOPBACK = '1'
    setClock(ticking)
    follow(reactions, watchers)
    shop = await openShop()
    // Sessions end while the test's days pass; a key stays.
    admin = shop.as(shop.api_key)
    await installJobs(shop.db.url)
    closing.push(await openBell(shop.db.url), await watchSubscriptions(shop.db))
    worker = await startWorker(shop.db, { tick })
    sender = startSender(shop.db)
  })
  beforeEach(async () => {
    now = ticking() + 60_000
    began = performance.now()
    receiver = await openReceiver()
  })
  afterEach(async () => {
    const { items } = (await admin.get('/v1/integrations/webhooks')).body as { items: { webhook_id: string }[] }
    for (const { webhook_id } of items)
      await shop.app.inject({
        method: 'DELETE',
        url: `/v1/integrations/webhooks/${webhook_id}`,
        headers: { authorization: `Bearer ${shop.api_key}` },
      })
    await receiver.close()
  })
  after(async () => {
    await sender.stop()
    await worker.stop()
    for (const close of closing) await close()
    setClock()
    follow({})
    delete process.env.ENGAWA_WEBHOOK_LOOPBACK
    await shop.close()
  })

  const hook = async (types: string[], more: object = {}): Promise<Made> => {
    const made = await admin.post('/v1/integrations/webhooks', { url: receiver.url, types, ...more })
    assert.equal(made.status, 201, made.text)
    const { secret, webhook_id } = made.body as Made
    receiver.trust(secret)
    return { secret, webhook_id }
  }
  const sale = async () => {
    const sold = await admin.post('/v1/orders', {
      way: 'carry',
      place_id: shop.shinjuku,
      lines: [{ gtin: shirt, quantity: 1 }],
      payments: [{ method: 'cash', amount_yen: 2990 }],
    })
    assert.equal(sold.status, 201, sold.text)
    return String(sold.body.order_id)
  }
  const collect = async (token: string) => {
    const made = await shop.as(token).post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      payments: [{ method: 'card', token: 'tok_visa' }],
      lines: [{ gtin: shirt, quantity: 1 }],
    })
    assert.equal(made.status, 201, made.text)
    return String(made.body.order_id)
  }
  const log = async (query = '') =>
    (await admin.get(`/v1/integrations/deliveries${query}`)).body.items as (Row & { type: string })[]
  // Longer than a hand-out is kept: what a hung connection held is sent again by then.
  const until = async (look: () => unknown, within_ms = 90_000) => {
    const end = performance.now() + within_ms
    while (!(await look())) {
      if (performance.now() > end) {
        const told = (await log()).map(({ type, state, attempts, last_status, last_error }) =>
          [type, state, attempts, last_status, last_error].join(' '),
        )
        const waiting = await rows(shop.db, sql`select reaction, attempts, last_error from activity.pending`)
        throw new Error(`waited in vain: ${receiver.messages.length} came, ${JSON.stringify({ told, waiting })}`)
      }
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const settled = async () =>
    until(async () => (await only<{ n: number }>(shop.db, sql`select count(*) as n from activity.pending`)).n === 0)

  it('a sale reaches who asked for it, signed, with ids and facts and nobody’s name', async () => {
    await hook(['order.placed'])
    const order_id = await sale()
    await until(() => receiver.messages.length === 1)
    const [message] = receiver.messages
    assert.equal(receiver.forged(), 0)
    assert.equal(message?.body.type, 'order.placed')
    assert.equal(message?.body.data.subject_id, order_id)
    assert.equal(message?.body.data.profile_id, null)
    assert.match(message?.text ?? '', /"total_yen":2990/)
    assert.equal(message?.id, message?.body.data.event_id)
    await until(async () => (await log())[0]?.state === 'delivered')
    const [{ delivery_id } = { delivery_id: '' }] = await log('?state=delivered&type=order.placed')
    const whole = (await admin.get(`/v1/integrations/deliveries/${delivery_id}`)).body as {
      tries: { status: number; answer: string }[]
      body: unknown
    }
    const last = whole.tries.at(-1)
    assert.deepEqual([last?.status, last?.answer], [200, 'thank you'])
    assert.deepEqual(whole.body, message?.body)
    const kept = await transaction(shop.db, system, (tx) =>
      only<{ plain: boolean }>(
        tx,
        raw(
          `select bool_or(position('total_yen' in encode(sealed, 'escape')) > 0) as plain from integrations.delivery`,
        ),
      ),
    )
    assert.equal(kept.plain, false)
  })

  it('an event that nobody wants leaves no work; who may know people is told whom it is about', async () => {
    await hook(['customer.registered'], { include_profile: true })
    await sale()
    await settled()
    assert.deepEqual(await log(), [])
    const member = await shop.member('hook-1')
    await until(() => receiver.messages.length === 1)
    assert.equal(receiver.messages[0]?.body.data.profile_id, member.profile_id)
    assert.ok(!receiver.messages[0]?.text.includes('hook-1'))
    const key = await shop
      .as(shop.staff.admin.token)
      .post('/v1/access/api-keys', { name: 'narrow', scopes: ['integrations.write'] })
    const narrow = shop.as(String(key.body.key))
    const asked = { url: receiver.url, types: ['*'], include_profile: true }
    assert.equal((await narrow.post('/v1/integrations/webhooks', asked)).body.code, 'integrations.webhook_people')
  })

  it('ten tries in 75 hours with the same id; then it is off, with a notice, and all of it can be sent again', async () => {
    standStill()
    const { webhook_id } = await hook(['order.placed', 'webhook.disabled'])
    receiver.answer(() => 500)
    const began = now
    await sale()
    const waits: number[] = []
    for (let attempt = 1; attempt <= 10; attempt++) {
      await until(async () => (await log())[0]?.attempts === attempt)
      const [row] = await log()
      if (!row?.due_at) break
      waits.push(Math.round((Date.parse(row.due_at) - now) / 1000))
      now = Date.parse(row.due_at)
    }
    assert.deepEqual(waits, [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
    assert.ok(Math.abs(now - began - 75 * hour) < hour)
    assert.equal(receiver.messages.length, 10)
    assert.equal(new Set(receiver.messages.map(({ id }) => id)).size, 1)
    const off = (await admin.get(`/v1/integrations/webhooks/${webhook_id}`)).body
    assert.deepEqual([off.enabled, off.disabled_reason], [false, 'failing'])
    const notice = await admin.get('/v1/events?type=webhook.disabled')
    now += 10_000
    assert.equal(notice.status, 200)
    await sale()
    await settled()
    receiver.answer(() => 200)
    const on = await shop.app.inject({
      method: 'PATCH',
      url: `/v1/integrations/webhooks/${webhook_id}`,
      headers: { authorization: `Bearer ${shop.api_key}` },
      payload: { enabled: true },
    })
    assert.equal(on.statusCode, 200, on.body)
    now += 10_000
    const back = await admin.post(`/v1/integrations/webhooks/${webhook_id}/recoveries`, {
      since: new Date(began).toISOString(),
      missing: true,
    })
    // The sale that failed; the sale while it was off, and the notice of that.
    assert.deepEqual(back.body, { resent: 1, added: 2 })
    await until(async () => (await log('?state=delivered')).length === 3)
    // Three subjects, so in no order among them; the one that failed comes under the id it always had.
    const again = receiver.messages.slice(10).map(({ id }) => id)
    assert.equal(new Set(again).size, 3)
    assert.ok(again.includes(receiver.messages[0]?.id ?? ''))
  })

  it('a receiver that says 410 is not asked again; one that moves is not followed', async () => {
    const { webhook_id } = await hook(['order.placed'])
    receiver.answer(() => ({ status: 302, headers: { location: `${receiver.url}/elsewhere` } }))
    await sale()
    await until(async () => (await log())[0]?.attempts === 1)
    assert.equal((await log())[0]?.last_status, 302)
    receiver.answer(() => 410)
    now += 6_000
    await until(async () => (await log())[0]?.state === 'failed')
    const off = (await admin.get(`/v1/integrations/webhooks/${webhook_id}`)).body
    assert.deepEqual([off.enabled, off.disabled_reason], [false, 'gone'])
    assert.equal(receiver.messages.length, 2)
  })

  it('what happens to one order is told in order: the later waits for the earlier, others pass', async () => {
    const member = await shop.member('hook-2')
    await hook(['order.placed', 'order.ready'])
    receiver.answer(({ type }) => (type === 'order.placed' && receiver.messages.length === 0 ? 500 : 200))
    const order_id = await collect(member.token)
    await until(async () => (await log())[0]?.attempts === 1)
    const ready = await admin.post(`/v1/orders/${order_id}/readiness`, {})
    assert.equal(ready.status, 200, ready.text)
    const other = await sale()
    await until(() => receiver.messages.length === 2)
    await settled()
    assert.equal(receiver.messages[1]?.body.data.subject_id, other)
    now += 6_000
    await until(() => receiver.messages.length === 4)
    assert.deepEqual(
      receiver.messages.filter(({ body }) => body.data.subject_id === order_id).map(({ type }) => type),
      ['order.placed', 'order.placed', 'order.ready'],
    )
  })

  it('after a rotation both secrets fit for a day, then the new one alone', async () => {
    const { webhook_id, secret } = await hook(['order.placed'])
    const rotated = await admin.post(`/v1/integrations/webhooks/${webhook_id}/secret-rotations`, {})
    assert.equal(rotated.status, 201, rotated.text)
    const next = String(rotated.body.secret)
    assert.notEqual(next, secret)
    assert.ok(!(await admin.get(`/v1/integrations/webhooks/${webhook_id}`)).text.includes('whsec_'))
    for (const trusted of [secret, next]) {
      receiver.trust(trusted)
      const wanted = receiver.messages.length + 1
      await admin.post(`/v1/integrations/webhooks/${webhook_id}/pings`, {})
      await until(() => receiver.messages.length === wanted)
    }
    now += 25 * hour
    receiver.trust(secret)
    await admin.post(`/v1/integrations/webhooks/${webhook_id}/pings`, {})
    await until(() => receiver.forged() === 1)
    await until(async () => (await log()).some(({ last_status }) => last_status === 401))
    receiver.trust(next)
    now += 6_000
    await until(() => receiver.messages.length === 3)
  })

  it('one delivery can be sent again, with the same id; the log is read page by page', async () => {
    const { webhook_id } = await hook(['order.placed'])
    for (let times = 0; times < 3; times++) {
      await sale()
      now += 1_000
    }
    await until(() => receiver.messages.length === 3)
    await until(async () => (await log('?state=delivered')).length === 3)
    const first = (await admin.get(`/v1/integrations/deliveries?webhook_id=${webhook_id}&limit=2`)).body
    const rest = (await admin.get(`/v1/integrations/deliveries?webhook_id=${webhook_id}&limit=2&cursor=${first.next}`))
      .body
    const pages = [...(first.items as Row[]), ...(rest.items as Row[])]
    assert.equal(new Set(pages.map(({ delivery_id }) => delivery_id)).size, 3)
    assert.equal(rest.next, null)
    const again = await admin.post(`/v1/integrations/deliveries/${pages[0]?.delivery_id}/resends`, {})
    assert.equal(again.status, 201, again.text)
    await until(() => receiver.messages.length === 4)
    assert.ok(receiver.messages.slice(0, 3).some(({ id }) => id === receiver.messages[3]?.id))
  })

  it('an address inside, a strange event, a page that is not ours are refused by name', async () => {
    const tries: [object, string, string][] = [
      [{ url: 'https://169.254.169.254/', types: ['*'] }, 'integrations.webhook_url', 'url'],
      [{ url: 'http://example.com/', types: ['*'] }, 'integrations.webhook_url', 'url'],
      [{ url: 'https://example.com/', types: ['order.dreamt'] }, 'integrations.webhook_type', 'types'],
    ]
    for (const [body, code, field] of tries) {
      const refused = await admin.post('/v1/integrations/webhooks', body)
      assert.deepEqual([refused.status, refused.body.code, refused.body.field], [400, code, field])
    }
    assert.equal((await admin.get('/v1/integrations/deliveries?cursor=abc')).status, 400)
    assert.equal(
      (await admin.put('/v1/integrations/webhooks/ext:erp', { url: receiver.url, types: ['*'] })).status,
      200,
    )
    const again = await admin.put('/v1/integrations/webhooks/ext:erp', { url: receiver.url, types: ['order.placed'] })
    assert.deepEqual([again.body.types, again.body.secret], [['order.placed'], undefined])
  })
})
