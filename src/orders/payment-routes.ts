import { Type } from 'typebox'
import { needPlace } from '#access/access'
import { payment, paymentName } from '#channels/payment/payment'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { PaymentsInput } from '#orders/input'
import { payDue } from '#orders/payments'
import { find, shownTo } from '#orders/read'
import { heard } from '#orders/reconcile'
import { attention, completeByHand, decideOrphan, settlement } from '#orders/settlement'
import { OrderView } from '#orders/view'

const Id = Type.String({ format: 'uuid' })
const OrNull = (type: string) => Type.Unsafe<string | null>({ type: [type, 'null'] })
const Yen = Type.Integer()

/** Money of orders: what is due is paid, a provider's messages, the day's settlement, and what needs a person. */
export function paymentRoutes(app: App): void {
  app.get(
    '/v1/orders/payments/configuration',
    {
      config: { audience: ['anyone'] },
      schema: {
        summary: 'What a face needs to take a card: the provider, and the key of its own fields',
        response: {
          200: Type.Object({
            provider: Type.String(),
            hosted: Type.Boolean({
              description: 'A payment may begin without a token: the answer holds a client_secret.',
            }),
            publishable_key: OrNull('string'),
          }),
        },
      },
    },
    async (request) => {
      const provider = payment(request.db)
      return {
        provider: paymentName(),
        hosted: provider?.hosted ?? false,
        publishable_key: provider?.publishable_key ?? null,
      }
    },
  )

  app.post(
    '/v1/orders/:order_id/payments',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'Take what is due on an order, in cash or at an outside terminal',
        params: Type.Object({ order_id: Id }),
        body: Type.Object({ payments: PaymentsInput, place_id: Type.Optional(Id) }, { additionalProperties: false }),
        response: { 201: OrderView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { actor, body, params } = request
        const order = await find(tx, params.order_id)
        const place_id = body.place_id ?? actor.place_id ?? order.view.place_id
        needPlace(actor, place_id)
        return shownTo(actor, { view: await payDue(tx, actor, order, body.payments, place_id) })
      }),
  )

  app.get(
    '/v1/orders/payments/settlements',
    {
      config: { audience: ['staff:clerk', 'api:orders.read'] },
      schema: {
        summary: 'What a business date took and gave back, by place and method',
        querystring: Type.Object({
          business_date: Type.String({ format: 'date' }),
          place_id: Type.Optional(Id),
        }),
        response: {
          200: Type.Object({
            business_date: Type.String(),
            items: Type.Array(
              Type.Object({
                place_id: Id,
                method: Type.String(),
                provider: OrNull('string'),
                taken_yen: Yen,
                taken_count: Type.Integer(),
                refunded_yen: Yen,
                refunded_count: Type.Integer(),
                net_yen: Yen,
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { business_date, place_id } = request.query
        if (place_id) needPlace(request.actor, place_id)
        const mine = place_id ? [place_id] : placesOf(request.actor)
        return { business_date, items: await settlement(tx, business_date, mine) }
      }),
  )

  app.get(
    '/v1/orders/payments/attention',
    {
      config: { audience: ['staff:clerk', 'api:orders.read'] },
      schema: {
        summary: 'Payments that need a person',
        querystring: Type.Object({ place_id: Type.Optional(Id) }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                kind: Type.String({ description: 'charge, authorize, capture, void, refund' }),
                order_id: OrNull('string'),
                number: OrNull('string'),
                place_id: OrNull('string'),
                payment_id: OrNull('string'),
                operation_id: OrNull('string'),
                reference: OrNull('string'),
                method: OrNull('string'),
                amount_yen: Yen,
                why: Type.String({
                  description:
                    'give_back, refund_refused, authorization_gone, other_amount, no_provider, provider_silent, nobody_ordered',
                }),
                since: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id } = request.query
        if (place_id) needPlace(request.actor, place_id)
        return { items: await attention(tx, place_id ? [place_id] : placesOf(request.actor)) }
      }),
  )

  app.post(
    '/v1/orders/payments/operations/:operation_id/completion',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'A person did what a payment was waiting for',
        params: Type.Object({ operation_id: Id }),
        body: Type.Object(
          { slip: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })) },
          { additionalProperties: false },
        ),
        response: { 200: OrderView },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, body, params } = request
        const order_id = await completeByHand(tx, actor, params.operation_id, {
          slip: body.slip,
          may: (place_id) => needPlace(actor, place_id),
        })
        return shownTo(actor, await find(tx, order_id))
      }),
  )

  app.post(
    '/v1/orders/payments/orphans/:reference/decision',
    {
      config: { audience: ['staff:admin', 'api:orders.write'] },
      schema: {
        summary: 'A charge nobody ordered goes back, or stays',
        params: Type.Object({ reference: Type.String({ minLength: 1, maxLength: 120 }) }),
        body: Type.Object(
          { decision: Type.Union([Type.Literal('refund'), Type.Literal('keep')]) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ reference: Type.String() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { reference } = request.params
        await decideOrphan(tx, reference, request.body.decision)
        return { reference }
      }),
  )

  app.register(async (scope) => {
    // The signature is over the bytes as they came.
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: 256 * 1024 },
      (_request, body, done) => done(null, body),
    )
    ;(scope as App).post(
      '/v1/orders/payments/webhooks/:provider',
      {
        config: { audience: ['anyone'] },
        schema: {
          summary: 'A message of the payment provider: its signature is checked, then the provider is asked itself',
          params: Type.Object({ provider: Type.Union([Type.Literal('stripe'), Type.Literal('fake')]) }),
          response: { 200: Type.Object({ heard: Type.Integer() }) },
        },
      },
      async (request) => {
        const provider = payment(request.db)
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const references = provider?.name === request.params.provider ? provider.webhook(raw, request.headers) : null
        if (!references)
          return refuse('orders.webhook_signature', 400, '署名が正しくありません。', 'The signature is not right.', {
            field: 'signature',
          })
        await heard(request.db, references)
        return { heard: references.length }
      },
    )
  })
}

// Null: every place. Staff of some shops see theirs.
function placesOf({ place_ids }: { place_ids?: string[] }): string[] | null {
  return place_ids ?? null
}
