import { makeApiKey } from '#access/access'
import { seedTax } from '#catalog/catalog'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { type Pool, transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { testDatabase } from '#core/testing'

/** JSON of any shape: tests say what they expect of it. */
export type Body = ReturnType<JSON['parse']>
type Answer = { status: number; body: Body; headers: Record<string, unknown>; text: string }

/** A catalogue with tax rules and nothing else, called as a machine that may write (`call`) or as anyone (`guest`). */
export type Shelf = {
  db: Pool
  app: App
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: Body,
    headers?: Record<string, string>,
  ): Promise<Answer>
  guest(url: string): Promise<Answer>
  close(): Promise<void>
}

/** Open one; `build` is http's buildApp, which only tests may import. */
export async function openShelf(build: (db: Pool) => Promise<App>): Promise<Shelf> {
  useKey('a key for tests only, thirty-two bytes long')
  const base = await testDatabase()
  const app = await build(base.db)
  const writer = await transaction(base.db, system, async (tx) => {
    await seedTax(tx)
    return (await makeApiKey(tx, { name: 'ERP', scopes: ['catalog.write', 'catalog.read'] })).key
  })
  const send: Shelf['call'] = async (method, url, payload, headers = {}) => {
    const reply = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    return { status: reply.statusCode, body: reply.body ? reply.json() : {}, headers: reply.headers, text: reply.body }
  }
  return {
    db: base.db,
    app,
    call: (method, url, body, headers = {}) =>
      send(method, url, body, {
        authorization: `Bearer ${writer}`,
        ...(method === 'POST' && { 'idempotency-key': id() }),
        ...headers,
      }),
    guest: (url) => send('GET', url),
    async close() {
      await app.close()
      await base.close()
    },
  }
}
