/** The quarantine: what could not be read is kept sealed, listed with its reason, and read again after its source's mapping was mended. */
import { type Db, one, only, type Pool, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { unsealAnswer } from '#core/secret'
import { take } from './line.ts'
import { isFault, read } from './message.ts'
import { readingOf, source } from './sources.ts'

export type Held = {
  item_id: string
  source_id: string
  reason: string
  field: string | null
  event: string | null
  received_at: string
  expires_at: string
}
export type Cursor = { received_at: string; item_id: string }

const at_once = 200

/** What of a source is held, newest first. */
export function held(db: Db, source_id: string, page: { before?: Cursor; limit: number }): Promise<Held[]> {
  const { received_at, item_id } = page.before ?? {
    received_at: 'infinity',
    item_id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  }
  return rows<Held>(
    db,
    sql`select item_id, source_id, reason, field, event, received_at, expires_at from collection.held
        where source_id = ${source_id} and (received_at, item_id) < (${received_at}::timestamptz, ${item_id}::uuid)
        order by received_at desc, item_id desc limit ${page.limit}`,
  )
}

/** How many are held for which reason. */
export function reasons(db: Db, source_id: string): Promise<{ reason: string; field: string | null; items: number }[]> {
  return rows(
    db,
    sql`select reason, field, count(*) as items from collection.held where source_id = ${source_id}
        group by reason, field order by items desc, reason, field`,
  )
}

/** One of them as it came. */
export async function heldItem(db: Db, item_id: string): Promise<Held & { body: string }> {
  const row = await one<Held & { sealed: Buffer }>(
    db,
    sql`select item_id, source_id, reason, field, event, received_at, expires_at, sealed from collection.held where item_id = ${item_id}`,
  )
  if (!row)
    return refuse('collection.no_item', 404, 'この記録はありません。', 'There is no such item.', { field: 'item_id' })
  const { sealed, ...what } = row
  return { ...what, body: unsealAnswer(sealed) }
}

/** Read everything a source has held again, as it is mapped now. What can be read is written and let go; the rest waits on. */
export async function replay(db: Pool, source_id: string): Promise<{ replayed: number; held: number }> {
  const row = await source(db, source_id)
  const reading = await readingOf(db, row)
  let replayed = 0
  let after = { received_at: '-infinity', item_id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const page = await rows<Cursor & { sealed: Buffer }>(
      db,
      sql`select item_id, received_at, sealed from collection.held
          where source_id = ${source_id} and (received_at, item_id) > (${after.received_at}::timestamptz, ${after.item_id}::uuid)
          order by received_at, item_id limit ${at_once}`,
    )
    const last = page.at(-1)
    if (!last) break
    after = { received_at: last.received_at, item_id: last.item_id }
    const good = page.flatMap(({ item_id, received_at, sealed }) => {
      const found = read(JSON.parse(unsealAnswer(sealed)), { source: reading, received_at, message_id: item_id })
      return isFault(found) ? [] : [{ item_id, found }]
    })
    await take(
      db,
      good.map(({ found }) => found),
      [],
    )
    await run(db, sql`delete from collection.held where item_id = any (${good.map(({ item_id }) => item_id)}::uuid[])`)
    replayed += good.length
  }
  const { left } = await only<{ left: number }>(
    db,
    sql`select count(*) as left from collection.held where source_id = ${source_id}`,
  )
  return { replayed, held: left }
}

/** Let go of one that is of no use. */
export async function discard(tx: Tx, item_id: string): Promise<void> {
  await heldItem(tx, item_id)
  await run(tx, sql`delete from collection.held where item_id = ${item_id}`)
}
