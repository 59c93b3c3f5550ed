/** Where our goods are served or sold by others: restaurants and dealers, public as a list, linked to the company that runs them. */
import { emit } from '#activity/activity'
import { unknown } from '#business/accounts'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, rows, run, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import { refuse } from '#core/problem'
import { distances, type Place, place, places } from '#stores/stores'

export type Listed = { place: Place; product_ids: string[]; distance_metres: number | null }
export type Sought = {
  product_id?: string
  kind?: string
  prefecture?: string
  city?: string
  near?: { latitude: number; longitude: number }
}

/** Active restaurants and dealers with what they offer; nearest first when a position is given. */
export async function directory(db: Db, sought: Sought): Promise<Listed[]> {
  const offers = new Map(
    (
      await rows<{ place_id: string; product_ids: string[] }>(
        db,
        sql`select place_id, array_agg(product_id order by product_id) as product_ids from business.served group by place_id`,
      )
    ).map(({ place_id, product_ids }) => [place_id, product_ids]),
  )
  const metres = new Map(
    sought.near ? (await distances(db, sought.near)).map((item) => [item.place_id, item.metres]) : [],
  )
  const far = ({ place_id }: Place) => metres.get(place_id) ?? Number.MAX_SAFE_INTEGER
  return (await places(db))
    .filter((item) => item.active && (item.kind === 'restaurant' || item.kind === 'dealer'))
    .filter((item) => !sought.kind || item.kind === sought.kind)
    .filter((item) => !sought.prefecture || item.prefecture === sought.prefecture)
    .filter((item) => !sought.city || item.city === sought.city)
    .filter((item) => !sought.product_id || offers.get(item.place_id)?.includes(sought.product_id))
    .sort((a, b) => (sought.near ? far(a) - far(b) : 0))
    .map((item) => ({
      place: item,
      product_ids: offers.get(item.place_id) ?? [],
      distance_metres: metres.get(item.place_id) ?? null,
    }))
}

/** Say what a place offers of ours, and which company runs it. */
export async function listPlace(
  tx: Tx,
  actor: Actor,
  place_id: string,
  listing: { product_ids: readonly string[]; account_id: string | null },
): Promise<Listed & { account_id: string | null }> {
  const where = await place(tx, place_id)
  if (where.kind !== 'restaurant' && where.kind !== 'dealer')
    refuse(
      'business.not_listed_kind',
      422,
      '飲食店・取扱店のみ掲載できます。',
      'Only restaurants and dealers are listed.',
      {
        field: 'place_id',
      },
    )
  const { product_ids, account_id } = listing
  if (account_id && !(await one(tx, sql`select from business.account where profile_id = ${account_id}`))) unknown()
  await run(
    tx,
    sql`delete from business.served where place_id = ${where.place_id} and product_id <> all (${product_ids}::uuid[])`,
  )
  await run(
    tx,
    sql`insert into business.served (place_id, product_id) select ${where.place_id}, p from unnest(${product_ids}::uuid[]) p on conflict do nothing`,
  ).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'served_product_id_fkey') throw error
    return refuse('catalog.no_product', 404, 'この商品は見つかりません。', 'There is no such product.', {
      field: 'product_ids',
    })
  })
  await run(
    tx,
    sql`delete from business.account_place where place_id = ${where.place_id} and (${account_id}::uuid is null or profile_id <> ${account_id})`,
  )
  if (account_id)
    await run(
      tx,
      sql`insert into business.account_place (profile_id, place_id) values (${account_id}, ${where.place_id}) on conflict do nothing`,
    )
  await emit(tx, {
    type: 'business.place_listed',
    profile_id: noOne,
    source: 'business',
    place_id: where.place_id,
    subject_kind: 'place',
    subject_id: where.place_id,
    actor,
    payload: { products: product_ids.length },
  })
  return { place: where, product_ids: [...product_ids], distance_metres: null, account_id }
}
