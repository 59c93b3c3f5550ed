/** For tests of the first rooms: their routes over a database of their own, signed in as whom one likes. */
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import Fastify, { type FastifyInstance } from 'fastify'
import * as access from '#access/access'
import { type Actor, system } from '#core/actor'
import type { App } from '#core/app'
import { type Pool, transaction } from '#core/database'
import { id } from '#core/id'
import { Problem } from '#core/problem'
import { useKey } from '#core/secret'
import { testDatabase } from '#core/testing'

// `never` fits wherever a test uses it; what is really there, the assertions say.
type Field =
  | 'token'
  | 'place_id'
  | 'place_ids'
  | 'kind'
  | 'staff'
  | 'code'
  | 'has_pin'
  | 'field'
  | 'staff_id'
  | 'display_name'
  | 'version'
  | 'items'
  | 'next'
  | 'key'
  | 'key_id'
  | 'profile_id'
  | 'customer_id'
  | 'profile_ids'
  | 'member_number'
  | 'merge_id'
  | 'scan_id'
  | 'may_spend'
  | 'name'
  | 'email'
  | 'phone'
  | 'family_name'
  | 'family_name_kana'
  | 'codes'
  | 'handle'
  | 'step_seconds'
  | 'expires_at'
  | 'expires_in_seconds'
  | 'birth_month'
  | 'birth_year'
  | 'birth_date'
  | 'route'
  | 'card_numbers'
  | 'kind_of'
export type Answer = { status: number; body: Record<Field, never>; headers: Record<string, unknown>; text: string }
export type Caller = (method: string, url: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
export type Bench = {
  db: Pool
  app: FastifyInstance
  as(token?: string): Caller
  key(...scopes: string[]): Promise<Caller>
  staff(role: access.StaffInput['role'], place_ids?: string[]): Promise<Caller>
  close(): Promise<void>
}

/** The given rooms' routes with sign-in, audiences and problems, over a fresh database. */
export async function bench(
  rooms: ((app: App) => void)[],
  profilesOf: (db: Pool, profile_id: string) => Promise<string[]> = async (_, own) => [own],
): Promise<Bench> {
  useKey('a key for tests')
  const { db, close } = await testDatabase()
  const app = Fastify({
    trustProxy: '127.0.0.1',
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>() as App
  const ajv = formats.default(new Ajv({ allErrors: true, useDefaults: true, coerceTypes: 'array', strict: false }))
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object))
  app.decorateRequest('actor', null as unknown as Actor)
  app.decorateRequest('db', null as unknown as Pool)
  app.addHook('onRequest', async (request) => {
    request.db = db
    if (request.routeOptions.config.page) return
    request.actor = await access.authenticate(db, request)
    if (request.actor.profile_id) request.actor.profile_ids = await profilesOf(db, request.actor.profile_id)
    access.admit(request.actor, request.routeOptions.config.audience ?? [])
  })
  app.setErrorHandler((error, _request, reply) => {
    const { code, status, detail } = error as Problem
    if (typeof detail?.retry_after_seconds === 'number') reply.header('retry-after', detail.retry_after_seconds)
    if (error instanceof Problem)
      return reply
        .code(status)
        .serializer(JSON.stringify)
        .send({ code, status, ...detail })
    if ((error as { validation?: unknown }).validation)
      return reply.code(400).serializer(JSON.stringify).send({ code: 'core.invalid' })
    if ((error as { statusCode?: number }).statusCode === 429)
      return reply.code(429).serializer(JSON.stringify).send({ code: 'core.too_many' })
    throw error
  })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  for (const routes of rooms) await app.register(async (scope) => routes(scope as App))
  const as =
    (token?: string): Caller =>
    async (method, url, body, headers = {}) => {
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: {
          'idempotency-key': id(),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const text = answer.body
      return { status: answer.statusCode, body: text ? JSON.parse(text) : {}, headers: answer.headers, text }
    }
  return {
    db,
    app: app as unknown as FastifyInstance,
    as,
    key: async (...scopes) =>
      as((await transaction(db, system, (tx) => access.makeApiKey(tx, { name: 'test', scopes }))).key),
    staff: (role, place_ids = []) =>
      transaction(db, system, async (tx) => {
        const code = id().slice(-6)
        const staff = await access.putStaff(tx, system, {
          code,
          display_name: `佐藤 ${role}`,
          role,
          place_ids,
          pin: '2468',
        })
        const place_id = place_ids[0] ?? null
        return as((await access.openSession(tx, { kind: 'staff', staff_id: staff.staff_id, place_id })).token)
      }),
    close: async () => {
      await app.close()
      await close()
    },
  }
}
