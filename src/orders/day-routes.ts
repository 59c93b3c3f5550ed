import { Type } from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { clock } from '#core/time'
import { daySums, lateAt } from '#orders/day'
import { businessDateAt, places } from '#stores/stores'

const Count = Type.Integer()

/** A business day in sums, for who looks after shops. */
export function dayRoutes(app: App): void {
  app.get(
    '/v1/orders/day-sums',
    {
      config: { audience: ['staff', 'api:orders.read'] },
      schema: {
        summary: 'What was sold on a business day until a moment: all orders that stand, of the caller’s shops',
        querystring: Type.Object({
          business_date: Type.Optional(
            Type.String({ format: 'date', description: 'The one that runs now unless said.' }),
          ),
          until: Type.Optional(Type.String({ format: 'date-time', description: 'Now unless said.' })),
        }),
        response: {
          200: Type.Object({
            business_date: Type.String({ format: 'date' }),
            until: Type.String({ format: 'date-time' }),
            sales_yen: Count,
            orders: Count,
            carried: Count,
            collected: Count,
            curve: Type.Array(Type.Object({ at: Type.String({ format: 'date-time' }), yen: Count }), {
              description: 'Sold by then, by the quarter of an hour.',
            }),
            late: Type.Array(Type.Object({ place_id: Type.String({ format: 'uuid' }), orders: Count }), {
              description: 'Shops whose orders to collect wait past the promised time, now.',
            }),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_ids } = request.actor
        const until = request.query.until ?? clock.iso()
        const business_date = request.query.business_date ?? (await today(tx, place_ids))
        const sums = await daySums(tx, place_ids, business_date, until)
        return { business_date, until, ...sums, late: await lateAt(tx, place_ids, clock.iso()) }
      }),
  )
}

// The day of the caller's shop, or of the house's first: shops of one house close within hours of each other.
async function today(tx: Parameters<typeof places>[0], place_ids: readonly string[] | undefined): Promise<string> {
  const all = await places(tx)
  const own = all.find(({ place_id }) => !place_ids || place_ids.includes(place_id)) ?? all[0]
  return own ? businessDateAt(own) : clock.iso().slice(0, 10)
}
