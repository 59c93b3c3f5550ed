import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { tokenFor } from '#access/access'
import { system } from '#core/actor'
import { once } from '#core/answers'
import { transaction } from '#core/database'
import { refuse } from '#core/problem'
import type { App } from '#http'
import { register } from './register.ts'
import * as shape from './shapes.ts'
import { sendCode, signIn, signInByCode, startVisit, type Visit } from './sign-in.ts'
import { customer } from './view.ts'

const tags = ['customers']
// A shop's own systems speak for many people from one address.
const allowList = ({ actor }: FastifyRequest) => actor?.kind === 'api' || actor?.kind === 'staff'
const limited = (max: number) => ({ max, timeWindow: 60_000, allowList })

/** Joining, visiting and signing in. Sign-in and visits are protocol endpoints: no Idempotency-Key. */
export function signInRoutes(app: App): void {
  app.post(
    '/v1/customers',
    {
      config: { audience: ['anyone'], rateLimit: limited(20) },
      schema: {
        tags,
        summary: 'Register a member: by herself, by staff on the tablet, or by a system',
        description: 'By herself it also signs her in (cookie). An e-mail address registers once: 409 names the field.',
        body: shape.CustomerNew,
        response: { 201: shape.Registered },
      },
    },
    async (request, reply) => {
      const { actor } = request
      if (actor.kind === 'api' && !actor.scopes?.some((scope) => scope === '*' || scope === 'customers.write'))
        refuse(
          'access.not_allowed',
          403,
          'この操作をする権限がありません。',
          'This key lacks the scope customers.write.',
        )
      const self = actor.kind === 'nobody' || actor.kind === 'visitor'
      const { registered_at, ...input } = request.body
      const dated = actor.kind === 'api' && registered_at ? { registered_at } : {}
      const route = input.route ?? (self ? 'storefront' : actor.kind === 'staff' ? 'counter_tablet' : 'api')
      let joined: string | undefined
      const answer = await once(request, reply, 201, async (tx) => {
        const made = await register(tx, actor, { ...input, ...dated, route })
        joined = made.profile_id
        return made
      })
      // Not on a replay: the kept answer must not hand out a session again.
      const profile_id = joined
      if (self && profile_id) {
        const { session } = await transaction(request.db, system, (tx) => signIn(tx, profile_id, actor))
        tokenFor(reply, 'member', session)
      }
      return answer
    },
  )

  app.post(
    '/v1/customers/visitors',
    {
      config: { audience: ['anyone'], rateLimit: limited(120) },
      schema: {
        tags,
        summary: 'Start an anonymous visit (one who has a session keeps it)',
        response: { 200: shape.SessionOpened, 201: shape.SessionOpened },
      },
    },
    async (request, reply) => {
      const { actor } = request
      if (actor.profile_id) return reply.code(200).send({ profile_id: actor.profile_id, expires_at: null })
      const locale = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'ja'
      const visit = await transaction(request.db, system, (tx) => startVisit(tx, locale))
      return reply.code(201).send(opened(reply, 'visitor', visit))
    },
  )

  app.post(
    '/v1/customers/sign-in-codes',
    {
      config: { audience: ['anyone'], rateLimit: limited(30) },
      schema: {
        tags,
        summary: 'Mail a sign-in code; the answer does not tell whether the address is registered',
        body: shape.Email,
        response: { 202: shape.CodeSent },
      },
    },
    async (request, reply) => {
      await sendCode(request.db, request.body.email)
      return reply.code(202).send({ expires_in_seconds: 600 })
    },
  )

  app.post(
    '/v1/customers/sessions',
    {
      config: { audience: ['anyone'], rateLimit: limited(60) },
      schema: {
        tags,
        summary: 'Sign in by the mailed code',
        body: shape.CodeSignIn,
        response: { 201: shape.SessionOpened },
      },
    },
    async (request, reply) => {
      const { email, code } = request.body
      return reply.code(201).send(opened(reply, 'member', await signInByCode(request.db, email, code, request.actor)))
    },
  )

  app.post(
    '/v1/customers/:id/sessions',
    {
      config: { audience: ['api:customers.sessions'] },
      schema: {
        tags,
        summary: "Open a member's session for a system that signed her in itself",
        params: Type.Object({ id: shape.Id }),
        response: { 201: shape.SessionOpened },
      },
    },
    async (request, reply) => {
      const visit = await transaction(request.db, request.actor, async (tx) => {
        const { profile_id, kind } = await customer(tx, request.params.id)
        if (kind !== 'member')
          refuse('customers.not_registered', 404, 'まだ会員ではありません。', 'This customer is not a member.', {
            field: 'id',
          })
        return signIn(tx, profile_id, request.actor)
      })
      return reply.code(201).send(opened(reply, 'member', visit))
    },
  )
}

function opened(reply: FastifyReply, kind: 'member' | 'visitor', { session, profile_id }: Visit) {
  const token = tokenFor(reply, kind, session)
  return { profile_id, expires_at: session.expires_at, ...(token ? { token } : {}) }
}
