import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, rows, run, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import type { WholesaleRow } from '#pricing/wholesale'

export type WholesalePrice = WholesaleRow & { variant_id: string }
export type PriceList = { price_list_id: string; external_id: string | null; name: string; version: number }
export type PriceInput = {
  variant_id: string
  from_quantity?: number
  lot_quantity?: number
  yen: number
  valid_from?: string
  valid_to?: string | null
}

export function priceLists(db: Db): Promise<PriceList[]> {
  return rows(
    db,
    sql`select price_list_id, external_id, name, version from business.price_list order by name, price_list_id`,
  )
}

/** One price list; refuses 404 `business.no_price_list`. */
export async function priceList(db: Db, price_list_id: string): Promise<PriceList> {
  const found = await one<PriceList>(
    db,
    sql`select price_list_id, external_id, name, version from business.price_list where price_list_id = ${price_list_id}`,
  )
  return (
    found ??
    refuse('business.no_price_list', 404, 'この価格表は見つかりません。', 'There is no such price list.', {
      field: 'price_list_id',
    })
  )
}

/** The rows of a list, of all its goods or of some, also those to come. */
export function pricesIn(db: Db, price_list_id: string, variant_ids?: readonly string[]): Promise<WholesalePrice[]> {
  return rows(
    db,
    sql`select variant_id, from_quantity, lot_quantity, yen, valid_from, valid_to from business.price
        where price_list_id = ${price_list_id} and (${variant_ids ?? null}::uuid[] is null or variant_id = any (${variant_ids ?? null}::uuid[]))
        order by variant_id, from_quantity, valid_from`,
  )
}

/** Make a price list, or write the one with this external_id; rows are added, one of the same quantity and moment is replaced. */
export async function putPriceList(
  tx: Tx,
  actor: Actor,
  input: { external_id?: string | null; name: string; prices?: readonly PriceInput[] },
): Promise<PriceList> {
  const { external_id = null, name } = input
  const price_list_id = external_id ? hashId('price_list', external_id) : id()
  await run(
    tx,
    sql`insert into business.price_list as list (price_list_id, external_id, name) values (${price_list_id}, ${external_id}, ${name})
        on conflict (price_list_id) do update set name = excluded.name, version = list.version + 1`,
  )
  await addPrices(tx, actor, price_list_id, input.prices ?? [])
  return priceList(tx, price_list_id)
}

/** Add rows to a list. What has begun stands on orders: it may be ended or followed by another row, not rewritten. */
export async function addPrices(
  tx: Tx,
  actor: Actor,
  price_list_id: string,
  prices: readonly PriceInput[],
): Promise<void> {
  if (prices.length === 0) return
  const now = clock.iso()
  const list = prices.map((price) => ({
    from_quantity: 1,
    lot_quantity: 1,
    valid_to: null,
    ...price,
    valid_from: price.valid_from ? new Date(price.valid_from).toISOString() : now,
  }))
  // Under the list's row lock: an order that is being placed sees either all of these prices or none.
  await run(tx, sql`update business.price_list set version = version + 1 where price_list_id = ${price_list_id}`)
  const written = await run(
    tx,
    sql`insert into business.price as known (price_list_id, variant_id, from_quantity, lot_quantity, yen, valid_from, valid_to)
        select ${price_list_id}, variant_id, from_quantity, lot_quantity, yen, valid_from, valid_to from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as r(variant_id uuid, from_quantity integer, lot_quantity integer, yen bigint, valid_from timestamptz, valid_to timestamptz)
        on conflict (price_list_id, variant_id, from_quantity, valid_from) do update
          set yen = excluded.yen, lot_quantity = excluded.lot_quantity, valid_to = excluded.valid_to
          where known.valid_from > ${now} or (known.yen = excluded.yen and known.lot_quantity = excluded.lot_quantity)`,
  ).catch((error: unknown) => {
    const broken = brokenConstraint(error)
    if (broken === 'price_variant_id_fkey')
      return refuse('catalog.no_variant', 404, 'このSKUは見つかりません。', 'There is no such variant.', {
        field: 'prices',
      })
    if (broken === 'price_period_forward')
      return refuse(
        'business.price_period',
        400,
        '終了は開始より後にしてください。',
        'A price must end after it begins.',
        {
          field: 'prices',
        },
      )
    throw error
  })
  if (written !== list.length)
    refuse(
      'business.price_in_force',
      409,
      'すでに始まった価格は変えられません。新しい開始日時で追加してください。',
      'A price that has begun cannot be rewritten; add one that begins later.',
      { field: 'prices' },
    )
  await emit(tx, {
    type: 'business.prices_changed',
    profile_id: noOne,
    source: 'business',
    subject_kind: 'price_list',
    subject_id: price_list_id,
    actor,
    payload: { prices: list.length },
  })
}
