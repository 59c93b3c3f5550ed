import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { deviceOf } from './devices.ts'
import { counted } from './limits.ts'
import { endOwnSession, endOwnSessions, ownSessions } from './own-sessions.ts'
import { closeSession, dropCookie, tokenFor } from './sessions.ts'
import * as shape from './shapes.ts'
import { type SignIn, signInByPin } from './sign-in.ts'

const tags = ['access']
const signedIn = { audience: ['staff', 'visitor'] }
// Besides the lock of each staff code: one address, one till must not try code after code.
const pin_limit = {
  name: 'pin',
  most: 20,
  most_address: 60,
  window_seconds: 300,
  lock_seconds: 300,
  wrong: ['access.wrong_pin', 'access.locked'],
}

/** Signing in to the shop's side, and one's sessions: which there are, ending one, some or all. */
export function sessionRoutes(app: App): void {
  app.post(
    '/v1/access/staff-sessions',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Sign in by staff code and PIN (or switch)',
        body: shape.StaffSignIn,
        response: { 201: shape.SignedIn },
      },
    },
    async (request, reply) => {
      const { staff_code: code, ...input } = request.body
      const tried = { by: [request.actor.session_id], from: request }
      const opened = await counted(request.db, pin_limit, tried, () =>
        signInByPin(request.db, { code, ...input, ...arrival(request) }, request.actor),
      )
      return reply.code(201).send(staffSignedIn(reply, opened))
    },
  )

  app.delete(
    '/v1/access/session',
    {
      config: signedIn,
      schema: { tags, summary: 'Sign out: end this session', response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { session_id, kind } = request.actor
      if (session_id) await within(request, (tx) => closeSession(tx, session_id))
      dropCookie(reply, kind === 'staff' ? 'staff' : 'member')
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/access/sessions',
    {
      config: signedIn,
      schema: { tags, summary: 'Where I am signed in', response: { 200: shape.OwnSessions } },
    },
    async (request) => {
      const items = await within(request, (tx) => ownSessions(tx, request.actor))
      return {
        items: items.map((one) => ({ ...one, current: one.session_id === request.actor.session_id })),
        next: null,
      }
    },
  )

  app.delete(
    '/v1/access/sessions',
    {
      config: signedIn,
      schema: {
        tags,
        summary: 'Sign out everywhere, or everywhere else',
        querystring: Type.Object({ others: Type.Boolean({ default: false, description: 'Keep this session.' }) }),
        response: { 200: Type.Object({ ended: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      const { actor } = request
      const but = request.query.others ? actor.session_id : undefined
      const ended = await within(request, (tx) => endOwnSessions(tx, actor, but))
      if (!but) dropCookie(reply, actor.kind === 'staff' ? 'staff' : 'member')
      return { ended }
    },
  )

  app.delete(
    '/v1/access/sessions/:session_id',
    {
      config: signedIn,
      schema: {
        tags,
        summary: 'End one of my sessions',
        params: Type.Object({ session_id: shape.Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await within(request, (tx) => endOwnSession(tx, request.actor, request.params.session_id))
      return reply.code(204).send(null)
    },
  )
}

/** On what device, and whether somebody stands before it: a face's session in a shop locks when left alone. */
export function arrival(request: FastifyRequest) {
  return { device: deviceOf(request), attended: request.headers['engawa-face'] !== undefined }
}

export function staffSignedIn(reply: FastifyReply, { session, staff, place_id }: SignIn) {
  const token = tokenFor(reply, 'staff', session)
  return { staff, place_id, expires_at: session.expires_at, ...(token ? { token } : {}) }
}
