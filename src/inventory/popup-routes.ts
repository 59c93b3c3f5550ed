import { Type } from 'typebox'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { Reservation } from '#inventory/hold-routes'
import { closePopup } from '#inventory/popups'
import { answerable, body, Id, maybe } from '#inventory/shapes'
import { Transfer } from '#inventory/transfer-routes'

/** What a POP-UP had left goes elsewhere when it closes. It opens as a place with kind `popup` and dates, stocked by transfers. */
export function popupRoutes(app: App): void {
  app.post(
    '/v1/inventory/popup-closings',
    {
      config: { audience: answerable },
      schema: {
        summary:
          'Close a POP-UP: no sale any more, leftovers to another place; again later, what came free since follows',
        body: body({
          place_id: Id,
          to_place_id: Type.Optional(
            Type.String({
              format: 'uuid',
              description: 'Where leftovers go; else where the place says, else the place that ships EC orders',
            }),
          ),
          at_once: Type.Optional(
            Type.Boolean({ description: 'They are there already; otherwise in transit until received' }),
          ),
        }),
        response: {
          201: Type.Object({
            place_id: Id,
            to_place_id: Id,
            transfer: maybe(Transfer),
            remaining: Type.Array(Reservation),
          }),
        },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => closePopup(tx, request.actor, request.body.place_id, request.body)),
  )
}
