import { Type } from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { putSetting, setting } from '#core/settings'
import { programme } from '#loyalty/loyalty'
import { issuers } from '#orders/issuer'
import { returnRules } from '#orders/return-rules'
import { HandDiscounts, handDiscounts, Returns, returns, Terms, Tills, terms, tills } from '#orders/settings'
import { currentTerms } from '#orders/terms'
import { registrationFault } from '#pricing/registration'
import { Issuers, issuer } from '#stores/stores'

const Warnings = Type.Array(Type.Object({ field: Type.String(), code: Type.String() }))
const body = {
  issuer: Type.Object({ issuers: Issuers }, { additionalProperties: false }),
  terms: Terms,
  returns: Returns,
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
            returns: Returns,
            tills: Tills,
            discounts: HandDiscounts,
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
        tills: await setting(tx, tills),
        discounts: await setting(tx, handDiscounts),
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
        await putSetting(tx, issuer.key, list, request.actor)
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
        await putSetting(tx, terms.key, request.body, request.actor)
        return request.body
      }),
  )
  app.put(
    '/v1/orders/settings/returns',
    { config: { audience: ['staff:admin'] }, schema: { body: body.returns, response: { 200: Returns } } },
    (request) =>
      within(request, async (tx) => {
        await putSetting(tx, returns.key, request.body, request.actor)
        return request.body
      }),
  )
}
