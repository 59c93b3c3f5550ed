/** The drawer of a till: opened with a float, counted blind, settled once under the next number of that till. */
import { staffById } from '#access/access'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse, wording } from '#core/problem'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import type { Override } from '#orders/returns'
import { tills } from '#orders/settings'
import type { CountView, TillView } from '#orders/till-view'
import { businessDateAt, place } from '#stores/stores'

wording({
  'orders.till_closed': {
    ja: 'このレジは精算が済んでいます。',
    en: 'This till has been settled already.',
  },
  'orders.till_count_old': {
    ja: '数えたあとに現金が動きました。もう一度数えてください。',
    en: 'Money has moved since the count; please count again.',
  },
})

type Pieces = CountView['pieces']
type Row = Omit<TillView, 'cash' | 'count'> & { count_id: string | null }

// What a settled till came to was written down; of an open one it is summed.
const seen = sql`select s.till_session_id, s.place_id, s.device_id, s.business_date::text as business_date, s.float_yen, s.opened_at, s.opened_by,
    s.number, s.closed_at, s.closed_by, s.count_id, s.override, coalesce(s.figures, orders.till_figures(s.till_session_id, false)) as figures,
    case when exists (select from orders.till_entry e where e.till_session_id = s.till_session_id and e.late)
      then orders.till_figures(s.till_session_id, true) end as late,
    (select count(*) from orders.till_count c where c.till_session_id = s.till_session_id)::integer as counts
  from orders.till_session s`
const counted = sql`select till_session_id, count_id, pieces, counted_yen, expected_yen, counted_yen - expected_yen as difference_yen, counted_at,
    counted_by
  from orders.till_count`

/** Open a till with what lies in its drawer, in yen. Refuses 409 `orders.till_open` when it is open already. */
export async function openTill(
  tx: Tx,
  actor: Actor,
  till: { place_id: string; device_id: string; float_yen: number },
): Promise<TillView> {
  const { place_id, device_id, float_yen } = till
  const now = clock.now()
  const till_session_id = id()
  const made = await run(
    tx,
    sql`insert into orders.till_session (till_session_id, place_id, device_id, business_date, float_yen, opened_at, opened_by)
        values (${till_session_id}, ${place_id}, ${device_id}, ${businessDateAt(await place(tx, place_id), now)}, ${float_yen}, ${now.toISOString()},
          ${JSON.stringify(await signed(tx, actor))}::jsonb)
        on conflict (place_id, device_id) where closed_at is null do nothing`,
  )
  if (made === 0)
    refuse('orders.till_open', 409, 'このレジはすでに開いています。', 'This till is open already.', {
      field: 'device_id',
    })
  return tillOf(tx, till_session_id)
}

/** Put cash into the drawer or take it out, in yen, and say why. Refuses a till that is settled. */
export async function moveCash(
  tx: Tx,
  actor: Actor,
  till_session_id: string,
  { kind, amount_yen, reason }: { kind: 'in' | 'out'; amount_yen: number; reason: string },
): Promise<TillView> {
  await hold(tx, till_session_id)
  await run(
    tx,
    sql`insert into orders.till_cash (till_session_id, till_cash_id, kind, amount_yen, reason, entered_at, entered_by)
        values (${till_session_id}, ${id()}, ${kind}, ${amount_yen}, ${reason}, ${clock.iso()}, ${JSON.stringify(await signed(tx, actor))}::jsonb)`,
  )
  return tillOf(tx, till_session_id)
}

/** Write down a blind count by denomination; only now is told what should be there. Refuses a till that is settled. */
export async function countTill(tx: Tx, actor: Actor, till_session_id: string, pieces: Pieces): Promise<CountView> {
  await hold(tx, till_session_id)
  const count_id = id()
  const counted_yen = pieces.reduce((sum, { yen, pieces: many }) => sum + yen * many, 0)
  await run(
    tx,
    sql`insert into orders.till_count (till_session_id, count_id, pieces, counted_yen, expected_yen, counted_at, counted_by)
        values (${till_session_id}, ${count_id}, ${JSON.stringify(pieces)}::jsonb, ${counted_yen}, orders.till_expected(${till_session_id}), ${clock.iso()},
          ${JSON.stringify(await signed(tx, actor))}::jsonb)`,
  )
  return countOf(tx, till_session_id, count_id)
}

/** Whether a difference, in yen, is more than a clerk settles alone. */
export async function needsManager(db: Db, difference_yen: number): Promise<boolean> {
  return Math.abs(difference_yen) > (await setting(db, tills)).difference_yen
}

/**
 * Settle a till by a count: its Z gets the next number and never changes. Refuses 409 `orders.till_difference` when the difference is
 * beyond the setting and no manager has approved it, `orders.till_count_old` when cash has moved since the count.
 */
export async function settleTill(
  tx: Tx,
  actor: Actor,
  till_session_id: string,
  count_id: string,
  override: Override | null,
): Promise<TillView> {
  const { difference_yen } = await countOf(tx, till_session_id, count_id)
  const beyond = await needsManager(tx, difference_yen)
  if (beyond && !override)
    refuse(
      'orders.till_difference',
      409,
      '過不足が大きいため、店長の承認と理由が必要です。',
      'The difference is large: it needs a manager’s approval and a reason.',
      { field: 'override', difference_yen },
    )
  const approved = beyond && override ? await approval(tx, override) : null
  await run(
    tx,
    sql`select orders.close_till(${till_session_id}, ${count_id}, ${JSON.stringify(approved)}::jsonb, ${JSON.stringify(await signed(tx, actor))}::jsonb,
          ${clock.iso()})`,
  )
  return tillOf(tx, till_session_id)
}

async function approval(tx: Tx, { reason, staff_id }: Override) {
  const { display_name } = await staffById(tx, staff_id)
  return { reason, by: { kind: 'staff', id: staff_id, name: display_name } }
}

// A Z is read years later: it keeps the name she had then.
async function signed(tx: Tx, actor: Actor) {
  const name = actor.kind === 'staff' ? (await staffById(tx, actor.id)).display_name : null
  return { kind: actor.kind, id: actor.id, name }
}

async function hold(tx: Tx, till_session_id: string): Promise<void> {
  await run(tx, sql`select orders.hold_till(${till_session_id})`)
}

/** Which till it is and where it stands; refuses 404 when there is no such session. */
export async function tillPlace(db: Db, till_session_id: string): Promise<{ place_id: string; device_id: string }> {
  const row = await one<{ place_id: string; device_id: string }>(
    db,
    sql`select place_id, device_id from orders.till_session where till_session_id = ${till_session_id}`,
  )
  return row ?? unknown(till_session_id)
}

/** A session: X while it is open, Z once it is settled; refuses 404 when there is no such session. */
export async function tillOf(db: Db, till_session_id: string): Promise<TillView> {
  const [view] = await shown(db, await rows<Row>(db, sql`${seen} where s.till_session_id = ${till_session_id}`))
  return view ?? unknown(till_session_id)
}

/** Every place where a till of this name was ever opened, bound or not. */
export async function placesOfTill(db: Db, device_id: string): Promise<string[]> {
  const found = await rows<{ place_id: string }>(
    db,
    sql`select distinct place_id from orders.till_session where device_id = ${device_id}`,
  )
  return found.map(({ place_id }) => place_id)
}

/** Sessions of a place, or of one till there, newest first. */
export async function tillsAt(db: Db, place_id: string, device_id: string | null, limit: number): Promise<TillView[]> {
  return shown(
    db,
    await rows<Row>(
      db,
      sql`${seen} where s.place_id = ${place_id} and (${device_id}::text is null or s.device_id = ${device_id})
          order by s.opened_at desc limit ${limit}`,
    ),
  )
}

function unknown(till_session_id: string): never {
  return refuse('orders.till_unknown', 404, 'レジの記録が見つかりません。', 'There is no such session of a till.', {
    till_session_id,
  })
}

// With the cash that went in and out, and the count each was settled by.
async function shown(db: Db, sessions: readonly Row[]): Promise<TillView[]> {
  const ids = sessions.map(({ till_session_id }) => till_session_id)
  const cash = await rows<TillView['cash'][number] & { till_session_id: string }>(
    db,
    sql`select till_session_id, till_cash_id, kind, amount_yen, reason, entered_at, entered_by from orders.till_cash
        where till_session_id = any (${ids}::uuid[]) order by till_cash_id`,
  )
  const count_ids = sessions.flatMap(({ count_id }) => count_id ?? [])
  const counts = await rows<CountView & { till_session_id: string }>(
    db,
    sql`${counted} where till_session_id = any (${ids}::uuid[]) and count_id = any (${count_ids}::uuid[])`,
  )
  return sessions.map(({ count_id, ...session }) => ({
    ...session,
    cash: cash.filter((each) => each.till_session_id === session.till_session_id),
    count: counts.find((each) => each.count_id === count_id) ?? null,
  }))
}

async function countOf(db: Db, till_session_id: string, count_id: string): Promise<CountView> {
  return (
    (await one<CountView>(db, sql`${counted} where till_session_id = ${till_session_id} and count_id = ${count_id}`)) ??
    refuse('orders.till_count_unknown', 404, '計数の記録が見つかりません。', 'There is no such count of this till.', {
      field: 'count_id',
    })
  )
}
