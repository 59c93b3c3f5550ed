/** What is on its way to whom: planned when an event is reacted to, kept with every attempt, sent again on request. */
import { Type } from 'typebox'
import { catalogue, type Event, eventsAfter, lag_ms, nudge, outward, type Watcher } from '#activity/activity'
import { system } from '#core/actor'
import { type Db, join, one, only, type Pool, rows, run, type Sql, sql, type Tx, transaction } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { declare, setting } from '#core/settings'
import { clock } from '#core/time'
import { wants } from './subscriptions.ts'
import { webhook } from './webhooks.ts'

export type Delivery = {
  delivery_id: string
  webhook_id: string
  event_id: string
  type: string
  state: 'waiting' | 'delivered' | 'failed' | 'expired'
  attempts: number
  due_at: string | null
  last_status: number | null
  last_error: string | null
  created_at: string
  ended_at: string | null
}
export type Attempt = {
  number: number
  at: string
  took_ms: number
  status: number | null
  error: string | null
  answer: string | null
}
type Receiver = { webhook_id: string; include_profile: boolean }

export const deliveryDays = declare({
  key: 'integrations.delivery_days',
  schema: Type.Integer({ minimum: 4, maximum: 366 }),
  usual: 30,
  title: { ja: 'Webhook の送信記録を残す日数', en: 'Days what was sent to webhooks is kept' },
  about: {
    ja: '再送できる期間でもあります。送り直しは75時間続くので、それより短くはできません。',
    en: 'As long it can be sent again; not shorter than the 75 hours of tries.',
  },
})
const columns = sql`delivery_id, webhook_id, event_id, type, state, attempts, case when state = 'waiting' then due_at end as due_at,
  last_status, last_error, created_at, ended_at`

/** When an event is written that some webhook wants, plan its deliveries in the transaction that ends the reaction. */
export const webhookReaction: Watcher = {
  name: 'webhooks',
  wants,
  run: async (tx, event) => {
    await plan(tx, event, await receiversOf(tx, event))
  },
}

function receiversOf(tx: Tx, event: Event): Promise<Receiver[]> {
  return rows<Receiver>(
    tx,
    sql`select webhook_id, include_profile from integrations.webhook
        where enabled and types && array[${event.type}, '*'] and (place_ids is null or ${event.place_id}::uuid = any(place_ids))`,
  )
}

/** One delivery a webhook and event, however often it is planned; returns how many were new. */
async function plan(tx: Tx, event: Event, receivers: readonly Receiver[]): Promise<number> {
  let made = 0
  for (const { webhook_id, include_profile } of receivers) {
    const order_key = event.subject_id ?? event.profile_id
    made += await run(
      tx,
      sql`insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, order_key, event_at, event_version,
            due_at, sealed, created_at)
          values (${webhook_id}, ${hashId(webhook_id, event.event_id)}, ${event.event_id}, ${event.profile_id}, ${event.type}, ${order_key},
            ${event.received_at}, ${event.version ?? 0}, ${clock.iso()}, ${sealAnswer(bodyOf(event, include_profile))}, ${clock.iso()})
          on conflict do nothing`,
    )
  }
  if (made) tx.afterCommit(nudge)
  return made
}

/** The message as Standard Webhooks wants it: type, time, data. Ids and facts only. */
function bodyOf(event: Event, people: boolean): string {
  const { type, occurred_at, actor_id: _, ...data } = outward(event, people)
  return JSON.stringify({ type, timestamp: occurred_at, data })
}

/** A message that says only that messages arrive. */
export async function ping(tx: Tx, key: string): Promise<Delivery> {
  const { webhook_id } = await webhook(tx, key)
  const event_id = id()
  const now = clock.iso()
  const body = JSON.stringify({ type: 'ping', timestamp: now, data: { event_id, webhook_id } })
  tx.afterCommit(nudge)
  return only<Delivery>(
    tx,
    sql`insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, event_at, due_at, sealed, created_at)
        values (${webhook_id}, ${hashId(webhook_id, event_id)}, ${event_id}, ${noOne}, 'ping', ${now}, ${now}, ${sealAnswer(body)}, ${now})
        returning ${columns}`,
  )
}

export type Wanted = { webhook_id?: string; state?: string; type?: string; event_id?: string }

/** Deliveries, the newest first. */
export function deliveries(
  db: Db,
  wanted: Wanted,
  page: { before?: { at: string; id: string } | undefined; limit: number },
): Promise<Delivery[]> {
  const conditions: Sql[] = [sql`true`]
  if (wanted.webhook_id) conditions.push(sql`webhook_id = ${wanted.webhook_id}`)
  if (wanted.state) conditions.push(sql`state = ${wanted.state}`)
  if (wanted.type) conditions.push(sql`type = ${wanted.type}`)
  if (wanted.event_id) conditions.push(sql`event_id = ${wanted.event_id}`)
  if (page.before)
    conditions.push(sql`(created_at, delivery_id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)`)
  return rows<Delivery>(
    db,
    sql`select ${columns} from integrations.delivery where ${join(conditions, ' and ')}
        order by created_at desc, delivery_id desc limit ${page.limit}`,
  )
}

/** One delivery with its attempts, the body it carries, and the beginning of each answer. */
export async function delivery(db: Db, delivery_id: string): Promise<Delivery & { body: unknown; tries: Attempt[] }> {
  const found =
    (await one<Delivery & { sealed: Buffer | null }>(
      db,
      sql`select ${columns}, sealed from integrations.delivery where delivery_id = ${delivery_id}`,
    )) ?? unknown()
  const attempts = await rows<Omit<Attempt, 'answer'> & { sealed_answer: Buffer | null }>(
    db,
    sql`select number, at, took_ms, status, error, sealed_answer from integrations.attempt
        where webhook_id = ${found.webhook_id} and delivery_id = ${delivery_id} order by number`,
  )
  const { sealed, ...shown } = found
  return {
    ...shown,
    body: sealed ? JSON.parse(unsealAnswer(sealed)) : null,
    tries: attempts.map(({ sealed_answer, ...attempt }) => ({
      ...attempt,
      answer: sealed_answer && unsealAnswer(sealed_answer),
    })),
  }
}

function unknown(): never {
  return refuse('integrations.no_delivery', 404, 'この配信はありません。', 'There is no such delivery.', {
    field: 'delivery_id',
  })
}

/** Send one delivery again, delivered or not, with the same id; it waits for no other. */
export async function resend(tx: Tx, delivery_id: string): Promise<Delivery> {
  const sent = await again(tx, sql`delivery_id = ${delivery_id}`)
  return sent[0] ?? unknown()
}

/** Send again what has failed since a moment; with `missing` also what was never planned, as while the webhook was off. */
export async function recover(
  tx: Tx,
  key: string,
  want: { since: string; missing?: boolean },
): Promise<{ resent: number; added: number }> {
  const { webhook_id, types, include_profile, place_ids } = await webhook(tx, key)
  const sent = await again(
    tx,
    sql`webhook_id = ${webhook_id} and state in ('failed', 'expired') and event_at >= ${want.since}::timestamptz and sealed is not null`,
  )
  const until = new Date(clock.ms() - lag_ms).toISOString()
  const added = want.missing ? await fill(tx, { webhook_id, types, include_profile, place_ids }, want.since, until) : 0
  return { resent: sent.length, added }
}

async function again(tx: Tx, which: Sql): Promise<Delivery[]> {
  tx.afterCommit(nudge)
  return rows<Delivery>(
    tx,
    sql`update integrations.delivery set state = 'waiting', tries = 0, order_key = null, due_at = ${clock.iso()}, handed_until = null, ended_at = null
        where ${which} returning ${columns}`,
  )
}

const page = 500
type Wide = Receiver & { types: string[]; place_ids: string[] | null }

/** Plan every event of these types received in this time that was not planned. */
async function fill(tx: Tx, want: Wide, since: string, until: string, news = false): Promise<number> {
  const types = want.types.includes('*') ? Object.keys(catalogue) : want.types
  const actor = want.place_ids ? { ...system, place_ids: want.place_ids } : system
  let after = { received_at: since, event_id: noOne }
  let added = 0
  for (;;) {
    const found = await eventsAfter(tx, actor, after, until, { types }, page)
    // History that is told later is not news.
    const told = news ? found.filter(({ occurred_at }) => occurred_at >= since) : found
    for (const event of told) added += await plan(tx, event, [want])
    const last = found.at(-1)
    if (!last || found.length < page) return added
    after = last
  }
}

/** What was written in the moment before every process knew of a new wish. */
export async function catchUp(db: Pool, now: string): Promise<number> {
  const until = (from: string) => new Date(Date.parse(from) + lag_ms).toISOString()
  const due = new Date(Date.parse(now) - 2 * lag_ms).toISOString()
  const waiting = await transaction(db, system, (tx) =>
    rows<Wide & { catch_up_from: string }>(
      tx,
      sql`select webhook_id, include_profile, types, place_ids, catch_up_from from integrations.webhook where catch_up_from <= ${due}`,
    ),
  )
  for (const { catch_up_from, ...wide } of waiting)
    await transaction(db, system, async (tx) => {
      await fill(tx, wide, catch_up_from, until(catch_up_from), true)
      await run(
        tx,
        sql`update integrations.webhook set catch_up_from = null where webhook_id = ${wide.webhook_id} and catch_up_from = ${catch_up_from}`,
      )
    })
  return waiting.length
}

/** Give up what has waited too long, and forget what ended long ago with its bodies and answers. */
export async function forgetDeliveries(db: Pool, now: string): Promise<number> {
  const old = new Date(Date.parse(now) - (await setting(db, deliveryDays)) * 86_400_000).toISOString()
  return transaction(db, system, async (tx) => {
    await run(
      tx,
      sql`update integrations.delivery set state = 'expired', ended_at = ${now} where state = 'waiting' and created_at <= ${old}`,
    )
    const gone = await rows<{ webhook_id: string; delivery_id: string }>(
      tx,
      sql`delete from integrations.delivery where (webhook_id, delivery_id) in
          (select webhook_id, delivery_id from integrations.delivery where ended_at <= ${old} limit 1000) returning webhook_id, delivery_id`,
    )
    const [hooks, ids] = [gone.map((row) => row.webhook_id), gone.map((row) => row.delivery_id)]
    await run(
      tx,
      sql`delete from integrations.attempt a using unnest(${hooks}::uuid[], ${ids}::uuid[]) g(webhook_id, delivery_id)
          where a.webhook_id = g.webhook_id and a.delivery_id = g.delivery_id`,
    )
    return gone.length
  })
}
