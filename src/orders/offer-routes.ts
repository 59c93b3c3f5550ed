import { Type } from 'typebox'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'
import { forecast } from '#orders/offer-forecast'
import { FindingView, findingsOf, moveOffer, OfferBody, OfferView, offer, State } from '#promotions/promotions'

const tags = ['promotions']
const makers = { audience: ['staff:marketer', 'api:promotions.write'] }
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer()
// Where only what it costs is asked, this many baskets say enough.
const usual_baskets = 200

const ForecastView = Type.Object({
  days: Count,
  orders: Count,
  tried: Count,
  given: Count,
  saved_yen: Count,
  points: Count,
  cost_yen: Type.Union([Count, Type.Null()]),
  lasts_days: Type.Union([Count, Type.Null()]),
  excluded: Type.Array(Type.Object({ why: Type.String(), baskets: Count })),
  baskets: Type.Array(
    Type.Object({
      date: Type.String(),
      place_id: Id,
      channel: Type.String(),
      way: Type.String(),
      member: Type.Boolean(),
      goods: Type.Array(Type.String()),
      pieces: Count,
      without_yen: Count,
      with_yen: Count,
      points: Count,
      why: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  findings: Type.Array(FindingView),
})

/** Offers before they are launched, and their launch. Here, because what an order costs is decided here and nowhere else. */
export function offerRoutes(app: App): void {
  app.post(
    '/v1/promotions/forecasts',
    {
      config: makers,
      schema: {
        tags,
        summary:
          'What an offer would have done to the baskets of the last four weeks, and what it may run into; changes nothing',
        body: Type.Object(
          {
            offer: OfferBody,
            baskets: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: usual_baskets })),
          },
          { additionalProperties: false },
        ),
        response: { 200: ForecastView },
      },
    },
    async (request, reply) => {
      const { offer: body, baskets = usual_baskets } = request.body
      const seen = { ...(await forecast(request.db, body, baskets)), findings: await findingsOf(request.db, body) }
      return once(request, reply, 200, async () => seen)
    },
  )
  app.put(
    '/v1/promotions/offers/:offer_id/state',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Ask for, approve, launch, stop or end it: draft → (asked →) approved → live ⇄ stopped → ended',
        params: Type.Object({ offer_id: Id }),
        body: Type.Object({ state: State }, { additionalProperties: false }),
        response: { 200: OfferView },
      },
    },
    async (request, reply) => {
      const { actor, params, body } = request
      const cost_yen = body.state === 'approved' ? await costOf(request.db, params.offer_id) : 0
      return within(request, async (tx) =>
        tagVersion(
          reply,
          await moveOffer(tx, actor, params.offer_id, body.state, { version: seenVersion(request), cost_yen }),
        ),
      )
    },
  )
}

// A budget says itself what it costs.
async function costOf(db: Parameters<typeof forecast>[0], offer_id: string): Promise<number> {
  const known = await offer(db, offer_id)
  return known.budget_yen ?? (await forecast(db, known, usual_baskets)).cost_yen ?? 0
}
