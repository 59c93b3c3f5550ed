import { Type } from 'typebox'
import { needPlace } from '#access/access'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { prepare } from '#orders/fulfil'
import { deliveryOptions } from '#orders/promise'
import { find, shownTo } from '#orders/read'
import { OrderView } from '#orders/view'
import { feeOf, place, places, prefectureOf } from '#stores/stores'

const day = Type.String({ format: 'date' })
const ById = Type.Object({ order_id: Type.String({ format: 'uuid' }) })

/** What the ways of buying offer, and the steps only some of them have. */
export function wayRoutes(app: App): void {
  app.get(
    '/v1/orders/delivery-options',
    {
      config: { audience: ['anyone'] },
      schema: {
        summary: 'Fee, dates and slots for delivery of an order given now',
        querystring: Type.Object({
          prefecture: Type.String({ minLength: 2, maxLength: 10 }),
          goods_yen: Type.Integer({ minimum: 0, maximum: 100_000_000, default: 0 }),
          place_id: Type.Optional(Type.String({ format: 'uuid', description: 'Where it is shipped from.' })),
        }),
        response: {
          200: Type.Object({
            prefecture: Type.String(),
            fee_yen: Type.Integer(),
            cutoff: Type.String(),
            earliest: day,
            latest: day,
            dates: Type.Array(day),
            slots: Type.Array(Type.Object({ code: Type.String(), ja: Type.String(), en: Type.String() })),
          }),
        },
      },
    },
    async (request) => {
      const { goods_yen, place_id } = request.query
      const prefecture =
        prefectureOf(request.query.prefecture) ??
        refuse('orders.ship_unreadable', 422, '都道府県名が正しくありません。', 'There is no such prefecture.', {
          field: 'prefecture',
        })
      const from = place_id
        ? await place(request.db, place_id)
        : (await places(request.db)).find((candidate) => candidate.ships_ec && candidate.active)
      if (!from)
        return refuse(
          'orders.no_warehouse',
          409,
          '配送元の倉庫が設定されていません。',
          'No place is set to ship orders.',
          {
            field: 'place_id',
          },
        )
      const { terms, days } = await deliveryOptions(request.db, from, prefecture, clock.now())
      const { cutoff, slots } = terms
      return { prefecture, fee_yen: feeOf(terms, prefecture, goods_yen), cutoff, ...days, slots }
    },
  )

  app.post(
    '/v1/orders/:order_id/preparation',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'The shop begins to make an order ahead',
        params: ById,
        response: { 200: OrderView },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const order = await find(tx, request.params.order_id)
        needPlace(request.actor, order.view.place_id)
        return shownTo(request.actor, { ...order, view: await prepare(tx, request.actor, order) })
      }),
  )
}
