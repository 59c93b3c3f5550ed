import { Type } from 'typebox'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { erase } from '#privacy/privacy'

const tags = ['privacy']
const id = Type.String({ format: 'uuid' })

/** The privacy desk: forgetting a person. */
export function privacyRoutes(app: App): void {
  app.post(
    '/v1/privacy/erasures',
    {
      config: { audience: ['staff:admin', 'api:privacy.write'] },
      schema: {
        tags,
        summary: 'Forget a person for good: her keys are destroyed, her orders stay without her; her id is said twice',
        body: Type.Object(
          { profile_id: id, confirm: id, reason: Type.String({ minLength: 1, maxLength: 200 }) },
          { additionalProperties: false },
        ),
        response: {
          201: Type.Object({
            erasure_id: id,
            profile_ids: Type.Array(id),
            erased_at: Type.String({ format: 'date-time' }),
          }),
        },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        const { profile_id, confirm, reason } = request.body
        if (confirm !== profile_id)
          refuse(
            'privacy.unconfirmed',
            422,
            '消去すると元に戻せません。同じお客さまのIDを confirm にも入れてください。',
            'Erasing cannot be undone: give the same id in `confirm`.',
            { field: 'confirm' },
          )
        return erase(tx, request.actor, profile_id, reason)
      }),
  )
}
