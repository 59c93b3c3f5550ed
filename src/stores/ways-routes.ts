import Type from 'typebox'
import { needPlace } from '#access/access'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { pickupWindows } from '#stores/pickup'
import { fresh, place, putPlace } from '#stores/stores'

const params = Type.Object({
  place_id: Type.String({ pattern: '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ext:.{1,200})$' }),
})
const instant = Type.String({ format: 'date-time' })

const longest_pause_ms = 31 * 86_400_000

/** When a shop's goods can be collected, and the switch by which a busy shop stops taking orders ahead. */
export function wayRoutes(app: App): void {
  app.get(
    '/v1/stores/places/:place_id/pickup-windows',
    {
      config: { audience: ['anyone'] },
      schema: {
        summary: 'Dates and windows offered for collection to an order given now',
        params,
        response: {
          200: Type.Object({
            cutoff: Type.String(),
            items: Type.Array(Type.Object({ date: Type.String({ format: 'date' }), from: instant, until: instant })),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      const shop = await place(request.db, request.params.place_id)
      return { cutoff: shop.pickup_cutoff, items: pickupWindows(shop, clock.now()), next: null }
    },
  )

  app.put(
    '/v1/stores/places/:place_id/order-ahead',
    {
      config: { audience: ['staff:clerk', 'api:stores.write'] },
      schema: {
        summary: 'Pause or resume orders ahead for a shop',
        params,
        body: Type.Object(
          { paused_until: Type.Union([instant, Type.Null()], { description: 'null: orders are taken again.' }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            place_id: Type.String({ format: 'uuid' }),
            paused_until: Type.Union([instant, Type.Null()]),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const known = (await fresh(tx, request.params.place_id)) ?? (await place(tx, request.params.place_id))
        needPlace(request.actor, known.place_id)
        if (!known.offers_order_ahead)
          refuse(
            'stores.no_order_ahead',
            409,
            'この店舗は事前注文を受けていません。',
            'This shop takes no orders ahead.',
            {
              field: 'place_id',
            },
          )
        const { place_id, version, ...rest } = known
        const { paused_until } = request.body
        const ahead_ms = paused_until === null ? 1 : Date.parse(paused_until) - clock.ms()
        if (!(ahead_ms > 0 && ahead_ms <= longest_pause_ms))
          refuse('stores.pause_time', 422, '1か月以内の日時を指定してください。', 'Name a time within a month.', {
            field: 'paused_until',
          })
        await putPlace(tx, request.actor, { ...rest, order_ahead_paused_until: paused_until }, { place_id, version })
        return { place_id, paused_until }
      }),
  )
}
