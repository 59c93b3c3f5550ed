import { Type } from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { one, sql } from '#core/database'
import { refuse } from '#core/problem'
import { ShownTerms } from '#orders/input'
import { seen } from '#orders/return-routes'
import type { Shown } from '#orders/terms'

const ById = Type.Object({ order_id: Type.String({ format: 'uuid' }) })
const Terms = Type.Object({
  lang: ShownTerms.properties.lang,
  items: ShownTerms.properties.items,
  sha256: Type.String({
    description: 'In hex, over the language and then each label and text, joined by line feeds.',
  }),
})

/** What the final screen said when the order was placed: the buyer's to read again, and proof that nothing was changed since. */
export function termsRoutes(app: App): void {
  app.get(
    '/v1/orders/:order_id/shown-terms',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: {
        summary: 'The terms as shown on the final screen, with their hash',
        params: ById,
        response: { 200: Terms },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const order = await seen(tx, request.actor, request.params.order_id)
        const kept = await one<{ shown: Shown | null }>(
          tx,
          sql`select terms -> 'shown' as shown from orders."order" where profile_id = ${order.profile_id} and order_id = ${order.view.order_id}`,
        )
        return (
          kept?.shown ??
          refuse(
            'orders.no_shown_terms',
            404,
            'このご注文には、画面で示した条件の記録がありません。',
            'No terms were shown on a screen for this order.',
            { field: 'order_id' },
          )
        )
      }),
  )
}
