/** A migrated, empty database for generators: on the server the environment names, else on a throw-away one. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#core/migrate'
import { startPostgres } from '#core/postgres'
import { rooms } from '#rooms'

/** Run `work` with the address of a fresh database; it is gone afterwards. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env.ENGAWA_TEST_URL || process.env.DATABASE_URL
  if (given) return inside(given, work)
  const folder = mkdtempSync(join(tmpdir(), 'engawa-generate-'))
  // The database's own user passes through it; what is private inside has its own mode.
  chmodSync(folder, 0o755)
  try {
    const server = await startPostgres(folder, { fsync: false })
    return await inside(server.url, work).finally(() => server.stop())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function inside<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `engawa_generate_${randomBytes(4).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`create database ${name} encoding 'UTF8' template template0`)
    const url = new URL(server)
    url.pathname = `/${name}`
    await migrate(url.href, rooms)
    return await work(url.href)
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  }
}
