/** The HTTP application as the rooms see it: what each request carries and what a route may declare. src/http.ts builds it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { Actor } from './actor.ts'
import type { Deprecated } from './api-version.ts'
import type { Pool } from './database.ts'

/** Sweeps what is due at a moment. */
export type Due = (db: Pool, now: string) => Promise<unknown>
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    db: Pool
  }
  interface FastifyInstance {
    /** Does what is due by the clock; who starts the house gives it. */
    due: Due | undefined
  }
  interface FastifyContextConfig {
    /** Who may call: 'anyone', 'visitor', 'member', 'staff', 'staff:<role>', 'api:<scope>'. A route without it does not start. */
    audience?: readonly string[]
    /** Answers itself (files, faces), not part of the API. */
    page?: boolean
    /** The face a page belongs to: found at no other face's host. */
    face?: 'storefront' | 'counter' | 'console' | 'api'
    /** Asked by machines that watch this one, under whatever name they know it. */
    probe?: boolean
    /** Its requests carry a key of their own: neither session nor API key is looked for. */
    keyed?: boolean
    /** On its way out: told in headers and in OpenAPI (docs/versions.md). */
    deprecated?: Deprecated
  }
}
