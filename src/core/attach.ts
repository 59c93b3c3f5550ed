/** The database this process works with: the server named by DATABASE_URL, or the embedded one of a data folder. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import pg from 'pg'
import { databaseUser, may } from './os-user.ts'
import { startPostgres } from './postgres.ts'
import { Problem } from './problem.ts'

const root = join(import.meta.dirname, '../..')

export type Attached = { url: string; stop(): Promise<void> }

/** Connect to DATABASE_URL or start the embedded server of `folder`, whose database `engawa` is made when missing. */
export async function attach(folder = defaultFolder()): Promise<Attached> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const server = await startPostgres(folder)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'engawa'`)
  if (!rowCount) await client.query('create database engawa')
  await client.end()
  const url = new URL(server.url)
  url.pathname = '/engawa'
  return { url: url.href, stop: () => server.stop() }
}

/** Like `attach`, but joins the server of an engawa that is running in this folder instead of refusing. */
export async function attachShared(folder = defaultFolder()): Promise<Attached> {
  try {
    return await attach(folder)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'core.folder_in_use') throw error
    const [port, password] = ['postgres.port', 'postgres.password'].map((name) =>
      readFileSync(join(folder, name), 'utf8').trim(),
    )
    return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/engawa`, stop: async () => {} }
  }
}

/** ENGAWA_DATA, else ./data of the checkout; where root's database user cannot reach that, a folder in /var/lib/engawa. */
export function defaultFolder(): string {
  if (process.env.ENGAWA_DATA) return resolve(process.env.ENGAWA_DATA)
  const user = databaseUser()
  if (!user || may(user, 'x', root)) return join(root, 'data')
  const shelter = join(
    '/var/lib/engawa',
    `${basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`,
  )
  if (!existsSync(shelter)) {
    mkdirSync(shelter, { recursive: true, mode: 0o755 })
    console.error(
      `この場所には OS ユーザー「${user.name}」が入れないため、データは ${shelter} に置きます。\n` +
        `The operating system user "${user.name}" cannot enter this place, so the data is kept in ${shelter}.`,
    )
  }
  return shelter
}
