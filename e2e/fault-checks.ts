/** What must hold after the crashes, asked of the database itself: rows that should not be there. */
import { system } from '../src/core/actor.ts'
import { only, type Pool, rows, run, sql, transaction } from '../src/core/database.ts'
import { hashId } from '../src/core/id.ts'
import { reactions } from '../src/reactions.ts'

type Row = Record<string, unknown>
const asked = (db: Pool, statement: Parameters<typeof rows>[1]) =>
  transaction(db, system, (tx) => rows<Row>(tx, statement))

/** Orders, and the answers their keys have: `keyed` by the key's claim. Orders whose card was declined gave their claim back. */
export function orders(
  db: Pool,
): Promise<{ order_id: string; key: string | null; keys: number; state: string; number: string; total_yen: number }[]> {
  return transaction(db, system, (tx) =>
    rows(
      tx,
      sql`select o.order_id, o.state, o.number, o.total_yen, min(i.key) as key, count(i.key)::integer as keys from orders."order" o
      left join core.idempotency i on i.subject_id = o.order_id
      where o.cancel_reason is distinct from 'card_declined' group by o.profile_id, o.order_id`,
    ),
  )
}

/** Card money that does not match its order: charged without an order that stands, or the other way round, or another amount. */
export function wrongMoney(db: Pool): Promise<Row[]> {
  return asked(
    db,
    sql`
    with standing as (
      select p.payment_id, p.amount_yen from orders.payment p join orders."order" o using (profile_id, order_id)
      where p.method = 'card' and o.state in ('placed', 'ready', 'done'))
    select coalesce(s.payment_id, c.reference) as payment_id, s.amount_yen as ordered, c.amount_yen as charged
    from standing s full join (select reference::uuid, amount_yen from channels.fake_charge where state = 'captured') c on c.reference = s.payment_id
    where s.amount_yen is distinct from c.amount_yen`,
  )
}

/** Orders still waiting for money, and goods or points still held for orders that wait for nothing. */
export function leftHeld(db: Pool): Promise<Row[]> {
  return asked(
    db,
    sql`
    select 'waits for money' as what, order_id from orders."order" where state = 'paying'
    union all select 'goods held', source_id from inventory.hold h join orders."order" o on o.order_id = h.source_id
      where h.state = 'held' and o.state not in ('placed', 'ready')
    union all select 'points held', order_id from loyalty.hold where state = 'held'
    union all select 'money to send back', order_id from orders.payment where state = 'refunding'`,
  )
}

/** How much work events have left that nobody has done yet. */
export async function workLeft(db: Pool): Promise<number> {
  return (
    await transaction(db, system, (tx) =>
      only<{ n: number }>(tx, sql`select count(*)::integer as n from activity.pending`),
    )
  ).n
}

/** What killed workers had taken is theirs for a minute; a test gives it back at once. */
export async function takeBack(db: Pool): Promise<void> {
  await transaction(db, system, (tx) => run(tx, sql`update activity.pending set handed_until = null`))
}

/**
 * Mails that are missing or that no event asked for, and news that the timeline tells other than once. An invitation to
 * collect is not sent when the goods were handed over before its turn came: then there is neither mail nor news.
 */
export async function wrongMail(
  db: Pool,
): Promise<{ events: number; missing: string[]; unasked: string[]; told: Row[] }> {
  const types = Object.keys(reactions).filter((type) => type.startsWith('order.'))
  const events = await transaction(db, system, (tx) =>
    rows<{ event_id: string; type: string }>(
      tx,
      sql`select event_id, type from activity.event where type = any (${types}) and payload->>'way' is distinct from 'carry'`,
    ),
  )
  const due = new Map(events.map(({ event_id, type }) => [hashId(event_id, `mail ${type}`), type]))
  const sent = await transaction(db, system, (tx) =>
    rows<{ mail_id: string }>(tx, sql`select mail_id from channels.fake_mail`),
  )
  const got = new Set(sent.map(({ mail_id }) => mail_id))
  const told = await asked(
    db,
    sql`
    select e.event_id, e.type, count(m.event_id)::integer as told from activity.event e
    left join activity.event m on m.profile_id = e.profile_id and m.type = 'message.sent' and m.subject_id = e.subject_id and m.payload->>'template' = e.type
    where e.type = any (${types}) and e.payload->>'way' is distinct from 'carry' group by e.event_id, e.type`,
  )
  return {
    events: events.length,
    missing: [...due].flatMap(([id, type]) => (got.has(id) || type === 'order.ready' ? [] : `${type} ${id}`)),
    unasked: [...got].filter((id) => !due.has(id)),
    told: told.filter(
      ({ event_id, type, told }) => told !== (got.has(hashId(event_id as string, `mail ${type}`)) ? 1 : 0),
    ),
  }
}
