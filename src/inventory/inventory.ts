/**
 * Inventory owns stock per place: on hand, reserved, safety, and the movements and holds behind them; the papers that move it
 * (transfers, deliveries, counts, POP-UP closings); what each channel may promise; and which places send an order.
 * Always true: on_hand is the sum of a stock's movements; reserved is the sum of its open holds and never negative;
 * what online channels may promise (ATP) is on_hand − reserved − safety. Check and write are one statement
 * (functions.sql), rows are taken in variant order, so two tills cannot sell the last unit and carts cannot deadlock.
 * Knows nothing of people: a source (order, count, receipt) is only an id.
 */
import type { Actor } from '#core/actor'
import { type Db, only, rows, run, sql } from '#core/database'
import { hashId, id } from '#core/id'
import { wording } from '#core/problem'
import { clock } from '#core/time'

export { candidatesOf, planned } from '#inventory/allocations'
export { channelRules } from '#inventory/channels'
export type { Collision } from '#inventory/collisions'
export { countMany, movedAmong, uncountMany } from '#inventory/counts'
export { hold, release, type Take, takeLines, tick } from '#inventory/holds'
export { outgoing } from '#inventory/outgoing'
export { policy } from '#inventory/policy'
export { closeOver } from '#inventory/popups'
export { rememberShort, shortNow, type Wanted, wasShort } from '#inventory/sold-out'

export type Stock = {
  place_id: string
  variant_id: string
  on_hand: number
  reserved: number
  safety: number
  available: number
}
export type MovementKind = 'opening' | 'receipt' | 'return' | 'loss' | 'transfer'

wording({
  'inventory.not_there': {
    ja: '在庫数より多くは減らせません。棚卸しで数を直してください。',
    en: 'More than there is cannot be taken out; correct the number by a count.',
  },
  'inventory.short': {
    ja: '在庫が足りません。代金はいただいていません。',
    en: 'Not enough in stock. You have not been charged.',
  },
})

/** Stock of the given variants at the given places (all places when none are named). */
export function available(db: Db, variant_ids: string[], place_ids?: string[]): Promise<Stock[]> {
  return rows<Stock>(
    db,
    sql`select place_id, variant_id, on_hand, reserved, safety, greatest(on_hand - reserved - safety, 0) as available
        from inventory.stock where variant_id = any (${variant_ids}::uuid[]) and (${place_ids ?? null}::uuid[] is null or place_id = any (${place_ids ?? null}::uuid[]))
        order by place_id, variant_id`,
  )
}

/** Put goods in or take them out; the same source and variant again is a no-op. Returns whether anything moved. */
export async function receive(
  db: Db,
  actor: Actor,
  goods: {
    place_id: string
    variant_id: string
    quantity: number
    kind: MovementKind
    source_kind: string
    source_id: string
  },
): Promise<boolean> {
  const movement_id = hashId('movement', goods.kind, goods.source_id, goods.place_id, goods.variant_id)
  const row = await only<{ moved: boolean }>(
    db,
    sql`select inventory.move(${movement_id}, ${goods.place_id}, ${goods.variant_id}, ${goods.quantity}, ${goods.kind}, ${goods.source_kind}, ${goods.source_id},
          ${clock.iso()}, ${actor.kind}, ${actor.id}) as moved`,
  )
  return row.moved
}

/** Record that a count found `counted` pieces; returns the difference to what was known. */
export async function count(
  db: Db,
  actor: Actor,
  shelf: { place_id: string; variant_id: string; counted: number },
): Promise<number> {
  const row = await only<{ difference: number }>(
    db,
    sql`select inventory.count_shelf(${id()}, ${shelf.place_id}, ${shelf.variant_id}, ${shelf.counted}, ${clock.iso()}, ${actor.kind}, ${actor.id}) as difference`,
  )
  return row.difference
}

/** Keep some pieces back from online promises. */
export async function keepBack(db: Db, place_id: string, variant_id: string, safety: number): Promise<void> {
  await run(
    db,
    sql`insert into inventory.stock (place_id, variant_id, safety) values (${place_id}, ${variant_id}, ${safety})
        on conflict (place_id, variant_id) do update set safety = excluded.safety, version = stock.version + 1`,
  )
}
