import { Type } from 'typebox'
import { needPlace, needTill } from '#access/access'
import { system } from '#core/actor'
import { answerText, claim, claimOf, keep, replay } from '#core/answers'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { bookOffline, type Told } from '#orders/offline'
import { OfflineSales } from '#orders/offline-input'
import { OrderView } from '#orders/view'
import { place } from '#stores/stores'

const working_ms = 30_000
const answer = Type.Object({
  items: Type.Array(
    Type.Object({
      receipt_number: Type.String(),
      outcome: Type.Union([Type.Literal('booked'), Type.Literal('repeated'), Type.Literal('refused')], {
        description: 'refused: kept whole as a task for a person.',
      }),
      order: Type.Union([OrderView, Type.Null()]),
      problem: Type.Union([
        Type.Object({ code: Type.String(), field: Type.Union([Type.String(), Type.Null()]) }),
        Type.Null(),
      ]),
      task_ids: Type.Array(Type.String({ format: 'uuid' })),
    }),
  ),
})

/** What tills sold without a network. */
export function offlineRoutes(app: App): void {
  app.post(
    '/v1/orders/offline-sales',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'Sales an offline till made, told later: booked once, dated as they happened',
        body: OfflineSales,
        response: { 200: answer },
      },
    },
    async (request, reply) => {
      const { db, actor, body } = request
      const place_id = body.place_id ?? actor.place_id
      if (!place_id)
        return refuse('orders.place_needed', 422, '店舗を選んでください。', 'Choose a shop.', { field: 'place_id' })
      const from = { device_id: body.device_id, place: await place(db, place_id) }
      needPlace(actor, place_id)
      await needTill(db, actor, body.device_id)
      // Each sale is its own transaction: one that fails must not keep the others, nor their rows, waiting.
      const to = claimOf(request)
      const locked_until = new Date(clock.ms() + working_ms).toISOString()
      const kept = replay(reply, await transaction(db, system, (tx) => claim(tx, to, { locked_until })))
      if (kept !== undefined) return kept as unknown as { items: Told[] }
      const text = answerText(reply, 200, { items: await bookOffline(db, actor, from, body.sales) })
      await transaction(db, system, (tx) => keep(tx, to, 200, text))
      return text as unknown as { items: Told[] }
    },
  )
}
