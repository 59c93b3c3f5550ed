import Type from 'typebox'
import { counted, needFresh } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { open } from './person.ts'
import { customerOf } from './profiles.ts'
import * as shape from './shapes.ts'
import { needPin, pinSetAt, removePin, setPin, spendByPin, wrong_pins } from './spending-pins.ts'

const tags = ['customers']
const member = { audience: ['member'] }
// Beside the lock of each member: one till must not try member after member.
const at_till = { name: 'spending pin till', most: 20, window_seconds: 3600, wrong: wrong_pins.wrong }

/** The PIN a member may set, and spending points with it at a till when she shows only her bar code or card. */
export function pinRoutes(app: App): void {
  app.get(
    '/v1/customers/me/pin',
    { config: member, schema: { tags, summary: 'Whether I set a PIN', response: { 200: shape.PinState } } },
    (request) => within(request, async (tx) => ({ set_at: await pinSetAt(tx, request.actor.id) })),
  )

  app.put(
    '/v1/customers/me/pin',
    {
      config: member,
      preHandler: needFresh,
      schema: {
        tags,
        summary: 'Set or replace the PIN with which I spend points at a till without my phone',
        body: shape.PinNew,
        response: { 200: shape.PinState },
      },
    },
    async (request) => ({ set_at: await setPin(request.db, request.actor, request.actor.id, request.body.pin) }),
  )

  app.delete(
    '/v1/customers/me/pin',
    { config: member, schema: { tags, summary: 'Do without a PIN', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await within(request, (tx) => removePin(tx, request.actor, request.actor.id))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/customers/:id/pin-checks',
    {
      config: { audience: ['staff:clerk', 'api:customers.read'] },
      schema: {
        tags,
        summary: 'Her bar code or card was read and she typed her PIN: gives a scan which may spend',
        params: Type.Object({ id: shape.Id }),
        body: shape.PinCheck,
        response: { 201: shape.Scan },
      },
    },
    async (request, reply) => {
      const { db, actor } = request
      const profile_id = request.params.id
      const customer_id = await transaction(db, actor, (tx) => customerOf(tx, profile_id))
      return counted(db, at_till, { by: [actor.session_id ?? actor.id] }, () =>
        counted(db, wrong_pins, { by: [customer_id] }, async () => {
          await needPin(db, actor, { profile_id, ...request.body })
          return once(request, reply, 201, async (tx) => {
            const { name, member_number } = await open(tx, profile_id)
            return { ...(await spendByPin(tx, actor, profile_id)), name, member_number }
          })
        }),
      )
    },
  )
}
