import Type from 'typebox'
import { cursorOf, readCursor } from '#access/access'
import { orNull, price, uuid } from '#catalog/resources'
import { type Sellable, sellables } from '#catalog/sellables'
import type { App } from '#core/app'
import { type Db, rows, sql } from '#core/database'
import { clock } from '#core/time'

/** Somebody may still be writing what she began before we looked: what changed so long before is told once more. */
const overlap_ms = 120_000

type Found = {
  product_id: string
  name_kana: string | null
  popularity: number
  variant_id: string | null
  position: number
}
type Item = Sellable & Pick<Found, 'name_kana' | 'popularity' | 'position'>
type Want = { changed_since?: string; after?: string; limit: number }

/** What a till needs to sell without us: every variant of a page of products, with its prices of now and to come. */
export async function tillGoods(db: Db, { changed_since, after, limit }: Want) {
  const as_of = new Date(clock.ms() - overlap_ms).toISOString()
  const from = after ? readCursor(after, 1, ['id'])[0] : null
  const found = await rows<Found>(
    db,
    sql`select p.product_id, p.name_kana, p.popularity, v.variant_id, v.position
        from (select product_id, name_kana, popularity from catalog.product
              where (${changed_since ?? null}::timestamptz is null or changed_at >= ${changed_since ?? null}::timestamptz)
                and (${from ?? null}::uuid is null or product_id > ${from ?? null}::uuid)
              order by product_id limit ${limit}) p
        left join catalog.variant v on v.product_id = p.product_id
        order by p.product_id, v.position, v.variant_id`,
  )
  const known = await sellables(db, { variant_ids: found.flatMap(({ variant_id }) => variant_id ?? []) })
  const items = found.flatMap(({ variant_id, name_kana, popularity, position }): Item[] => {
    const item = variant_id && known.get(variant_id)
    return item ? [{ ...item, name_kana, popularity, position }] : []
  })
  const products = [...new Set(found.map(({ product_id }) => product_id))]
  return { items, next: cursorOf(products, limit, (last) => [last]), as_of }
}

export const tillItem = Type.Object({
  variant_id: uuid,
  product_id: uuid,
  brand_id: orNull(uuid),
  category_id: orNull(uuid),
  tags: Type.Array(Type.String()),
  gtin: orNull(Type.String()),
  name: Type.String(),
  name_kana: orNull(Type.String()),
  name_en: orNull(Type.String()),
  options: Type.Record(Type.String(), Type.String()),
  position: Type.Integer(),
  popularity: Type.Integer(),
  tax_category: Type.String(),
  picture_id: orNull(uuid),
  withdrawn: Type.Boolean(),
  made: Type.Boolean({ description: 'Made when ordered: no shelf has it.' }),
  prices: Type.Array(price),
})

/** A till's own copy of the catalogue: whole at first, then what changed. */
export function tillGoodsRoutes(app: App): void {
  app.get(
    '/v1/catalog/till-goods',
    {
      config: { audience: ['staff', 'api:catalog.read'] },
      schema: {
        tags: ['catalog'],
        summary: 'Everything a till needs to sell without a network: whole, or what changed since',
        querystring: Type.Object({
          changed_since: Type.Optional(
            Type.String({ format: 'date-time', description: 'The `as_of` of the last time; without it, everything.' }),
          ),
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 200, description: 'Products a page.' }),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(tillItem),
            next: orNull(Type.String()),
            as_of: Type.String({ description: 'Ask with this as `changed_since` next time (of the first page).' }),
          }),
        },
      },
    },
    (request) => tillGoods(request.db, request.query),
  )
}
