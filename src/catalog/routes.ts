import Type from 'typebox'
import { putMany } from '#catalog/bulk'
import { type ProductInput, putProducts, setWithdrawn } from '#catalog/catalog'
import { type Detail, detailOr404, shown } from '#catalog/detail'
import { namingRoutes } from '#catalog/naming-routes'
import { type State, list } from '#catalog/listing'
import { pictureRoutes } from '#catalog/picture-routes'
import { pricesOf } from '#catalog/prices'
import { bulkAnswer, ifMatch, keyPattern, listedProduct, listOf, price, priceBody, product, productBody, type RowProblem, scanned, uuid } from '#catalog/resources'
import { sellables } from '#catalog/sellables'
import { taxRules } from '#catalog/tax'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import { one, sql, type Tx } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile, seenVersion, tagVersion } from '#core/version'
import type { App } from '#http'
import { parseGtin } from '#pricing/gtin'
import { priceAt } from '#pricing/price'

const tags = ['catalog']
const writers = { audience: ['staff:merchandiser', 'api:catalog.write'] }
const anyone = { audience: ['anyone'] }
const productKey = Type.Object({ product_id: Type.String({ pattern: keyPattern, description: 'Our id, or `ext:` and the retailer’s own.' }) })
const variantKey = Type.Object({ variant_id: uuid })
const word = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })
const view = {
  channel: Type.String({ ...word, default: 'ec' }),
  supply_mode: Type.Optional(Type.String({ ...word, description: 'eat_in, take_away, delivery …: decides the tax; as usual for the channel unless said.' })),
}

/** Products, variants, prices: read by everyone, written by merchandisers and machines. */
export function catalogRoutes(app: App): void {
  namingRoutes(app)
  pictureRoutes(app)

  app.get(
    '/v1/catalog/products',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Products with their shown price, most popular first; searched by any piece of name, kana, rōmaji, brand or tag, by JAN or own id',
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 100 })),
          category_id: Type.Optional(Type.String({ format: 'uuid', description: 'With everything below it.' })),
          brand_id: Type.Optional(uuid),
          state: Type.Optional(Type.Union([Type.Literal('on_show'), Type.Literal('draft'), Type.Literal('withdrawn'), Type.Literal('all')])),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
          after: Type.Optional(Type.String({ maxLength: 200 })),
          ...view,
        }),
        response: { 200: listOf(listedProduct) },
      },
    },
    async (request) => {
      const { state = 'on_show', ...want } = request.query
      if (state !== 'on_show' && !seesHidden(request.actor))
        refuse('catalog.hidden', 403, '公開前・取扱終了の商品は社内でのみ見られます。', 'Only staff see products that are not on show.', { field: 'state' })
      return list(request.db, { ...want, state: state as State })
    },
  )

  app.get(
    '/v1/catalog/products/:product_id',
    { config: anyone, schema: { tags, summary: 'One product with its variants and prices', params: productKey, querystring: Type.Object(view), response: { 200: product } } },
    async (request, reply) => tagVersion(reply, await detailOr404(request.db, request.params.product_id, request.query, seesHidden(request.actor))),
  )

  app.post(
    '/v1/catalog/products',
    { config: writers, schema: { tags, summary: 'Add a product, or write the one with this external_id', body: productBody, response: { 201: product } } },
    async (request, reply) => once(request, reply, 201, async (tx) => putOne(tx, request.actor, request.body)),
  )

  app.put(
    '/v1/catalog/products/:product_id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Write a product; what is left out stays as it is',
        params: productKey,
        headers: ifMatch,
        body: productBody,
        response: { 200: product },
      },
    },
    async (request, reply) =>
      within(request, async (tx) => {
        const key = request.params.product_id
        const named = key.startsWith('ext:') ? key.slice(4) : undefined
        const before = await locked(tx, key)
        const seen = seenVersion(request)
        if (seen !== undefined && seen !== before?.version) changedMeanwhile()
        const product_id = before?.product_id ?? (named === undefined ? key : undefined)
        return tagVersion(reply, await putOne(tx, request.actor, { ...request.body, ...(named !== undefined && { external_id: request.body.external_id ?? named }), product_id }))
      }),
  )

  app.post(
    '/v1/catalog/products/bulk',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Write up to 500 products at once; rows at fault are told apart, the others are written',
        body: Type.Object(
          { products: Type.Array(Type.Unknown({ description: 'As the body of PUT, with product_id or external_id.' }), { minItems: 1, maxItems: 500 }) },
          { additionalProperties: false },
        ),
        response: { 200: bulkAnswer },
      },
    },
    async (request, reply) => once(request, reply, 200, (tx) => putMany(tx, request.actor, request.body.products)),
  )

  app.post(
    '/v1/catalog/products/:product_id/withdrawal',
    { config: writers, schema: { tags, summary: 'Take a product off sale in every channel', params: productKey, response: { 200: product } } },
    async (request, reply) => once(request, reply, 200, async (tx) => withdraw(tx, request.actor, request.params.product_id, true)),
  )
  app.delete(
    '/v1/catalog/products/:product_id/withdrawal',
    { config: writers, schema: { tags, summary: 'Put a withdrawn product back on sale', params: productKey, response: { 200: product } } },
    async (request, reply) => within(request, async (tx) => tagVersion(reply, await withdraw(tx, request.actor, request.params.product_id, false))),
  )

  app.get(
    '/v1/catalog/variants',
    {
      config: anyone,
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
        ...item, ...shown(item.tax_category, priceAt(prices, clock.iso(), seen.channel), rules, seen),
      }))
      return { items, next: null }
    },
  )

  app.get(
    '/v1/catalog/variants/:variant_id/prices',
    { config: { audience: ['staff', 'api:catalog.read'] }, schema: { tags, summary: 'Every price a variant had, has and will have', params: variantKey, response: { 200: listOf(price) } } },
    async (request) => ({ items: await pricesOf(request.db, [request.params.variant_id]), next: null }),
  )
  app.post(
    '/v1/catalog/variants/:variant_id/prices',
    { config: writers, schema: { tags, summary: 'Set a price from now or from a date on', params: variantKey, body: priceBody, response: { 201: product } } },
    async (request, reply) => once(request, reply, 201, async (tx) => reprice(tx, request.actor, request.params.variant_id, request.body)),
  )
}

function seesHidden(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'api' || actor.kind === 'system'
}

function locked(tx: Tx, key: string): Promise<{ product_id: string; version: number } | undefined> {
  return key.startsWith('ext:')
    ? one(tx, sql`select product_id, version from catalog.product where external_id = ${key.slice(4)} for update`)
    : one(tx, sql`select product_id, version from catalog.product where product_id = ${key} for update`)
}

async function putOne(tx: Tx, actor: Actor, body: ProductInput): Promise<Detail> {
  const { rows, problems } = await putProducts(tx, actor, [body])
  if (problems[0]) throw asProblem(problems[0])
  return detailOr404(tx, rows[0]?.product_id as string, { channel: 'ec' }, true)
}

function asProblem({ code, field, messages }: RowProblem): Problem {
  return new Problem(code, code.endsWith('_taken') ? 409 : 422, messages, { field })
}

async function withdraw(tx: Tx, actor: Actor, key: string, withdrawn: boolean): Promise<Detail> {
  const { product_id } = await detailOr404(tx, key, { channel: 'ec' }, true)
  await setWithdrawn(tx, actor, product_id, withdrawn)
  return detailOr404(tx, product_id, { channel: 'ec' }, true)
}

async function reprice(tx: Tx, actor: Actor, variant_id: string, body: Type.Static<typeof priceBody>): Promise<Detail> {
  const found = await one<{ product_id: string; name: string; variants: { variant_id: string }[] }>(
    tx,
    sql`select p.product_id, p.name, (select json_agg(json_build_object('variant_id', v.variant_id) order by v.position, v.variant_id)
          from catalog.variant v where v.product_id = p.product_id and (v.withdrawn_at is null or v.variant_id = ${variant_id})) as variants
        from catalog.product p where p.product_id = (select product_id from catalog.variant where variant_id = ${variant_id})`,
  )
  if (!found) return refuse('catalog.no_variant', 404, 'このSKUは見つかりません。', 'There is no such variant.', { field: 'variant_id' })
  const variants = found.variants.map((variant) => (variant.variant_id === variant_id ? { ...variant, prices: [body] } : variant))
  return putOne(tx, actor, { product_id: found.product_id, name: found.name, variants })
}

function needGtin(code: string): void {
  try {
    parseGtin(code)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    refuse('catalog.bad_gtin', 400, `コード「${code}」を読み取れません（桁数またはチェックディジット）。`, `Code ${code} is not a GTIN (length or check digit).`, { field: 'gtin' })
  }
}
