import type { FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '#access/access'
import { sellables } from '#catalog/catalog'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { customerOf, masked } from '#customers/customers'
import { places } from '#stores/stores'
import * as carts from './carts.ts'
import { countGuess, forgiveGuess } from './codes.ts'
import { cartCouponRoutes } from './coupon-routes.ts'
import { favouriteRoutes } from './favourite-routes.ts'
import type { Owner, Receive, Way } from './lines.ts'
import { mine } from './mine.ts'
import * as shape from './schemas.ts'

const tags = ['carts']
const customers = { audience: ['member', 'visitor'] }
const counter = { audience: ['staff:clerk', 'staff:agent'] }

/** One living cart per customer, from her own devices and from the counter or phone; the six digits that hand it over. */
export function cartRoutes(app: App): void {
  favouriteRoutes(app)
  cartCouponRoutes(app, shown)
  app.get(
    '/v1/carts/current',
    {
      config: customers,
      schema: {
        tags,
        summary: 'My cart, as prices and stock are now',
        querystring: shape.StockPlace,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) => within(request, (tx) => shown(request, reply, tx, mine(request), request.query.place_id)),
  )

  app.put(
    '/v1/carts/current/items/:variant_id',
    {
      config: customers,
      schema: {
        tags,
        summary: 'Set how many of this are in my cart; 0 takes it out',
        params: shape.ItemPath,
        querystring: shape.StockPlace,
        headers: shape.IfMatch,
        body: shape.SetItem,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        await set(request, tx, mine(request), request.params.variant_id, request.body)
        return shown(request, reply, tx, mine(request), request.query.place_id)
      }),
  )

  app.post(
    '/v1/carts/current/items',
    {
      config: customers,
      schema: {
        tags,
        summary: 'Put something in my cart, by variant or by scanned code',
        querystring: shape.StockPlace,
        body: shape.AddItem,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        await add(request, tx, mine(request), request.body)
        return shown(request, reply, tx, mine(request), request.query.place_id)
      }),
  )

  app.post(
    '/v1/carts/current/hand-over-codes',
    {
      config: customers,
      schema: {
        tags,
        summary: 'Six digits that open my cart at the till or on the phone, once, for ten minutes',
        response: { 201: shape.HandOverCode },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => carts.issueCode(tx, await carts.ensure(tx, mine(request)))),
  )

  app.post(
    '/v1/carts/hand-overs',
    {
      config: counter,
      schema: {
        tags,
        summary: 'Open the very cart a customer’s six digits stand for',
        body: shape.HandOver,
        response: { 201: shape.HandedOver },
      },
    },
    async (request, reply) => {
      const { actor, db } = request
      const free_in_seconds = await countGuess(db, actor)
      if (free_in_seconds !== null) {
        reply.header('Retry-After', String(free_in_seconds))
        throw carts.locked(free_in_seconds)
      }
      const answer = await once(request, reply, 201, async (tx) => {
        const channel = carts.channelOf(actor)
        const handed = await carts.handOver(tx, actor, request.body.code, channel)
        await audit(tx, actor, 'cart.handed_over', handed.profile_id, { cart_id: handed.cart_id })
        const owner = await carts.ownerOf(tx, handed.profile_id)
        return {
          ...handed,
          customer: await masked(tx, handed.profile_id),
          cart: await carts.show(tx, owner, { channel, place_id: actor.place_id }),
        }
      }).catch(async (error: unknown) => {
        // Only a wrong code counts; a lost race or a bad request takes its guess back.
        if (!(error instanceof Problem) || error.code !== 'carts.code_unknown') await forgiveGuess(db, actor)
        throw error
      })
      await forgiveGuess(db, actor)
      return answer
    },
  )

  app.get(
    '/v1/carts/:profile_id',
    {
      config: counter,
      schema: {
        tags,
        summary: 'A customer’s cart (audited)',
        params: shape.PersonPath,
        querystring: shape.StockPlace,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const owner = await theirs(request, tx, 'cart.read')
        return shown(request, reply, tx, owner, request.query.place_id)
      }),
  )

  app.put(
    '/v1/carts/:profile_id/items/:variant_id',
    {
      config: counter,
      schema: {
        tags,
        summary: 'Set how many of this are in a customer’s cart, for her (audited); 0 takes it out',
        params: shape.PersonItemPath,
        querystring: shape.StockPlace,
        headers: shape.IfMatch,
        body: shape.SetItem,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const owner = await theirs(request, tx, 'cart.changed')
        await set(request, tx, owner, request.params.variant_id, request.body)
        return shown(request, reply, tx, owner, request.query.place_id)
      }),
  )

  app.post(
    '/v1/carts/:profile_id/items',
    {
      config: counter,
      schema: {
        tags,
        summary: 'Put something in a customer’s cart for her (audited), by variant or by scanned code',
        params: shape.PersonPath,
        querystring: shape.StockPlace,
        body: shape.AddItem,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const owner = await theirs(request, tx, 'cart.changed')
        await add(request, tx, owner, request.body)
        return shown(request, reply, tx, owner, request.query.place_id)
      }),
  )
}

async function theirs(request: FastifyRequest, tx: Tx, action: string): Promise<Owner> {
  const { profile_id } = request.params as { profile_id: string }
  await customerOf(tx, profile_id)
  const owner = await carts.ownerOf(tx, profile_id)
  await audit(tx, request.actor, action, profile_id)
  return owner
}

async function shown(request: FastifyRequest, reply: FastifyReply, tx: Tx, owner: Owner, place_id: string | undefined) {
  const at = place_id ?? (request.actor.kind === 'staff' ? request.actor.place_id : undefined)
  const cart = await carts.show(tx, owner, { channel: carts.channelOf(request.actor), place_id: at })
  reply.header('ETag', `"${cart.version}"`).header('Cache-Control', 'no-store')
  return cart
}

type Said = { quantity: number; way?: Way; place_id?: string }

async function set(request: FastifyRequest, tx: Tx, owner: Owner, variant_id: string, said: Said): Promise<void> {
  const { quantity } = said
  // Taking out needs no article: what was withdrawn since must be removable.
  if (quantity > 0) await soldNow(tx, { variant_id })
  const { actor, headers } = request
  await carts.put(tx, actor, owner, {
    variant_id,
    quantity,
    channel: carts.channelOf(actor),
    place_id: actor.place_id,
    receive: await receiveOf(tx, said),
    version: versionIn(headers['if-match']),
  })
}

async function add(
  request: FastifyRequest,
  tx: Tx,
  owner: Owner,
  item: Said & { variant_id?: string; gtin?: string },
): Promise<void> {
  const variant_id = await soldNow(tx, item)
  const { actor } = request
  await carts.put(tx, actor, owner, {
    variant_id,
    quantity: item.quantity,
    add: true,
    channel: carts.channelOf(actor),
    place_id: actor.place_id,
    receive: await receiveOf(tx, item),
  })
}

// What is received in a shop names one that hands it out so; what is sent names none.
async function receiveOf(tx: Tx, { way, place_id }: Said): Promise<Receive | undefined> {
  if (!way) return undefined
  if (way === 'ship') return { way, place_id: null }
  const shop = place_id && (await places(tx)).find((each) => each.place_id === place_id)
  if (!shop || !(way === 'collect' ? shop.offers_pickup : shop.offers_order_ahead))
    return refuse(
      'carts.no_such_way',
      422,
      'この店舗では、この受け取り方はできません。',
      'This shop does not hand it out in that way.',
      { field: place_id ? 'place_id' : 'way' },
    )
  return { way, place_id: shop.place_id }
}

async function soldNow(tx: Tx, item: { variant_id?: string; gtin?: string }): Promise<string> {
  const field = item.variant_id ? 'variant_id' : 'gtin'
  const code = item.variant_id ?? item.gtin
  if (!code)
    return refuse(
      'carts.no_item',
      400,
      '商品の指定（variant_id か gtin）が必要です。',
      'Name the item by variant_id or gtin.',
      { field },
    )
  const found = await sellables(tx, item.variant_id ? { variant_ids: [code] } : { gtins: [code] })
  const [good] = found.values()
  if (!good)
    return refuse('carts.unknown_item', 404, 'この商品は登録されていません。', 'This item is not known.', { field })
  if (good.withdrawn)
    return refuse('carts.not_sold', 409, 'この商品は現在お取り扱いがありません。', 'This item is not on sale.', {
      field,
    })
  return good.variant_id
}

function versionIn(tag: string | string[] | undefined): number | undefined {
  if (tag === undefined || tag === '*') return undefined
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(String(tag))?.[1]
  if (version === undefined)
    return refuse(
      'carts.if_match',
      400,
      'If-Match にはカートの ETag を指定してください。',
      'If-Match must be the cart’s ETag.',
      { field: 'If-Match' },
    )
  return Number(version)
}
