import { Type } from 'typebox'
import { within } from '#core/answers'
import { putSetting } from '#core/settings'
import type { App } from '#http'
import { programme } from '#loyalty/loyalty'
import { issuers } from '#orders/issuer'
import { returnRules } from '#orders/return-rules'
import { currentTerms } from '#orders/terms'
import { registrationFault } from '#pricing/registration'

const Issuers = Type.Array(
  Type.Object(
    {
      valid_from: Type.String({ format: 'date' }),
      name: Type.String({ minLength: 1, maxLength: 120 }),
      name_en: Type.Union([Type.String({ minLength: 1, maxLength: 120 }), Type.Null()]),
      registration_number: Type.Union([Type.String({ pattern: '^T[0-9]{13}$' }), Type.Null()]),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 50 },
)
const Rules = Type.Object(
  {
    window_days: Type.Integer({ minimum: 0, maximum: 3650 }),
    fault_window_days: Type.Integer({ minimum: 0, maximum: 3650 }),
    not_returnable: Type.Object(
      {
        category_ids: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 500 }),
        tax_categories: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 50 }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
const Terms = Type.Object(
  {
    points_as: Type.Union([Type.Literal('payment'), Type.Literal('discount')]),
    rounding: Type.Union([Type.Literal('floor'), Type.Literal('half_up'), Type.Literal('ceil')]),
  },
  { additionalProperties: false },
)
const Warnings = Type.Array(Type.Object({ field: Type.String(), code: Type.String() }))
const body = {
  issuer: Type.Object({ issuers: Issuers }, { additionalProperties: false }),
  terms: Terms,
  returns: Rules,
}

/** What the group decides about documents, points and returns. Orders keep the terms they were made under. */
export function orderSettingRoutes(app: App): void {
  app.get(
    '/v1/orders/settings',
    {
      config: { audience: ['staff', 'api:orders.read'] },
      schema: {
        response: {
          200: Type.Object({
            issuers: Type.Array(Issuers.items),
            terms: Terms,
            returns: Rules,
            points: Type.Object(
              { rate_num: Type.Integer(), rate_den: Type.Integer() },
              { description: 'Points per yen, as an order placed now would earn.' },
            ),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        issuers: await issuers(tx),
        terms: await currentTerms(tx),
        returns: await returnRules(tx),
        points: await programme(tx),
      })),
  )
  app.put(
    '/v1/orders/settings/issuer',
    {
      config: { audience: ['staff:admin'] },
      schema: {
        summary:
          'Who issues documents, by first business date; a doubtful registration number is warned of, never refused',
        body: body.issuer,
        response: { 200: Type.Object({ issuers: Issuers, warnings: Warnings }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const list = request.body.issuers
        await putSetting(tx, 'orders.issuer', list, request.actor.id)
        const warnings = list.flatMap(({ registration_number }, at) => {
          const fault = registration_number && registrationFault(registration_number)
          return fault ? [{ field: `issuers.${at}.registration_number`, code: fault }] : []
        })
        return { issuers: list, warnings }
      }),
  )
  app.put(
    '/v1/orders/settings/terms',
    { config: { audience: ['staff:admin'] }, schema: { body: body.terms, response: { 200: Terms } } },
    (request) =>
      within(request, async (tx) => {
        await putSetting(tx, 'orders.terms', request.body, request.actor.id)
        return request.body
      }),
  )
  app.put(
    '/v1/orders/settings/returns',
    { config: { audience: ['staff:admin'] }, schema: { body: body.returns, response: { 200: Rules } } },
    (request) =>
      within(request, async (tx) => {
        await putSetting(tx, 'orders.returns', request.body, request.actor.id)
        return request.body
      }),
  )
}
