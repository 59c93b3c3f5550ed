import { once } from '#core/answers'
import type { App } from '#core/app'
import { erase } from '#privacy/privacy'
import { needConfirmed } from '#privacy/requests'
import * as shape from '#privacy/shapes'
import { deskRoutes } from './desk-routes.ts'
import { mineRoutes } from './mine-routes.ts'

/** What a person does about her data herself, what she asks of the desk, and forgetting her. */
export function privacyRoutes(app: App): void {
  mineRoutes(app)
  deskRoutes(app)
  app.post(
    '/v1/privacy/erasures',
    {
      config: { audience: ['staff:admin', 'api:privacy.write'] },
      schema: {
        tags: ['privacy'],
        summary: 'Forget a person for good: her keys are destroyed, her orders stay without her; her id is said twice',
        body: shape.Erasure,
        response: { 201: shape.Erased },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        const { profile_id, confirm, reason } = request.body
        needConfirmed(profile_id, confirm)
        return erase(tx, request.actor, profile_id, reason)
      }),
  )
}
