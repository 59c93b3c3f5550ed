import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, rows, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { channelOf, type Owner } from './lines.ts'

const most = 500

export type Favourite = { product_id: string; added_at: string }

/** What a customer would like to have one day, over all her profiles, latest first. */
export async function favourites(tx: Tx, owner: Owner): Promise<Favourite[]> {
  return rows(
    tx,
    sql`select product_id, max(added_at) as added_at from carts.favourite
        where profile_id = any (${owner.profile_ids}::uuid[]) group by product_id order by max(added_at) desc, product_id limit ${most}`,
  )
}

/** Remember a product for her; already there is no event. Refuses (404) an unknown product, (409) one more than five hundred. */
export async function like(tx: Tx, actor: Actor, owner: Owner, product_id: string): Promise<void> {
  if (!(await one(tx, sql`select product_id from catalog.product_card where product_id = ${product_id}`)))
    refuse('carts.unknown_product', 404, 'この商品は登録されていません。', 'This product is not known.', {
      field: 'product_id',
    })
  const known = await favourites(tx, owner)
  if (known.some((each) => each.product_id === product_id)) return
  if (known.length >= most)
    refuse(
      'carts.favourites_full',
      409,
      `ほしい物は${most}点まで覚えておけます。`,
      `The list remembers up to ${most} products.`,
      { field: 'product_id' },
    )
  const at = clock.iso()
  const made = await one(
    tx,
    sql`insert into carts.favourite (profile_id, product_id, added_at) values (${owner.profile_id}, ${product_id}, ${at})
        on conflict do nothing returning product_id`,
  )
  if (made) await tell(tx, actor, owner, 'favourite.added', product_id, at)
}

/** Forget a product; of one that is not there nothing is told. */
export async function unlike(tx: Tx, actor: Actor, owner: Owner, product_id: string): Promise<void> {
  const gone = await rows(
    tx,
    sql`delete from carts.favourite where profile_id = any (${owner.profile_ids}::uuid[]) and product_id = ${product_id} returning product_id`,
  )
  if (gone.length > 0) await tell(tx, actor, owner, 'favourite.removed', product_id, clock.iso())
}

function tell(tx: Tx, actor: Actor, { profile_id }: Owner, type: string, product_id: string, at: string) {
  return emit(tx, {
    type,
    profile_id,
    source: 'carts',
    message_id: `${type}:${profile_id}:${product_id}:${at}`,
    occurred_at: at,
    channel: channelOf(actor),
    subject_kind: 'product',
    subject_id: product_id,
    actor,
    payload: { product_id },
  })
}
