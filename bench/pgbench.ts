import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { promisify } from 'node:util'

const call = promisify(execFile)

/** Where pgbench is: on the PATH or in Debian's per-version folder; a clear error says how to get it. */
export function pgbenchPath(): string {
  const folders = [...(process.env.PATH ?? '').split(':'), ...debian()]
  const found = folders.map((folder) => `${folder}/pgbench`).find(existsSync)
  if (!found)
    throw new Error(
      "pgbench is needed for this measurement: install the package postgresql (Debian) or PostgreSQL's contrib tools",
    )
  return found
}

function debian(): string[] {
  const root = '/usr/lib/postgresql'
  return existsSync(root) ? readdirSync(root).map((version) => `${root}/${version}/bin`) : []
}

/** Run a script for some seconds over `clients` connections with prepared statements; returns transactions per second. */
export async function pgbench(
  url: string,
  script: string,
  options: { clients: number; seconds: number },
): Promise<{ tps: number; transactions: number }> {
  const { clients, seconds } = options
  const { stdout } = await call(
    pgbenchPath(),
    ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-j', '2', '-T', String(seconds), url],
    { maxBuffer: 1 << 22 },
  )
  const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  const transactions = Number(/number of transactions actually processed: (\d+)/.exec(stdout)?.[1])
  if (!Number.isFinite(tps)) throw new Error(`pgbench said: ${stdout.slice(0, 400)}`)
  return { tps, transactions }
}
