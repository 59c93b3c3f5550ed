import Type from 'typebox'
import { system } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { deviceOf } from './devices.ts'
import { needFresh } from './fresh.ts'
import { countTry, type Limit } from './limits.ts'
import * as wire from './passkey-shapes.ts'
import * as passkeys from './passkeys.ts'
import { arrival, staffSignedIn } from './session-routes.ts'
import * as shape from './shapes.ts'
import { openStaffSession } from './sign-in.ts'
import { siteOf } from './sites.ts'
import { staffById } from './staff.ts'

const tags = ['access']
const staff = { audience: ['staff'] }
const limit: Limit = { name: 'staff passkey', most_address: 60, window_seconds: 60 }

/** Passkeys of staff: enrolled while signed in by PIN, then instead of it. */
export function staffPasskeyRoutes(app: App): void {
  app.post(
    '/v1/access/passkey-challenges',
    {
      config: { audience: ['anyone'] },
      schema: { tags, summary: 'Challenge to sign in staff by passkey', response: { 201: wire.RequestOptions } },
    },
    async (request, reply) => {
      await countTry(request.db, limit, { from: request })
      return reply.code(201).send(await passkeys.challenge(request.db, siteOf(request), 'staff'))
    },
  )

  app.post(
    '/v1/access/passkey-sessions',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Sign in staff by passkey',
        body: Type.Object(
          { ...wire.PasskeySignIn.properties, place_id: Type.Optional(Type.Union([shape.Id, Type.Null()])) },
          { additionalProperties: false },
        ),
        response: { 201: shape.SignedIn },
      },
    },
    async (request, reply) => {
      await countTry(request.db, limit, { from: request })
      const { response, place_id } = request.body
      const staff_id = await passkeys.whose(request.db, siteOf(request), 'staff', response)
      const opened = await transaction(request.db, system, (tx) =>
        openStaffSession(
          tx,
          staff_id,
          { ...(place_id && { place_id }), ...arrival(request), method: 'passkey' },
          request.actor,
        ),
      )
      return reply.code(201).send(staffSignedIn(reply, opened))
    },
  )

  app.post(
    '/v1/access/me/passkey-challenges',
    {
      config: staff,
      preHandler: needFresh,
      schema: {
        tags,
        summary: 'What a browser needs to make me (staff) a passkey',
        response: { 201: wire.CreationOptions },
      },
    },
    async (request, reply) => {
      const options = await within(request, async (tx) => {
        const me = await staffById(tx, request.actor.id)
        return passkeys.offer(
          tx,
          siteOf(request),
          { staff_id: me.staff_id },
          { name: me.code, display_name: me.display_name },
        )
      })
      return reply.code(201).send(options)
    },
  )

  app.post(
    '/v1/access/me/passkeys',
    {
      config: staff,
      preHandler: needFresh,
      schema: {
        tags,
        summary: 'Register the passkey made (staff)',
        body: wire.PasskeyNew,
        response: { 201: wire.Passkey },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { response, name = deviceOf(request) ?? 'Passkey' } = request.body
        const owner = { staff_id: request.actor.id }
        return shown(await passkeys.add(tx, siteOf(request), owner, response, sealAnswer(name)))
      }),
  )

  app.get(
    '/v1/access/me/passkeys',
    { config: staff, schema: { tags, summary: 'My passkeys (staff)', response: { 200: wire.Passkeys } } },
    (request) =>
      within(request, async (tx) => ({
        items: (await passkeys.list(tx, { staff_id: request.actor.id })).map(shown),
        next: null,
      })),
  )

  app.delete(
    '/v1/access/me/passkeys/:passkey_id',
    {
      config: staff,
      preHandler: needFresh,
      schema: {
        tags,
        summary: 'Remove one of my passkeys (staff)',
        params: wire.PasskeyPath,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await within(request, (tx) => passkeys.remove(tx, { staff_id: request.actor.id }, request.params.passkey_id))
      return reply.code(204).send(null)
    },
  )
}

function shown(one: passkeys.Passkey) {
  return passkeys.view(one, unsealAnswer(one.sealed_name))
}
