/** The house's backups: the database's own, and beside it the record of who was forgotten, which a restore replays. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { system } from '#core/actor'
import { type BackupOptions, type Following, followLog } from '#core/backup'
import { BackupFolder } from '#core/backup-folder'
import { open, type Pool, transaction } from '#core/database'
import { migrate } from '#core/migrate'
import { type Restored, restore } from '#core/restore'
import { type Forgotten, forgottenSince, replay } from '#privacy/privacy'
import { rooms } from '#rooms'
import { verify } from '#verify'

const hour_ms = 3_600_000
export const usual: Pick<BackupOptions, 'keep' | 'base_every_ms'> = { keep: 7, base_every_ms: 24 * hour_ms }

/** Keep a backup of this database in a folder for as long as this process works. */
export function keepBackup(db: Pool, path: string, options: Partial<BackupOptions> = {}): Following {
  const folder = new BackupFolder(path)
  return followLog(db.url, folder, {
    ...usual,
    ...options,
    each_second: async () => void (await copyErasures(db, folder)),
  })
}

/** Write down beside the backup who was forgotten since the last look; how many lines were new. */
export async function copyErasures(db: Pool, folder: BackupFolder): Promise<number> {
  const known = erasuresIn(folder)
  const seen = new Set(known.map(lineOf))
  // An hour back: what was erased earlier may have been committed later.
  const last = known.at(-1)?.erased_at
  const since = last ? new Date(Date.parse(last) - hour_ms).toISOString() : '1970-01-01T00:00:00Z'
  const found = await transaction(db, system, (tx) => forgottenSince(tx, since))
  const news = found.filter((one) => !seen.has(lineOf(one)))
  if (news.length > 0)
    appendFileSync(folder.erasures, news.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
  return news.length
}

export type Brought = Restored & { forgotten_again: number; wrong: string[] }

/** Restore to a moment, bring the structure to this version, forget again whoever was forgotten since, and verify every balance. */
export async function bringBack(
  folder: BackupFolder,
  want: { data: string; at?: string | undefined },
): Promise<Brought> {
  let forgotten_again = 0
  let wrong: string[] = []
  const restored = await restore(folder, want, async (url) => {
    await migrate(url, rooms)
    const db = open(url, { connections: 2, name: 'engawa restore' })
    try {
      forgotten_again = await transaction(db, system, (tx) => replay(tx, erasuresIn(folder)))
    } finally {
      await db.close()
    }
    wrong = (await verify(url)).filter(({ ok }) => !ok).map(({ check }) => check)
  })
  return { ...restored, forgotten_again, wrong }
}

function erasuresIn({ erasures }: BackupFolder): Forgotten[] {
  if (!existsSync(erasures)) return []
  return readFileSync(erasures, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Forgotten)
}

function lineOf({ profile_id, erasure_id }: Forgotten): string {
  return `${profile_id} ${erasure_id}`
}
