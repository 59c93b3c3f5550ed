import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { countTry, deviceOf, type Limit, tokenFor } from '#access/access'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { refuse } from '#core/problem'
import * as shape from './shapes.ts'
import { readAddress, sendCode, signIn, signInByCode, startVisit, type Visit } from './sign-in.ts'
import { customer } from './view.ts'

const tags = ['customers']
// A shop's own systems speak for many people from one address.
const allowList = ({ actor }: FastifyRequest) => actor?.kind === 'api' || actor?.kind === 'staff'
const visits = { max: 120, timeWindow: 60_000, allowList }
const sends: Limit = { name: 'code sent', most_address: 30, window_seconds: 60 }
// Each text costs money, and the number may be anybody's.
const texts: Limit = { name: 'text sent', most_address: 20, window_seconds: 3600 }
const tries: Limit = { name: 'sign-in', most_address: 60, window_seconds: 60 }

/** Visiting and signing in by code. Sign-in and visits are protocol endpoints: no Idempotency-Key. */
export function signInRoutes(app: App): void {
  app.post(
    '/v1/customers/visitors',
    {
      config: { audience: ['anyone'], rateLimit: visits },
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
      const visit = await transaction(request.db, system, (tx) => startVisit(tx, locale, { device: deviceOf(request) }))
      return reply.code(201).send(opened(reply, 'visitor', visit))
    },
  )

  app.post(
    '/v1/customers/sign-in-codes',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Send a sign-in code by mail or SMS; the answer does not tell whether the address is registered',
        body: shape.Address,
        response: { 202: shape.CodeSent },
      },
    },
    async (request, reply) => {
      const to = await readAddress(request.db, request.body)
      await countTry(request.db, to.kind === 'phone' ? texts : sends, { from: request })
      await sendCode(request.db, to)
      return reply.code(202).send({ expires_in_seconds: 600 })
    },
  )

  app.post(
    '/v1/customers/sessions',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Sign in by the code sent',
        body: shape.CodeSignIn,
        response: { 201: shape.SessionOpened },
      },
    },
    async (request, reply) => {
      const { code, ...given } = request.body
      const to = await readAddress(request.db, given)
      await countTry(request.db, tries, { from: request })
      const visit = await signInByCode(request.db, to, code, request.actor, { device: deviceOf(request) })
      return reply.code(201).send(opened(reply, 'member', visit))
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
        return signIn(tx, profile_id, request.actor, { method: 'system' })
      })
      return reply.code(201).send(opened(reply, 'member', visit))
    },
  )
}

/** A session as its holder is told of it; a face gets the token as a cookie. */
export function opened(reply: FastifyReply, kind: 'member' | 'visitor', { session, profile_id }: Visit) {
  const token = tokenFor(reply, kind, session)
  return { profile_id, expires_at: session.expires_at, ...(token ? { token } : {}) }
}
