/** What time alone does to a gift: its giver is reminded, it expires, and in the end its money goes back. */
import { system } from '#core/actor'
import { type Pool, rows, run, sql, transaction } from '#core/database'
import { tell } from '#gifts/receiving'

const batch = 100
type Due = {
  profile_id: string
  gift_id: string
  order_id: string
  state: string
  next_at: string
  expires_at: string
  own_until: string
}

/** Remind givers and let gifts expire whose time has come; part of the tick. Returns how many moved. */
export function tick(db: Pool, now: string): Promise<number> {
  return transaction(db, system, async (tx) => {
    const due = await rows<Due>(
      tx,
      sql`select profile_id, gift_id, order_id, state, next_at, expires_at, own_until from gifts.gift
          where next_at <= ${now} and state = 'open' order by next_at limit ${batch} for update skip locked`,
    )
    for (const gift of due) {
      const { profile_id, gift_id } = gift
      if (gift.expires_at <= now) {
        await run(
          tx,
          sql`update gifts.gift set state = 'expired', next_at = own_until, version = version + 1 where profile_id = ${profile_id} and gift_id = ${gift_id}`,
        )
        await tell(tx, 'gift.expired', gift)
      } else {
        await run(
          tx,
          sql`update gifts.gift set reminded_at = ${now}, next_at = expires_at, version = version + 1 where profile_id = ${profile_id} and gift_id = ${gift_id}`,
        )
        await tell(tx, 'gift.reminded', gift)
      }
    }
    return due.length
  })
}

/** Expired gifts which their giver did not use in her own time either: their money is due back. */
export function lapsed(db: Pool, now: string): Promise<{ profile_id: string; gift_id: string; order_id: string }[]> {
  return transaction(db, system, (tx) =>
    rows(
      tx,
      sql`select profile_id, gift_id, order_id from gifts.gift where next_at <= ${now} and state = 'expired' order by next_at limit ${batch}`,
    ),
  )
}

/** It failed: those behind it do not wait, it is looked at again in a while. */
export function lookAgain(
  db: Pool,
  { profile_id, gift_id }: { profile_id: string; gift_id: string },
  at: string,
): Promise<number> {
  return transaction(db, system, (tx) =>
    run(
      tx,
      sql`update gifts.gift set next_at = ${at} where profile_id = ${profile_id} and gift_id = ${gift_id} and state = 'expired'`,
    ),
  )
}
