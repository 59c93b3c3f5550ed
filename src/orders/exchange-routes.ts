import { Type } from 'typebox'
import type { Actor } from '#core/actor'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { type Pool, transaction } from '#core/database'
import { Problem, refuse } from '#core/problem'
import type { Draft } from '#orders/draft'
import {
  draftExchange,
  type ExchangePlan,
  type ExchangeWish,
  exchange,
  forgetPrices,
  planExchange,
} from '#orders/exchanges'
import { OrderInput, WishLine } from '#orders/input'
import { carryOut } from '#orders/operations'
import { find, type Order, placedFor } from '#orders/read'
import { approval, receivingPlace, seen, shownReturn } from '#orders/return-routes'
import { ReturnInput, ReturnView } from '#orders/return-view'
import { LineView, OrderView, TaxView } from '#orders/view'

const sellers = ['staff:clerk', 'api:orders.write']
const ById = Type.Object({ order_id: Type.String({ format: 'uuid' }) })
const { lines, reason, place_id, override } = ReturnInput.properties
const wish = {
  lines,
  reason,
  place_id,
  take: Type.Array(WishLine, { minItems: 1, maxItems: 200 }),
  points_used: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
}
const ExchangeQuote = Type.Object(wish, { additionalProperties: false })
const ExchangeInput = Type.Object(
  {
    ...wish,
    override,
    payments: OrderInput.properties.payments,
    expected_difference_yen: Type.Optional(
      Type.Integer({ description: 'Above zero to pay, below zero to be given back.' }),
    ),
  },
  { additionalProperties: false },
)
const Difference = {
  difference_yen: Type.Integer({ description: 'Above zero she pays it, below zero it is given back.' }),
  credit_yen: Type.Integer(),
  points_used: Type.Integer(),
}

export function exchangeRoutes(app: App): void {
  app.post(
    '/v1/orders/:order_id/exchanges/quotes',
    {
      config: { audience: sellers },
      schema: {
        params: ById,
        body: ExchangeQuote,
        response: {
          200: Type.Object({
            ...Difference,
            refund_yen: Type.Integer(),
            points_back: Type.Integer(),
            points_taken: Type.Integer(),
            points_earned: Type.Integer(),
            total_yen: Type.Integer(),
            lines: Type.Array(LineView),
            taxes: Type.Array(TaxView),
          }),
        },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, body } = request
        const order = await seen(tx, actor, request.params.order_id)
        const { back, decision, ...figures } = await planExchange(
          tx,
          actor,
          order,
          body,
          receivingPlace(actor, body.place_id),
        )
        return {
          ...figures,
          refund_yen: back.slip.refund_yen,
          points_back: back.slip.points_yen,
          points_taken: back.slip.points_clawed,
          points_earned: decision.quote.points_earned,
          total_yen: decision.quote.total_yen,
          lines: decision.lines,
          taxes: decision.quote.taxes,
        }
      }),
  )

  app.post(
    '/v1/orders/:order_id/exchanges',
    {
      config: { audience: sellers },
      schema: {
        summary: 'Take goods back and sell others as one, with one difference',
        params: ById,
        body: ExchangeInput,
        response: { 201: Type.Object({ ...Difference, return: ReturnView, order: OrderView }) },
      },
    },
    async (request, reply) => {
      const { actor, body, db } = request
      const at_place = receivingPlace(actor, body.place_id)
      const allowed = await approval(db, actor, at_place, body.override)
      const made = await ready(db, actor, request.params.order_id, body, at_place)
      let paid_orders: string[] = []
      const text = await once(request, reply, 201, async (tx) => {
        // Only now: whoever asks again gets her first answer, even when the world moved on meanwhile.
        if (made instanceof Problem) throw made
        const { order, planned, sale } = made
        await seen(tx, actor, order.view.order_id)
        sameDifference(body.expected_difference_yen, planned.difference_yen)
        const row = await exchange(tx, actor, order, body, planned, sale, at_place, allowed).catch((error) => {
          if (error instanceof Error && error.message === 'orders.price_stale') forgetPrices(planned)
          throw error
        })
        paid_orders = row.refunds.map(({ paid_order_id }) => paid_order_id)
        const { difference_yen, credit_yen, points_used } = planned
        return { difference_yen, credit_yen, points_used, return: shownReturn(row), order: placedFor(actor, sale.view) }
      })
      for (const order_id of new Set(paid_orders)) await carryOut(db, { order_id })
      return text
    },
  )
}

type Ready = { order: Order; planned: ExchangePlan; sale: Draft }

// Everything that can be worked out before a connection is held.
async function ready(
  db: Pool,
  actor: Actor,
  order_id: string,
  wanted: ExchangeWish,
  at_place: string,
): Promise<Ready | Problem> {
  try {
    const order = await transaction(db, actor, (tx) => find(tx, order_id))
    const planned = await transaction(db, actor, (tx) => planExchange(tx, actor, order, wanted, at_place))
    return { order, planned, sale: await draftExchange(db, actor, order, planned, wanted.payments) }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

function sameDifference(expected: number | undefined, difference_yen: number): void {
  if (expected === undefined || expected === difference_yen) return
  refuse(
    'orders.difference_changed',
    409,
    '差額が変わりました。新しい金額をご確認ください。',
    'The difference has changed; please look at the new amount.',
    {
      field: 'expected_difference_yen',
      difference_yen,
    },
  )
}
