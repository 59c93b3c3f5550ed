import Type from 'typebox'
import { type Detail, shown } from '#catalog/detail'
import { pricesOf } from '#catalog/prices'
import { putOne } from '#catalog/put-one'
import { listOf, type PriceBody, price, priceBody, product, scanned, uuid, view } from '#catalog/resources'
import { sellables } from '#catalog/sellables'
import { taxRules } from '#catalog/tax'
import type { Actor } from '#core/actor'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { one, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { parseGtin } from '#pricing/gtin'
import { priceAt } from '#pricing/price'

const tags = ['catalog']
const variantKey = Type.Object({ variant_id: uuid })

/** Variants: what a scan means, and what they cost when. */
export function variantRoutes(app: App): void {
  app.get(
    '/v1/catalog/variants',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'What a scan means: variants by JAN/GTIN or in-store code, or by id',
        querystring: Type.Object({
          gtin: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 100 })),
          variant_id: Type.Optional(Type.Array(uuid, { maxItems: 100 })),
          ...view,
        }),
        response: { 200: listOf(scanned) },
      },
    },
    async (request) => {
      const { gtin = [], variant_id = [], ...seen } = request.query
      for (const code of gtin) needGtin(code)
      const rules = await taxRules(request.db)
      const found = await sellables(request.db, { gtins: gtin, variant_ids: variant_id })
      const items = [...found.values()].map(({ prices, ...item }) => ({
        ...item,
        ...shown(item.tax_category, priceAt(prices, clock.iso(), seen.channel), rules, seen),
      }))
      return { items, next: null }
    },
  )

  app.get(
    '/v1/catalog/variants/:variant_id/prices',
    {
      config: { audience: ['staff', 'api:catalog.read'] },
      schema: {
        tags,
        summary: 'Every price a variant had, has and will have',
        params: variantKey,
        response: { 200: listOf(price) },
      },
    },
    async (request) => ({ items: await pricesOf(request.db, [request.params.variant_id]), next: null }),
  )
  app.post(
    '/v1/catalog/variants/:variant_id/prices',
    {
      config: { audience: ['staff:merchandiser', 'api:catalog.write'] },
      schema: {
        tags,
        summary: 'Set a price from now or from a date on',
        params: variantKey,
        body: priceBody,
        response: { 201: product },
      },
    },
    async (request, reply) =>
      once(request, reply, 201, async (tx) => reprice(tx, request.actor, request.params.variant_id, request.body)),
  )
}

async function reprice(tx: Tx, actor: Actor, variant_id: string, body: PriceBody): Promise<Detail> {
  const found = await one<{ product_id: string; name: string; variants: { variant_id: string }[] }>(
    tx,
    sql`select p.product_id, p.name, (select json_agg(json_build_object('variant_id', v.variant_id) order by v.position, v.variant_id)
          from catalog.variant v where v.product_id = p.product_id and v.withdrawn_at is null) as variants
        from catalog.product p
        where p.product_id = (select product_id from catalog.variant where variant_id = ${variant_id} and withdrawn_at is null) for update`,
  )
  if (!found)
    return refuse('catalog.no_variant', 404, 'このSKUは見つかりません。', 'There is no such variant.', {
      field: 'variant_id',
    })
  const variants = found.variants.map((variant) =>
    variant.variant_id === variant_id ? { ...variant, prices: [body] } : variant,
  )
  return putOne(tx, actor, { product_id: found.product_id, name: found.name, variants })
}

function needGtin(code: string): void {
  try {
    parseGtin(code)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    refuse(
      'catalog.gtin_unreadable',
      400,
      `コード「${code}」を読み取れません（桁数またはチェックディジット）。`,
      `Code ${code} is not a GTIN (length or check digit).`,
      { field: 'gtin' },
    )
  }
}
