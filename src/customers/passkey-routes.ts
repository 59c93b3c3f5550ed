import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { countTry, deviceOf, type Limit, needFresh, passkeys, siteOf, passkeyShapes as wire } from '#access/access'
import { emit } from '#activity/activity'
import { system } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { type Tx, transaction } from '#core/database'
import { seal, unseal } from './person.ts'
import * as shape from './shapes.ts'
import { signIn } from './sign-in.ts'
import { opened } from './sign-in-routes.ts'
import { customer } from './view.ts'

const tags = ['customers']
const member = { audience: ['member'] }
const limit: Limit = { name: 'passkey', most_address: 120, window_seconds: 60 }

/** Passkeys: a member makes some while signed in, and then signs in by any of them without saying who she is. */
export function passkeyRoutes(app: App): void {
  app.post(
    '/v1/customers/passkey-challenges',
    {
      config: { audience: ['anyone'] },
      schema: { tags, summary: 'A challenge to sign in by passkey', response: { 201: wire.RequestOptions } },
    },
    async (request, reply) => {
      await countTry(request.db, limit, { from: request })
      return reply.code(201).send(await passkeys.challenge(request.db, siteOf(request), 'member'))
    },
  )

  app.post(
    '/v1/customers/passkey-sessions',
    {
      config: { audience: ['anyone'] },
      schema: { tags, summary: 'Sign in by passkey', body: wire.PasskeySignIn, response: { 201: shape.SessionOpened } },
    },
    async (request, reply) => {
      await countTry(request.db, limit, { from: request })
      const profile_id = await passkeys.whose(request.db, siteOf(request), 'member', request.body.response)
      const visit = await transaction(request.db, system, (tx) =>
        signIn(tx, profile_id, request.actor, { method: 'passkey', device: deviceOf(request) }),
      )
      return reply.code(201).send(opened(reply, 'member', visit))
    },
  )

  app.post(
    '/v1/customers/me/passkey-challenges',
    {
      config: member,
      preHandler: needFresh,
      schema: { tags, summary: 'What a browser needs to make me a passkey', response: { 201: wire.CreationOptions } },
    },
    async (request, reply) => {
      const options = await within(request, async (tx) => {
        const me = await customer(tx, mine(request))
        const name = me.email ?? me.phone ?? me.member_number ?? '会員'
        return passkeys.offer(
          tx,
          siteOf(request),
          { profile_id: mine(request) },
          { name, display_name: me.name ?? name },
        )
      })
      return reply.code(201).send(options)
    },
  )

  app.post(
    '/v1/customers/me/passkeys',
    {
      config: member,
      preHandler: needFresh,
      schema: { tags, summary: 'Register the passkey made', body: wire.PasskeyNew, response: { 201: wire.Passkey } },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { response, name = deviceOf(request) ?? 'Passkey' } = request.body
        const profile_id = mine(request)
        const sealed = await seal(tx, profile_id, name)
        const added = await passkeys.add(tx, siteOf(request), { profile_id }, response, sealed)
        await told(tx, request, 'customer.way_in_added', added.passkey_id)
        return passkeys.view(added, name)
      }),
  )

  app.get(
    '/v1/customers/me/passkeys',
    { config: member, schema: { tags, summary: 'My passkeys, newest first', response: { 200: wire.Passkeys } } },
    (request) =>
      within(request, async (tx) => {
        const mines = await passkeys.list(tx, hers(request))
        return { items: await Promise.all(mines.map((one) => named(tx, one))), next: null }
      }),
  )

  app.patch(
    '/v1/customers/me/passkeys/:passkey_id',
    {
      config: member,
      schema: {
        tags,
        summary: 'Give a passkey another name',
        params: wire.PasskeyPath,
        body: wire.PasskeyName,
        response: { 200: wire.Passkey },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { name } = request.body
        const { passkey_id } = request.params
        const profile_id = await passkeys.ownerOf(tx, hers(request), passkey_id)
        return passkeys.view(
          await passkeys.rename(tx, hers(request), passkey_id, await seal(tx, profile_id, name)),
          name,
        )
      }),
  )

  app.delete(
    '/v1/customers/me/passkeys/:passkey_id',
    {
      config: member,
      preHandler: needFresh,
      schema: { tags, summary: 'Remove a passkey', params: wire.PasskeyPath, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await within(request, async (tx) => {
        await passkeys.remove(tx, hers(request), request.params.passkey_id)
        await told(tx, request, 'customer.way_in_removed', request.params.passkey_id)
      })
      return reply.code(204).send(null)
    },
  )
}

function mine(request: FastifyRequest): string {
  return request.actor.profile_id ?? ''
}
function hers(request: FastifyRequest): { profile_ids: string[] } {
  return { profile_ids: request.actor.profile_ids ?? [mine(request)] }
}

// Sealed under the profile that made it, which after a merge may be another of hers.
async function named(tx: Tx, one: passkeys.Passkey) {
  return passkeys.view(one, await unseal<string>(tx, one.profile_id ?? '', one.sealed_name))
}

async function told(tx: Tx, request: FastifyRequest, type: string, subject_id: string): Promise<void> {
  await emit(tx, {
    type,
    profile_id: mine(request),
    source: 'customers',
    message_id: `${type} ${subject_id}`,
    subject_kind: 'passkey',
    subject_id,
    channel: 'web',
    actor: request.actor,
    payload: { method: 'passkey' },
  })
}
