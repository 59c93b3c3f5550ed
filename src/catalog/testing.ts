import { makeApiKey } from '#access/access'
import { seedTax } from '#catalog/catalog'
import { system } from '#core/actor'
import { type Pool, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { testDatabase } from '#core/testing'
import { type App, buildApp } from '#http'

/** JSON of any shape: tests say what they expect of it. */
export type Body = ReturnType<JSON['parse']>
type Answer = { status: number; body: Body; headers: Record<string, unknown>; text: string }
type Told = { payload: Body; version: number }

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
  events(type: string, subject_id: string): Promise<Told[]>
  close(): Promise<void>
}

export async function openShelf(): Promise<Shelf> {
  useKey('a key for tests only, thirty-two bytes long')
  const base = await testDatabase()
  const app = await buildApp(base.db)
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
    events: (type, subject_id) =>
      transaction(base.db, system, (tx) =>
        rows<Told>(
          tx,
          sql`select payload, version from activity.event where type = ${type} and subject_id = ${subject_id} order by version`,
        ),
      ),
    async close() {
      await app.close()
      await base.close()
    },
  }
}
