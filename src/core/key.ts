/** Where the master key lives: ENGAWA_KEY, or a file that only its owner reads, beside the data folder and never in it. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Db, one, run, sql } from '#core/database'
import { sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { blind, openRing, sealRing, useFormerRing, useKey } from '#core/secret'
import { putSetting } from '#core/settings'
import { clock } from '#core/time'

const weakest = 32
const ring_key = 'core.key_ring'
const mark = () => blind('key', 'engawa').toString('hex')

/** Install the key for a data folder or a server's address; makes the file at the first start. Returns where the key is from. */
export function loadKey(where: { folder?: string; url: string }): string {
  const { master, from } = givenKey() ?? keptKey(keyFile(where))
  useKey(master, formerKey(where))
  return from
}

/** The key before this one, while people's keys are being wrapped anew: ENGAWA_KEY_FORMER, or `….key.former`. */
function formerKey(where: { folder?: string | undefined; url: string }): string | undefined {
  if (process.env.ENGAWA_KEY_FORMER) return process.env.ENGAWA_KEY_FORMER
  const file = `${keyFile(where)}.former`
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function givenKey(): { master: string; from: string } | undefined {
  const master = process.env.ENGAWA_KEY
  if (!master) return undefined
  if (master.length < weakest)
    refuse(
      'core.key_short',
      400,
      `ENGAWA_KEY は${weakest}文字以上にしてください（例: openssl rand -base64 32）。`,
      `ENGAWA_KEY must have at least ${weakest} characters (e.g. openssl rand -base64 32).`,
    )
  return { master, from: 'ENGAWA_KEY' }
}

function keptKey(file: string): { master: string; from: string } {
  if (process.env.ENGAWA_ENV === 'production')
    refuse(
      'core.key_missing',
      400,
      '本番（ENGAWA_ENV=production）では ENGAWA_KEY が必要です。',
      'In production (ENGAWA_ENV=production) ENGAWA_KEY must be given.',
    )
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process was a moment faster: its key counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  if (process.platform !== 'win32' && statSync(file).mode & 0o077) chmodSync(file, 0o600)
  return { master: readFileSync(file, 'utf8').trim(), from: file }
}

/** `<folder>.key` for the embedded server; for another one a file in the user's configuration, named after the server. */
export function keyFile({ folder, url }: { folder?: string; url: string }): string {
  if (folder) return `${folder.replace(/[/\\]+$/, '')}.key`
  const { host, pathname } = new URL(url)
  const home = process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
  return join(home, 'engawa', `${sha256(`${host}${pathname}`).toString('hex').slice(0, 16)}.key`)
}

/** Refuse a key that is not the one this data was sealed with, before anything is sealed with the wrong one. */
export async function confirmKey(db: Db, from: string): Promise<void> {
  const ring = await one<{ value: string }>(db, sql`select value from core.setting where key = ${ring_key}`)
  const whole = !ring || openRing(Buffer.from(ring.value, 'base64'))
  const mine = mark()
  if (whole)
    await run(
      db,
      sql`insert into core.setting (key, value, changed_at, changed_by) values ('core.key_check', ${JSON.stringify(mine)}::jsonb, ${clock.iso()}, 'engawa')
        on conflict do nothing`,
    )
  const kept = await one<{ value: string }>(db, sql`select value from core.setting where key = 'core.key_check'`)
  if (whole && kept?.value === mine) return
  // The new key of a change that has not begun yet: what was found by the former one is found still.
  if (!ring && useFormerRing() && kept?.value === mark()) return
  refuse(
    'core.key_wrong',
    409,
    `この鍵（${from}）は、このデータを暗号化した鍵ではありません。元の鍵を ENGAWA_KEY で指定するか、鍵ファイルを戻してください。`,
    `This key (${from}) is not the one this data was sealed with. Give the former one in ENGAWA_KEY or put its file back.`,
  )
}

/** Keep the keys that outlive a change of the master key, sealed under the present one. */
export async function keepRing(db: Db): Promise<void> {
  await putSetting(db, ring_key, sealRing().toString('base64'), 'engawa rotate-key')
}
