import Type from 'typebox'
import { putMany } from '#catalog/bulk'
import { setWithdrawn } from '#catalog/catalog'
import { type Detail, detailOr404 } from '#catalog/detail'
import { list, type State } from '#catalog/listing'
import { namingRoutes } from '#catalog/naming-routes'
import { pictureRoutes } from '#catalog/picture-routes'
import { putOne } from '#catalog/put-one'
import {
  bulkAnswer,
  ifMatch,
  keyPattern,
  listedProduct,
  listOf,
  product,
  productBody,
  uuid,
  view,
} from '#catalog/resources'
import { tillGoodsRoutes } from '#catalog/till-goods'
import { transitionRoutes } from '#catalog/transition-routes'
import { variantRoutes } from '#catalog/variant-routes'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { one, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { changedMeanwhile, seenVersion, tagVersion } from '#core/version'

const tags = ['catalog']
const writers = { audience: ['staff:merchandiser', 'api:catalog.write'] }
const anyone = { audience: ['anyone'] }
const productKey = Type.Object({
  product_id: Type.String({ pattern: keyPattern, description: 'Our id, or `ext:` and the retailer’s own.' }),
})
/** Products, variants, prices: read by everyone, written by merchandisers and machines. */
export function catalogRoutes(app: App): void {
  namingRoutes(app)
  pictureRoutes(app)
  variantRoutes(app)
  tillGoodsRoutes(app)
  transitionRoutes(app)

  app.get(
    '/v1/catalog/products',
    {
      config: anyone,
      schema: {
        tags,
        summary:
          'Products with their shown price, most popular first; searched by any piece of name, kana, rōmaji, brand or tag, by JAN or own id',
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 100 })),
          category_id: Type.Optional(Type.String({ format: 'uuid', description: 'With everything below it.' })),
          brand_id: Type.Optional(uuid),
          state: Type.Optional(
            Type.Union([
              Type.Literal('on_show'),
              Type.Literal('draft'),
              Type.Literal('withdrawn'),
              Type.Literal('all'),
            ]),
          ),
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
        refuse(
          'catalog.hidden',
          403,
          '公開前・取扱終了の商品は社内でのみ見られます。',
          'Only staff see products that are not on show.',
          { field: 'state' },
        )
      return list(request.db, { ...want, state: state as State })
    },
  )

  app.get(
    '/v1/catalog/products/:product_id',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'One product with its variants and prices',
        params: productKey,
        querystring: Type.Object(view),
        response: { 200: product },
      },
    },
    async (request, reply) =>
      tagVersion(
        reply,
        await detailOr404(request.db, request.params.product_id, request.query, seesHidden(request.actor)),
      ),
  )

  app.post(
    '/v1/catalog/products',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Add a product, or write the one with this external_id',
        body: productBody,
        response: { 201: product },
      },
    },
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
        return tagVersion(
          reply,
          await putOne(tx, request.actor, {
            ...request.body,
            ...(named !== undefined && { external_id: request.body.external_id ?? named }),
            product_id,
          }),
        )
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
          {
            products: Type.Array(Type.Unknown({ description: 'As the body of PUT, with product_id or external_id.' }), {
              minItems: 1,
              maxItems: 500,
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: bulkAnswer },
      },
    },
    async (request, reply) => once(request, reply, 200, (tx) => putMany(tx, request.actor, request.body.products)),
  )

  app.post(
    '/v1/catalog/products/:product_id/withdrawal',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Take a product off sale in every channel',
        params: productKey,
        response: { 200: product },
      },
    },
    async (request, reply) =>
      once(request, reply, 200, async (tx) => withdraw(tx, request.actor, request.params.product_id, true)),
  )
  app.delete(
    '/v1/catalog/products/:product_id/withdrawal',
    {
      config: writers,
      schema: { tags, summary: 'Put a withdrawn product back on sale', params: productKey, response: { 200: product } },
    },
    async (request, reply) =>
      within(request, async (tx) =>
        tagVersion(reply, await withdraw(tx, request.actor, request.params.product_id, false)),
      ),
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

async function withdraw(tx: Tx, actor: Actor, key: string, withdrawn: boolean): Promise<Detail> {
  const { product_id } = await detailOr404(tx, key, { channel: 'ec' }, true)
  await setWithdrawn(tx, actor, product_id, withdrawn)
  return detailOr404(tx, product_id, { channel: 'ec' }, true)
}
