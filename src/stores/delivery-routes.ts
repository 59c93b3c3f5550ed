import Type, { type Static } from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { allDeliveryTerms, deliveryTerms, putDeliveryTerms } from '#stores/delivery'
import { townsOf } from '#stores/postal'
import { prefectureOf } from '#stores/prefectures'

const yen = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const words = Type.String({ minLength: 1, maxLength: 40 })
const prefectures = Type.Array(Type.String({ minLength: 2, maxLength: 10 }), { minItems: 1, maxItems: 47 })
const closed = { additionalProperties: false }
const free = orNull(Type.Integer({ minimum: 0, maximum: 100_000_000 }))

const TermsBody = Type.Object(
  {
    fee_yen: yen,
    free_from_yen: free,
    fees: Type.Array(Type.Object({ prefectures, fee_yen: yen, free_from_yen: free }, closed), { maxItems: 47 }),
    cutoff: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    lead_days: Type.Integer({ minimum: 0, maximum: 60 }),
    leads: Type.Array(Type.Object({ prefectures, days: Type.Integer({ minimum: 0, maximum: 60 }) }, closed), {
      maxItems: 47,
    }),
    days_offered: Type.Integer({ minimum: 1, maximum: 60 }),
    slots: Type.Array(
      Type.Object(
        {
          code: Type.String({ pattern: '^[a-z0-9-]{1,20}$' }),
          ja: words,
          en: words,
        },
        closed,
      ),
      { maxItems: 20 },
    ),
  },
  closed,
)
const Terms = Type.Object({ valid_from: Type.String({ format: 'date' }), ...TermsBody.properties })

/** Postal codes, and what delivery costs and when it comes. */
export function deliveryRoutes(app: App): void {
  app.get(
    '/v1/stores/postal-codes/:postal_code',
    {
      config: { audience: ['anyone'], rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        summary: 'The towns of a postal code; several may share one',
        params: Type.Object({ postal_code: Type.String({ pattern: '^[0-9]{3}-?[0-9]{4}$' }) }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                postal_code: Type.String(),
                prefecture: Type.String(),
                city: Type.String(),
                town: Type.String(),
                town_kana: orNull(Type.String()),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => ({
      items: await townsOf(request.db, request.params.postal_code.replace('-', '')),
      next: null,
    }),
  )

  app.get(
    '/v1/stores/delivery-terms',
    {
      config: { audience: ['anyone'] },
      schema: {
        summary: 'Delivery fees, cut-off, lead days and slots: in force now, and to come',
        response: { 200: Type.Object({ now: Terms, items: Type.Array(Terms), next: Type.Null() }) },
      },
    },
    async (request) => ({
      now: await deliveryTerms(request.db, businessDate(clock.now())),
      items: await allDeliveryTerms(request.db),
      next: null,
    }),
  )

  app.put(
    '/v1/stores/delivery-terms/:valid_from',
    {
      config: { audience: ['staff:admin', 'api:stores.write'] },
      schema: {
        summary: 'Write the terms that begin on a date',
        params: Type.Object({ valid_from: Type.String({ format: 'date', pattern: '^2' }) }),
        body: TermsBody,
        response: { 200: Terms },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const terms = { valid_from: request.params.valid_from, ...sound(request.body) }
        await putDeliveryTerms(tx, request.actor, terms, businessDate(clock.now()))
        return terms
      }),
  )
}

// Prefectures in their full names, each in one group: what it costs must not depend on the order of a list.
function sound(body: Static<typeof TermsBody>): Static<typeof TermsBody> {
  const groups = <T extends { prefectures: string[] }>(list: T[], field: string): T[] => {
    const seen = new Set<string>()
    return list.map((group, at) => ({
      ...group,
      prefectures: group.prefectures.map((text) => {
        const full = prefectureOf(text)
        if (!full || seen.has(full))
          return refuse(
            'stores.prefecture',
            422,
            '都道府県名が正しくないか、二度書かれています。',
            'This is no prefecture, or it is named twice.',
            { field: `${field}.${at}.prefectures`, prefecture: text },
          )
        seen.add(full)
        return full
      }),
    }))
  }
  return { ...body, fees: groups(body.fees, 'fees'), leads: groups(body.leads, 'leads') }
}
