import { Type } from 'typebox'
import { audit, counted, cursorOf, needPlace, readCursor } from '#access/access'
import { answerText, claimOf, once, replay, within } from '#core/answers'
import type { App } from '#core/app'
import { keyPattern } from '#core/external'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { cardGuess } from '#gifts/gifts'
import { boundTillRoutes } from '#orders/bound-till-routes'
import { place } from '#orders/checkout'
import { dayRoutes } from '#orders/day-routes'
import { DiscountView } from '#orders/discount-input'
import { discountRoutes } from '#orders/discount-routes'
import { documentRoutes } from '#orders/document-routes'
import { exchangeRoutes } from '#orders/exchange-routes'
import { handOver, ready } from '#orders/fulfil'
import { needNoGift } from '#orders/gift-refunds'
import { giftRoutes } from '#orders/gift-routes'
import { holdRoutes } from '#orders/hold-routes'
import { OrderInput, QuoteInput } from '#orders/input'
import { myOfferRoutes } from '#orders/my-offer-routes'
import { offerRoutes } from '#orders/offer-routes'
import { offlineRoutes } from '#orders/offline-routes'
import { carryOut } from '#orders/operations'
import { parcelsOf, sendOff } from '#orders/parcels'
import { paymentRoutes } from '#orders/payment-routes'
import { previewRoutes } from '#orders/preview-routes'
import { quoteFor } from '#orders/quote'
import { type Before, find, findLocked, findNamed, newest, ofCustomer, placedFor, queue, shownTo } from '#orders/read'
import { returnRoutes } from '#orders/return-routes'
import { orderSettingRoutes } from '#orders/setting-routes'
import { cancel } from '#orders/settle'
import { needShopOf } from '#orders/shops'
import { showingRoutes } from '#orders/showing-routes'
import { termsRoutes } from '#orders/terms-routes'
import { tillRoutes } from '#orders/till-routes'
import { LineView, OrderView, PromiseView, TaxView } from '#orders/view'
import { wayRoutes } from '#orders/way-routes'
import { RefusedView } from '#promotions/promotions'

const buyers = ['member', 'visitor', 'staff:clerk', 'staff:agent', 'api:orders.write']
const sellers = ['staff:clerk', 'staff:agent', 'api:orders.write']
const PromiseOrNull = Type.Union([PromiseView, Type.Null()])
const pickup_guess = {
  name: 'pickup code',
  // Wide enough for a till that sends the same hand-over twenty times at once.
  most: 25,
  window_seconds: 900,
  lock_seconds: 900,
  wrong: ['orders.wrong_code'],
}
const ById = Type.Object({ order_id: Type.String({ format: 'uuid' }) })

export function orderRoutes(app: App): void {
  wayRoutes(app)
  holdRoutes(app)
  offlineRoutes(app)
  returnRoutes(app)
  exchangeRoutes(app)
  documentRoutes(app)
  orderSettingRoutes(app)
  paymentRoutes(app)
  termsRoutes(app)
  tillRoutes(app)
  boundTillRoutes(app)
  discountRoutes(app)
  dayRoutes(app)
  previewRoutes(app)
  showingRoutes(app)
  myOfferRoutes(app)
  offerRoutes(app)
  giftRoutes(app)

  app.post(
    '/v1/orders/quotes',
    {
      config: { audience: buyers },
      schema: {
        body: QuoteInput,
        response: {
          200: Type.Object({
            lines: Type.Array(LineView),
            items_yen: Type.Integer(),
            discount_yen: Type.Integer(),
            total_yen: Type.Integer(),
            to_pay_yen: Type.Integer(),
            tax_yen: Type.Integer(),
            taxes: Type.Array(TaxView),
            discounts: Type.Array(DiscountView),
            offers_refused: Type.Array(RefusedView),
            needs_approval: Type.Boolean({ description: 'The discounts are more than the caller may give alone.' }),
            points_used: Type.Integer(),
            points_earned: Type.Integer(),
            delivery_yen: Type.Integer({ description: 'What delivery costs: one of the lines.' }),
            promise: PromiseOrNull,
          }),
        },
      },
    },
    async (request, reply) => {
      // Read before the key is claimed: a transaction that waits for another connection could wait for ever. A repeat gets its answer all the same.
      const quoted = await quoteFor(request.db, request.actor, request.body).catch(asError)
      return once(request, reply, 200, async () => {
        if (quoted instanceof Error) throw quoted
        return quoted
      })
    },
  )

  app.post(
    '/v1/orders',
    { config: { audience: buyers }, schema: { body: OrderInput, response: { 201: OrderView } } },
    async (request, reply) => {
      const { actor, body, db } = request
      const order = () =>
        place(db, actor, claimOf(request), body, (view) => answerText(reply, 201, placedFor(actor, view)))
      // Numbers of gift cards must not be found by trying, wherever they are said.
      const by_card = body.payments?.some(({ method }) => method === 'gift_card')
      const placed = by_card
        ? await counted(db, cardGuess, { by: [actor.session_id], from: request }, order)
        : await order()
      return ('text' in placed ? placed.text : replay(reply, placed.claimed)) as unknown as OrderView
    },
  )

  app.get(
    '/v1/orders',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: {
        querystring: Type.Object({
          place_id: Type.Optional(Type.String({ format: 'uuid' })),
          profile_id: Type.Optional(Type.String({ format: 'uuid' })),
          state: Type.Optional(Type.String()),
          way: Type.Optional(Type.String({ pattern: '^[a-z_]{1,20}$', description: 'With place_id: only this way.' })),
          newest: Type.Optional(
            Type.Boolean({
              description:
                'For staff: the newest orders as a list, also those of one place, narrowed by what else is said.',
            }),
          ),
          channel: Type.Optional(Type.String({ pattern: '^[a-z_]{1,20}$', description: 'With newest.' })),
          business_date: Type.Optional(Type.String({ format: 'date', description: 'With newest.' })),
          number: Type.Optional(
            Type.String({ maxLength: 40, description: 'With newest: how the order’s number begins.' }),
          ),
          late: Type.Optional(
            Type.Boolean({ description: 'With newest: to collect, not ready, and past the promised time.' }),
          ),
          before: Type.Optional(
            Type.String({ maxLength: 200, description: 'A moment (ISO 8601), or `next` of the page before.' }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(OrderView), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id, profile_id, state, way, limit = 50 } = request.query
        const { newest: listed = false, channel, business_date, number, late } = request.query
        const before = beforeOf(request.query.before)
        const states = state?.split(',')
        const { actor } = request
        const own = actor.kind === 'member' || actor.kind === 'visitor'
        if (place_id && !own) needPlace(actor, place_id)
        if (profile_id && !own) await audit(tx, actor, 'orders.list', profile_id)
        const found =
          own || profile_id
            ? await ofCustomer(
                tx,
                own ? (actor.profile_ids ?? []) : await profilesOf(tx, profile_id as string),
                before?.at ?? null,
                limit,
              )
            : place_id && !listed
              ? await queue(tx, place_id, states ?? ['placed', 'ready'], way, limit)
              : await newest(
                  tx,
                  actor.place_ids,
                  before,
                  limit,
                  listed
                    ? { place_id, states, way, channel, business_date, number, late_at: late ? clock.iso() : undefined }
                    : {},
                )
        const items = found.map((order) => shownTo(actor, order))
        // A queue is read whole, oldest first: it has no next page.
        const more = items.length >= limit && (own || profile_id !== undefined || place_id === undefined || listed)
        // Hers come with all of one instant on a page; of everybody's, thousands may have been imported with one.
        if (own || profile_id) return { items, next: more ? (items.at(-1)?.placed_at ?? null) : null }
        return { items, next: more ? cursorOf(items, limit, ({ placed_at, order_id }) => [placed_at, order_id]) : null }
      }),
  )

  app.get(
    '/v1/orders/:order_id',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: {
        params: Type.Object({
          order_id: Type.String({
            pattern: keyPattern,
            description: 'Our id, or `ext:` and the external_id it was sent with (an imported one: `source:its key`).',
          }),
        }),
        querystring: Type.Object({
          channel: Type.Optional(
            Type.String({
              pattern: '^[a-z_]{1,20}$',
              description: 'With `ext:`, where several channels use one number: which; `import` for imported orders.',
            }),
          ),
        }),
        response: { 200: OrderView },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const order = await findNamed(tx, request.params.order_id, request.query.channel)
        if (order.view.profile_id && request.actor.kind === 'staff')
          await audit(tx, request.actor, 'orders.read', order.profile_id)
        return shownTo(request.actor, order)
      }),
  )

  app.post(
    '/v1/orders/:order_id/cancellation',
    {
      config: { audience: buyers },
      schema: {
        params: ById,
        body: Type.Object(
          { reason: Type.Optional(Type.String({ maxLength: 60, pattern: '^[a-z_]+$' })) },
          { additionalProperties: false },
        ),
        response: { 200: OrderView },
      },
    },
    async (request, reply) => {
      const text = await once(request, reply, 200, async (tx) => {
        // A shop may begin with it at this very moment: one of the two comes first.
        const order = await findLocked(tx, request.params.order_id)
        // Whether the card was charged is not known yet: given up now, money could be taken that nobody sends back.
        if (order.view.state === 'paying')
          refuse(
            'orders.paying',
            409,
            'お支払いの確認中です。少し待ってからもう一度お試しください。',
            'The payment is being confirmed; please try again shortly.',
            { order_id: order.view.order_id },
          )
        if (request.actor.kind === 'member' || request.actor.kind === 'visitor') {
          await needNoGift(tx, order)
          if (order.view.state === 'ready' || order.view.promise?.queue === 'preparing')
            refuse(
              'orders.ask_shop',
              409,
              '準備が始まっています。店舗へご連絡ください。',
              'The shop is at it already; please ask there.',
              { order_id: order.view.order_id },
            )
        } else needShopOf(request.actor, order.view)
        return shownTo(request.actor, {
          ...order,
          view: await cancel(tx, request.actor, order, request.body.reason ?? 'asked'),
        })
      })
      await carryOut(request.db, { order_id: request.params.order_id })
      return text
    },
  )

  app.post(
    '/v1/orders/:order_id/readiness',
    {
      config: { audience: sellers },
      schema: { params: ById, response: { 200: OrderView } },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const order = await find(tx, request.params.order_id)
        needPlace(request.actor, order.view.place_id)
        return shownTo(request.actor, { ...order, view: await ready(tx, request.actor, order) })
      }),
  )

  app.post(
    '/v1/orders/:order_id/hand-over',
    {
      config: { audience: sellers },
      schema: {
        params: ById,
        body: Type.Object(
          {
            code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
            call_number: Type.Optional(
              Type.Integer({ minimum: 1, maximum: 999, description: 'For an order ahead, instead of the code.' }),
            ),
          },
          { additionalProperties: false, minProperties: 1 },
        ),
        response: { 200: OrderView },
      },
    },
    (request, reply) =>
      // Six digits must not be found by trying, on this order or at this till.
      counted(request.db, pickup_guess, { by: [request.params.order_id, request.actor.session_id] }, () =>
        once(request, reply, 200, async (tx) => {
          const order = await find(tx, request.params.order_id)
          needPlace(request.actor, order.view.place_id)
          return shownTo(request.actor, { ...order, view: await handOver(tx, request.actor, order, request.body) })
        }),
      ),
  )

  app.post(
    '/v1/orders/:order_id/shipment',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'It leaves: whole, or the parcel of a place when it leaves in several',
        params: ById,
        querystring: Type.Object({ place_id: Type.Optional(Type.String({ format: 'uuid' })) }),
        response: { 200: OrderView },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const order = await find(tx, request.params.order_id)
        const view = await sendOff(tx, request.actor, order, request.query.place_id)
        return shownTo(request.actor, { ...order, view })
      }),
  )

  app.get(
    '/v1/orders/:order_id/parcels',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: {
        summary: 'The parcels it leaves in; none when it leaves whole',
        params: ById,
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                place_id: Type.String({ format: 'uuid' }),
                pieces: Type.Integer(),
                shipped_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => ({ items: await parcelsOf(tx, await find(tx, request.params.order_id)) })),
  )
}

function beforeOf(text: string | undefined): Before | null {
  if (!text) return null
  if (/^[12]\d{3}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))) return { at: new Date(text).toISOString() }
  const [at, order_id] = readCursor(text, 2, ['at', 'id']) as [string, string]
  return { at, order_id }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the quote failed', { cause: error })
}
