/** A shop that sells while a backup is kept, and restores of it: for the test of a few, and the bench of many. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { bringBack, keepBackup } from '../src/backups.ts'
import { system } from '../src/core/actor.ts'
import type { App } from '../src/core/app.ts'
import { BackupFolder } from '../src/core/backup-folder.ts'
import { open, type Pool, rows, sql, transaction } from '../src/core/database.ts'
import { migrate } from '../src/core/migrate.ts'
import { type Server, startPostgres } from '../src/core/postgres.ts'
import { buildApp } from '../src/http.ts'
import { rooms } from '../src/rooms.ts'
import { caller, type Retailer, type Send, smallRetailer } from './retailer.ts'

export type Sold = { order_id: string; asked_ms: number; answered_ms: number }
export type Trial = {
  at: string | null
  /** Sales answered before the moment that are not there, and asked after it that are. */
  lost: number
  strange: number
  /** How far before the moment the newest kept sale was answered. */
  behind_ms: number
  forgotten_again: number
  wrong: string[]
  took_ms: number
}

export async function openBackedUp() {
  const home = mkdtempSync(join(tmpdir(), 'engawa-restores-'))
  // The database's own user has to pass through.
  chmodSync(home, 0o755)
  const server: Server = await startPostgres(join(home, 'data'))
  await ask(server.url, 'create database engawa')
  const url = Object.assign(new URL(server.url), { pathname: '/engawa' }).href
  await migrate(url, rooms)
  const db: Pool = open(url)
  const retailer: Retailer = await smallRetailer(db)
  const app: App = await buildApp(db)
  const send: Send = async (path, { method, headers, body }) => {
    const answer = await app.inject({ method: method as 'POST', url: path, headers, ...(body && { payload: body }) })
    return new Response(answer.body, { status: answer.statusCode, headers: answer.headers as Record<string, string> })
  }
  const folder = new BackupFolder(join(home, 'backup'))
  const failures: unknown[] = []
  const following = keepBackup(db, folder.path, { report: (error) => failures.push(error) })
  const sold: Sold[] = []
  const clerk = caller(send, retailer.staff.clerk.token)
  const admin = caller(send, retailer.staff.admin.token)
  const lines = [{ variant_id: retailer.variant['4599990000030'], quantity: 1 }]
  let tries = 0

  return {
    retailer,
    folder,
    failures,
    sold,
    ready: following.ready,
    admin,
    /** Sell, and take goods in, until told to stop. */
    async trade(until: () => boolean): Promise<void> {
      while (!until()) {
        const asked_ms = Date.now()
        await clerk.post('/v1/inventory/receipts', { place_id: retailer.shinjuku, lines })
        const { status, body, text } = await clerk.post('/v1/orders', {
          way: 'carry',
          lines,
          payments: [{ method: 'cash' }],
        })
        if (status !== 201) throw new Error(text)
        sold.push({ order_id: String(body.order_id), asked_ms, answered_ms: Date.now() })
        await new Promise((done) => setTimeout(done, 20))
      }
    },
    /** Wait until the backup holds everything up to a moment. */
    async keeps(ms: number): Promise<void> {
      const late = performance.now() + 120_000
      while (!(Date.parse(folder.kept()?.at ?? '1970-01-01') >= ms)) {
        if (performance.now() > late) throw new AggregateError(failures, 'the backup does not come along')
        await new Promise((done) => setTimeout(done, 100))
      }
    },
    /** Restore to a moment (or to the end) beside, look, and throw it away. */
    async restore(at?: string, look: (db: Pool) => Promise<void> = async () => {}): Promise<Trial> {
      const data = join(home, `restored-${++tries}`)
      const began = performance.now()
      const brought = await bringBack(folder, { data, at })
      const took_ms = Math.round(performance.now() - began)
      const restored = await startPostgres(data)
      const there = open(Object.assign(new URL(restored.url), { pathname: '/engawa' }).href, { connections: 2 })
      try {
        await look(there)
        const kept = new Set(
          (
            await transaction(there, system, (tx) =>
              rows<{ order_id: string }>(tx, sql`select order_id from orders."order"`),
            )
          ).map(({ order_id }) => order_id),
        )
        const moment = at ? Date.parse(at) : Date.now()
        const before = sold.filter(({ answered_ms }) => answered_ms < moment)
        const newest = Math.max(0, ...before.filter(({ order_id }) => kept.has(order_id)).map((one) => one.answered_ms))
        return {
          at: at ?? null,
          lost: before.filter(({ order_id }) => !kept.has(order_id)).length,
          strange: sold.filter(({ asked_ms, order_id }) => asked_ms > moment && kept.has(order_id)).length,
          behind_ms: before.length > 0 ? (before.at(-1)?.answered_ms ?? 0) - newest : 0,
          forgotten_again: brought.forgotten_again,
          wrong: brought.wrong,
          took_ms,
        }
      } finally {
        await there.close()
        await restored.stop()
        rmSync(data, { recursive: true, force: true })
      }
    },
    /** The machine dies: server and backup stop in the middle of what they do. */
    async die(): Promise<void> {
      process.kill(server.pid, 'SIGKILL')
      await following.stop()
    },
    async close(): Promise<void> {
      await following.stop()
      await app.close()
      await db.close()
      await server.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
