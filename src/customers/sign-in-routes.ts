import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import {
  attributes,
  audit,
  closeSessionsOf,
  cookieName,
  cookieOf,
  countTry,
  deviceOf,
  type Limit,
  tokenFor,
} from '#access/access'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { type Db, transaction } from '#core/database'
import { randomToken } from '#core/id'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { codesInOneBrowser } from './settings.ts'
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
      const key = (await oneBrowser(request.db)) ? (keyOf(request) ?? randomToken(32)) : undefined
      await sendCode(request.db, to, key)
      return reply.code(202).send({ expires_in_seconds: 600, ...(key && keepInBrowser(request, reply, key)) })
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
      const { code, browser_key: _, ...given } = request.body
      const to = await readAddress(request.db, given)
      await countTry(request.db, tries, { from: request })
      const key = (await oneBrowser(request.db)) ? keyOf(request) : undefined
      const visit = await signInByCode(request.db, to, { code, key }, request.actor, { device: deviceOf(request) })
      if (key) reply.clearCookie(cookieName(request, 'code'), attributes(reply))
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

  app.delete(
    '/v1/customers/:id/sessions',
    {
      config: { audience: ['staff:agent', 'api:customers.sessions'] },
      schema: {
        tags,
        summary: 'Sign a member out everywhere: a lost phone, a doubt (audited)',
        params: Type.Object({ id: shape.Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transaction(request.db, request.actor, async (tx) => {
        const { profile_id, profile_ids } = await customer(tx, request.params.id)
        for (const each of profile_ids) await closeSessionsOf(tx, { profile_id: each })
        await audit(tx, request.actor, 'customers.signed_out', profile_id)
      })
      return reply.code(204).send(null)
    },
  )
}

// A code counts in the browser that asked for it; a retailer whose customers ask on one device and type on another may undo that.
function oneBrowser(db: Db): Promise<boolean> {
  return setting(db, codesInOneBrowser)
}

function keepInBrowser(request: FastifyRequest, reply: FastifyReply, key: string): { browser_key?: string } {
  if (request.headers['engawa-face'] === undefined) return { browser_key: key }
  reply.setCookie(cookieName(request, 'code'), key, { ...attributes(reply), maxAge: 3600 })
  return {}
}

function keyOf(request: FastifyRequest): string | undefined {
  if (request.headers['engawa-face'] !== undefined) return cookieOf(request, 'code')
  return (request.body as { browser_key?: string }).browser_key
}

/** A session as its holder is told of it; a face gets the token as a cookie. */
export function opened(reply: FastifyReply, kind: 'member' | 'visitor', { session, profile_id }: Visit) {
  const token = tokenFor(reply, kind, session)
  return { profile_id, expires_at: session.expires_at, ...(token ? { token } : {}) }
}
