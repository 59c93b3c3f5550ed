/** PostgreSQL refuses to run as root, so root lends it an unprivileged user of the system. */
import { spawnSync } from 'node:child_process'
import { chownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from './problem.ts'

export type OsUser = { name: string; uid: number; gid: number }

/** The user PostgreSQL runs as: nobody special (undefined) unless we are root. */
export function databaseUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUp('postgres')
  if (known) return known
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const user = lookUp('postgres')
  if (user) return user
  return refuse(
    'core.no_os_user',
    500,
    'root のままでは PostgreSQL を起動できず、ユーザー postgres も作れませんでした。「useradd --system postgres」を実行してください。',
    `PostgreSQL does not run as root and the user "postgres" could not be made (${made.error?.message ?? String(made.stderr).trim()}). Run "useradd --system postgres".`,
  )
}

/** True when the user can do this with the path (x: enter or execute, w: write, r: read), asked as that user. */
export function may(user: OsUser | undefined, mode: 'x' | 'w' | 'r', path: string): boolean {
  const as = user ? { uid: user.uid, gid: user.gid } : {}
  return spawnSync('/bin/sh', ['-c', `[ -${mode} "$0" ]`, path], { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Give a folder and all in it to the user; does nothing when it is hers already. */
export function give(user: OsUser | undefined, folder: string): void {
  if (!user || statSync(folder).uid === user.uid) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, entry), user.uid, user.gid)
  }
  // Last, so that an interrupted hand-over starts again.
  chownSync(folder, user.uid, user.gid)
}

function lookUp(name: string): OsUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}
