/** The last shirt: one piece in Shinjuku, two people with it in their carts, two windows. Whoever orders first has it. */
import * as carts from '#carts/carts'
import { sellables } from '#catalog/catalog'
import { type Actor, system } from '#core/actor'
import { type Pool, type Tx, transaction } from '#core/database'
import { demoPeople } from '#demo-people'
import { available, count } from '#inventory/inventory'
import { place } from '#stores/stores'

const shirt = '4599990000030'
const knit = '4599990000047'
const shop = 'ext:shinjuku'

export type Race = { place_id: string; path: string; people: { code: string; name: string; path: string }[] }

/** Where the shirt is looked at. */
export async function racePath(db: Pool): Promise<string> {
  const found = await sellables(db, { gtins: [shirt] })
  const [good] = found.values()
  return good ? `/products/${good.product_id}` : '/'
}

/** Set the race up anew: exactly one shirt to be had, the second person also wants a knit. */
export async function prepareRace(db: Pool): Promise<Race> {
  const { place_id } = await place(db, shop)
  const ids = new Map(
    [...(await sellables(db, { gtins: [shirt, knit] })).values()].map((good) => [good.gtin, good.variant_id]),
  )
  const [one, other] = (await demoPeople(db)).filter(({ kind }) => kind === 'member')
  const wants = [
    { person: one, gtins: [shirt] },
    { person: other, gtins: [shirt, knit] },
  ]
  await transaction(db, system, async (tx) => {
    await leave(tx, place_id, ids.get(shirt), (left) => left !== 1, 1)
    await leave(tx, place_id, ids.get(knit), (left) => left < 2, 3)
  })
  for (const { person, gtins } of wants)
    if (person?.profile_id)
      await fill(
        db,
        person.profile_id,
        gtins.flatMap((gtin) => ids.get(gtin) ?? []),
      )
  return {
    place_id,
    path: await racePath(db),
    people: wants.flatMap(({ person }) =>
      person ? [{ code: person.code, name: person.name, path: `/cart?as=member:${person.code}` }] : [],
    ),
  }
}

/** Count the shelf so that so many are left to promise. */
async function leave(
  tx: Tx,
  place_id: string,
  variant_id: string | undefined,
  wrong: (left: number) => boolean,
  pieces: number,
): Promise<void> {
  if (!variant_id) return
  const [stock] = await available(tx, [variant_id], [place_id])
  const { reserved = 0, safety = 0 } = stock ?? {}
  if (wrong(stock?.available ?? 0))
    await count(tx, system, { place_id, variant_id, counted: reserved + safety + pieces })
}

async function fill(db: Pool, profile_id: string, wanted: string[]): Promise<void> {
  const actor: Actor = { kind: 'member', id: profile_id, profile_id, profile_ids: [profile_id] }
  await transaction(db, system, async (tx) => {
    const owner = await carts.ownerOf(tx, profile_id)
    const had = (await carts.current(tx, owner))?.items ?? []
    for (const { variant_id } of had.filter((item) => !wanted.includes(item.variant_id)))
      await carts.put(tx, actor, owner, { variant_id, quantity: 0, channel: 'ec' })
    for (const variant_id of wanted) await carts.put(tx, actor, owner, { variant_id, quantity: 1, channel: 'ec' })
  })
}
