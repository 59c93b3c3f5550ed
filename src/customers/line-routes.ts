import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  attributes,
  cookieName,
  cookieOf,
  countTry,
  deviceOf,
  type Limit,
  needFresh,
  passkeys,
  siteOf,
} from '#access/access'
import { lineIsFake } from '#channels/line/line'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import { back, begin, link, unlink } from './line.ts'
import { fakeLinePage } from './line-fake-page.ts'
import { openAll } from './person.ts'
import * as shape from './shapes.ts'
import { opened } from './sign-in-routes.ts'

const tags = ['customers']
const member = { audience: ['member'] }
const limit: Limit = { name: 'line', most_address: 60, window_seconds: 60 }

/** LINE Login: there and back (protocol endpoints), linking and unlinking; and by what one may sign in. */
export function lineRoutes(app: App): void {
  if (lineIsFake()) fakeLinePage(app)

  app.post(
    '/v1/customers/line-authorizations',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Begin signing in by LINE (or linking it, when signed in)',
        response: { 201: shape.LineStart },
      },
    },
    async (request, reply) => {
      await countTry(request.db, limit, { from: request })
      const { authorization_url, browser_key } = await begin(request.db, request.actor, siteOf(request))
      return reply.code(201).send({ authorization_url, ...keepInBrowser(request, reply, browser_key) })
    },
  )

  app.post(
    '/v1/customers/line-sessions',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Come back from LINE with its code',
        body: shape.LineBack,
        response: { 200: shape.LineOutcome },
      },
    },
    async (request, reply) => {
      await countTry(request.db, limit, { from: request })
      const { code, state } = request.body
      const came = { code, state, browser_key: browserKey(request) }
      const found = await back(request.db, request.actor, siteOf(request), came, { device: deviceOf(request) })
      const { outcome, person } = found
      const told = { outcome, name: person.name, profile_id: null, expires_at: null }
      if (found.outcome === 'not_linked') return { ...told, ...keepInBrowser(request, reply, found.browser_key) }
      dropKey(reply)
      if (found.outcome === 'linked') return { ...told, profile_id: found.profile_id }
      return { ...told, ...opened(reply, 'member', found.visit) }
    },
  )

  app.post(
    '/v1/customers/me/line',
    {
      config: member,
      preHandler: needFresh,
      schema: {
        tags,
        summary: 'Link the LINE account proven in this browser a moment ago',
        body: shape.LineLink,
        response: { 201: shape.WaysIn },
      },
    },
    async (request, reply) => {
      const answer = await once(request, reply, 201, async (tx) => {
        await link(tx, request.actor, browserKey(request))
        return waysIn(tx, request)
      })
      dropKey(reply)
      return answer
    },
  )

  app.delete(
    '/v1/customers/me/line',
    {
      config: member,
      preHandler: needFresh,
      schema: { tags, summary: 'Unlink my LINE account', response: { 200: shape.WaysIn } },
    },
    (request) =>
      within(request, async (tx) => {
        const { email, passkeys: keys } = await waysIn(tx, request)
        await unlink(tx, request.actor, (email ? 1 : 0) + keys)
        return waysIn(tx, request)
      }),
  )

  app.get(
    '/v1/customers/me/ways-in',
    { config: member, schema: { tags, summary: 'By what I may sign in', response: { 200: shape.WaysIn } } },
    (request) => within(request, (tx) => waysIn(tx, request)),
  )
}

async function waysIn(tx: Tx, { actor }: FastifyRequest) {
  const profile_ids = actor.profile_ids ?? []
  const people = await openAll(tx, profile_ids)
  return {
    email: people.find(({ email }) => email)?.email ?? null,
    phone: people.find(({ phone }) => phone)?.phone ?? null,
    line: people.some(({ line_user_id }) => line_user_id),
    passkeys: (await passkeys.list(tx, { profile_ids })).length,
  }
}

// A face's browser keeps it where no script reads it and no other site's page can send it along with a made-up state.
function keepInBrowser(request: FastifyRequest, reply: FastifyReply, browser_key: string): { browser_key?: string } {
  if (request.headers['engawa-face'] === undefined) return { browser_key }
  reply.setCookie(cookieName(request, 'line'), browser_key, { ...attributes(reply), maxAge: 600 })
  return {}
}

function dropKey(reply: FastifyReply): void {
  reply.clearCookie(cookieName(reply.request, 'line'), attributes(reply))
}

function browserKey(request: FastifyRequest): string | undefined {
  const { browser_key } = (request.body ?? {}) as { browser_key?: string }
  if (request.headers['engawa-face'] === undefined) return browser_key
  return cookieOf(request, 'line')
}
