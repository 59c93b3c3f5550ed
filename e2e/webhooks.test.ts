/**
 * Webhooks through a receiver that fails, stalls and dies, from a sender that is killed again and again: nothing is lost, the
 * order of each subject is kept, a message sent twice has the same id. ENGAWA_WEBHOOKS and ENGAWA_WEBHOOK_KILLS set how many
 * (2,000 and 20 for the whole proof).
 */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { emit, follow, openBell } from '../src/activity/activity.ts'
import { system } from '../src/core/actor.ts'
import { only, run, sql, transaction } from '../src/core/database.ts'
import { installJobs } from '../src/core/jobs.ts'
import { setClock } from '../src/core/time.ts'
import { watchSubscriptions } from '../src/integrations/integrations.ts'
import { watchers } from '../src/reactions.ts'
import { openShop, type Shop } from './api/app.ts'
import { type Message, openReceiver, type Receiver, type Reply } from './receiver.ts'
import { key } from './retailer.ts'

const many = Number(process.env.ENGAWA_WEBHOOKS ?? 120)
const kills = Number(process.env.ENGAWA_WEBHOOK_KILLS ?? 3)
const per_subject = 10
// Five seconds become 5 ms, half an hour less than two seconds.
const pace = 1_000

describe('webhooks under fire', () => {
  let shop: Shop
  let receiver: Receiver
  let child: ChildProcess | undefined
  const closing: (() => Promise<void>)[] = []
  const accepted: Message[] = []
  const began = Date.now()
  const counts = { failed: 0, stalled: 0, cut: 0, dead: 0, killed: 0 }

  before(async () => {
    process.env.ENGAWA_WEBHOOK_LOOPBACK = '1'
    setClock(() => began + (Date.now() - began) * pace)
    follow({}, watchers)
    shop = await openShop()
    await installJobs(shop.db.url)
    closing.push(await openBell(shop.db.url), await watchSubscriptions(shop.db))
    receiver = await openReceiver()
  })
  after(async () => {
    child?.kill('SIGKILL')
    await receiver.close()
    for (const close of closing) await close()
    setClock()
    follow({})
    delete process.env.ENGAWA_WEBHOOK_LOOPBACK
    await shop.close()
  })

  /** One answer in four is bad, each in its own way. */
  function moody(message: Message): Reply {
    const dice = Math.random()
    if (dice < 0.1) return count('failed', 500)
    if (dice < 0.15) return count('stalled', 'hang')
    if (dice < 0.25) return count('cut', 'cut')
    accepted.push(message)
    return 200
  }
  function count(what: keyof typeof counts, reply: Reply): Reply {
    counts[what]++
    return reply
  }
  function send(): void {
    const file = join(import.meta.dirname, 'webhooks.child.ts')
    const args = [shop.db.url, key, String(began), String(pace)]
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env },
    })
  }
  async function kill(): Promise<void> {
    const dying = child as ChildProcess
    dying.kill('SIGKILL')
    await new Promise((done) => dying.once('exit', done))
    counts.killed++
    // What it held is handed out again once its minute is over; the test does not wait for that.
    await transaction(shop.db, system, async (tx) => {
      await run(tx, sql`update activity.pending set handed_until = null`)
      await run(tx, sql`update integrations.delivery set handed_until = null where state = 'waiting'`)
      await run(tx, sql`delete from core.lease`)
    })
  }
  const waiting = () =>
    transaction(shop.db, system, (tx) =>
      only<{ n: number }>(
        tx,
        sql`select (select count(*) from activity.pending) + (select count(*) from integrations.delivery where state = 'waiting') as n`,
      ),
    ).then(({ n }) => n)
  async function until(look: () => boolean | Promise<boolean>, within_ms: number): Promise<void> {
    const end = performance.now() + within_ms
    while (!(await look())) {
      if (performance.now() > end)
        throw new Error(`waited in vain: ${JSON.stringify({ ...counts, got: accepted.length, left: await waiting() })}`)
      await pause(50)
    }
  }

  it(`${many} messages, a receiver that fails, stalls and dies, ${kills} killed senders: 0 lost, in order, same id`, async (t) => {
    const made = await shop
      .as(shop.api_key)
      .post('/v1/integrations/webhooks', { url: receiver.url, types: ['order.placed'] })
    const secret = String(made.body.secret)
    receiver.trust(secret)
    receiver.answer(moody)
    const told = new Map<string, { subject: string; version: number }>()
    const subjects = Array.from({ length: many / per_subject }, () => ({
      profile_id: randomUUID(),
      subject_id: randomUUID(),
    }))
    const telling = (async () => {
      for (let version = 1; version <= per_subject; version++)
        for (const who of subjects) {
          const event_id = await transaction(shop.db, system, (tx) =>
            emit(tx, {
              type: 'order.placed',
              source: 'trial',
              subject_kind: 'order',
              ...who,
              version,
              payload: { total_yen: version },
            }),
          )
          told.set(event_id, { subject: who.subject_id, version })
        }
    })()
    const port = Number(new URL(receiver.url).port)
    for (let round = 1; round <= kills; round++) {
      send()
      const goal = Math.floor((many * round) / (kills + 1))
      await until(() => accepted.length >= goal, 120_000)
      // While messages are on their way: the receiver dies, then the sender.
      if (round % 2 === 1) {
        await receiver.close()
        counts.dead++
        await pause(200)
        receiver = await openReceiver(port)
        receiver.trust(secret)
        receiver.answer(moody)
      }
      await kill()
    }
    await telling
    send()
    await until(async () => (await waiting()) === 0, 300_000)
    const got = new Set(accepted.map(({ id }) => id))
    const lost = [...told.keys()].filter((id) => !got.has(id))
    assert.deepEqual(lost, [])
    assert.equal(got.size, many)
    const last = new Map<string, number>()
    for (const { id } of accepted) {
      const { subject, version } = told.get(id) as { subject: string; version: number }
      assert.ok(version >= (last.get(subject) ?? 0), 'a later event overtook an earlier one')
      assert.ok(version <= (last.get(subject) ?? 0) + 1, 'an event was passed over')
      last.set(subject, version)
    }
    assert.equal(receiver.forged(), 0)
    t.diagnostic(
      `${many} events, ${accepted.length} accepted (${accepted.length - many} twice), ${JSON.stringify(counts)}, ${Math.round((Date.now() - began) / 1000)} s`,
    )
  })
})
