import { Type } from 'typebox'
import { needPlace, shopOrigin } from '#access/access'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { counterCode } from '#stores/gift-counter'
import { counterOf, hasCounter, noCounter, place } from '#stores/stores'

const Id = Type.String({ format: 'uuid' })
const named = {
  place_id: Id,
  place_name: Type.String(),
  place_name_en: Type.Union([Type.String(), Type.Null()]),
}
const tags = ['stores']

/** The code on a counter: whoever scans it buys gifts on her own phone, in the name of that shop. */
export function giftCounterRoutes(app: App): void {
  app.get(
    '/v1/stores/places/:place_id/gift-counter',
    {
      config: { audience: ['staff', 'api:stores.read'] },
      schema: {
        tags,
        summary: 'What the QR code on this shop’s counter holds',
        params: Type.Object({ place_id: Id }),
        response: { 200: Type.Object({ ...named, code: Type.String(), url: Type.String() }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { actor, params } = request
        needPlace(actor, params.place_id)
        const found = await place(tx, params.place_id)
        if (!hasCounter(found)) noCounter('place_id')
        const code = counterCode(found.place_id)
        const { place_id, name, name_en } = found
        const url = `${shopOrigin(request)}/gift-counter/${code}`
        return { place_id, place_name: name, place_name_en: name_en, code, url }
      }),
  )

  app.get(
    '/v1/stores/gift-counters/:counter_code',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'On which shop’s counter this code stands',
        params: Type.Object({ counter_code: Type.String({ minLength: 4, maxLength: 32 }) }),
        response: { 200: Type.Object(named) },
      },
    },
    async ({ db, params }) => {
      const { place_id, name, name_en } = await counterOf(db, params.counter_code)
      return { place_id, place_name: name, place_name_en: name_en }
    },
  )
}
