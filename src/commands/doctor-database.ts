/** What the doctor looks at in the database: nothing is changed by looking. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fine, gigabytes, type Result } from '#commands/doctor-machine'
import { defaultFolder } from '#core/attach'
import { BackupFolder } from '#core/backup-folder'
import { one, open, type Pool, raw, rows, sql } from '#core/database'
import { confirmKey, keyFile, loadKey } from '#core/key'
import { pendingMigrations } from '#core/migrate'
import { type Message, Problem } from '#core/problem'
import { health } from '#operations/health'
import { rooms as houseRooms } from '#rooms'
import { notices } from '#stores/stores'

type Look = (db: Pool, folder: string | undefined) => Promise<Result[]>

const skew_seconds = 2
const log_late_seconds = 60
const base_old_ms = 3 * 86_400_000
const slot_bytes = 2e9

/** Every finding about the database at `url`; a look that fails is a finding too. */
export async function database(url: string, folder: string | undefined): Promise<Result[]> {
  const db = open(url, { connections: 1, role: null, name: 'engawa doctor' })
  try {
    const found = [...(await looked(server, db, folder)), ...(await looked(key, db, folder))]
    const structure = await looked(migrations, db, folder)
    found.push(...structure)
    if (structure.some(({ state }) => state === 'wrong')) return found
    for (const look of [months, clocks, work, backups, online, settings])
      found.push(...(await looked(look, db, folder)))
    return found
  } finally {
    await db.close()
  }
}

async function looked(look: Look, db: Pool, folder: string | undefined): Promise<Result[]> {
  try {
    return await look(db, folder)
  } catch (error) {
    return [{ what: names[look.name] ?? { ja: '調べ', en: look.name }, state: 'wrong', said: words(error) }]
  }
}
const names: Record<string, Message> = {
  server: { ja: 'データベース', en: 'database' },
  key: { ja: '鍵', en: 'key' },
  migrations: { ja: 'データベースの構造', en: 'structure' },
  months: { ja: 'タイムラインの月', en: 'months ahead' },
  clocks: { ja: '時計', en: 'clock' },
  work: { ja: '裏方の仕事', en: 'background work' },
  backups: { ja: 'バックアップ', en: 'backup' },
  online: { ja: 'EC の公開', en: 'shop online' },
  settings: { ja: 'PostgreSQL の設定', en: 'PostgreSQL settings' },
}
const named = (look: Look): Message => names[look.name] as Message

export function words(error: unknown): string {
  return error instanceof Problem ? `${error.text.ja} ${error.text.en}` : (error as Error).message
}

async function server(db: Pool): Promise<Result[]> {
  const row = await one<{ said: string }>(
    db,
    raw(
      `select 'PostgreSQL ' || current_setting('server_version') || ', ' || pg_size_pretty(pg_database_size(current_database())) as said`,
    ),
  )
  return [fine(named(server), row?.said ?? '')]
}

async function key(db: Pool, folder: string | undefined): Promise<Result[]> {
  const where = { folder: process.env.DATABASE_URL ? undefined : (folder ?? defaultFolder()), url: db.url }
  // To look is not to make one.
  if (!process.env.ENGAWA_KEY && !existsSync(keyFile(where)))
    return [
      {
        what: named(key),
        state: 'note',
        said: keyFile(where),
        mend: {
          ja: '最初の起動で作られます。データがあるなら、元の鍵ファイルをここへ戻してください。',
          en: 'It is made at the first start. Where there is data already, put the former file back.',
        },
      },
    ]
  const structure = await one<{ there: boolean }>(db, raw(`select to_regclass('core.setting') is not null as there`))
  const from = loadKey(where)
  if (structure?.there) await confirmKey(db, from)
  return [fine(named(key), from)]
}

async function migrations(db: Pool): Promise<Result[]> {
  const missing = await pendingMigrations(db, houseRooms)
  if (missing.length === 0) return [fine(named(migrations), '0')]
  const mend = { ja: '「engawa migrate」を実行してください。', en: 'Run "engawa migrate".' }
  return [{ what: named(migrations), state: 'wrong', said: missing.join(', ').slice(0, 300), mend }]
}

async function months(db: Pool): Promise<Result[]> {
  const mend = {
    ja: '「engawa start」で作られます。動き続けているのに出るときは、再起動してください。',
    en: '"engawa start" makes them. When it has been running all along, restart it.',
  }
  const next = new Date(Date.now() + 35 * 86_400_000).toISOString().slice(0, 7)
  const found = await one<{ made: boolean; strays: number }>(
    db,
    sql`select made, strays from activity.month_made(${`${next}-01`}::date)`,
  )
  if (found?.made) return [fine(named(months), `${next}${found.strays ? ` (+ ${found.strays})` : ''}`)]
  return [{ what: named(months), state: 'note', said: `${next} –`, mend }]
}

async function clocks(db: Pool): Promise<Result[]> {
  const began = Date.now()
  const row = await one<{ at: string }>(
    db,
    raw('select query_start as at from pg_stat_activity where pid = pg_backend_pid()'),
  )
  const seconds = (Date.parse(row?.at ?? '') - (began + Date.now()) / 2) / 1000
  const said = `${seconds >= 0 ? '+' : ''}${seconds.toFixed(1)} s`
  if (Math.abs(seconds) <= skew_seconds) return [fine(named(clocks), said)]
  const mend = {
    ja: 'この機械とデータベースの時計が合っていません。両方を NTP で合わせてください。',
    en: 'The clocks of this machine and the database differ. Let NTP set both.',
  }
  return [{ what: named(clocks), state: 'wrong', said, mend }]
}

async function work(db: Pool): Promise<Result[]> {
  const { degraded } = await health(db)
  if (degraded.length === 0) return [fine(named(work), '0')]
  // Nobody works in a house that is not running: the doctor may be asked before it is.
  return degraded.map(({ part, ja, en }) => ({ what: named(work), state: 'note', said: part, mend: { ja, en } }))
}

async function backups(db: Pool): Promise<Result[]> {
  const what = named(backups)
  const found: Result[] = []
  const held = await rows<{ slot: string; bytes: number }>(
    db,
    raw(
      `select slot_name as slot, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::float8 as bytes from pg_replication_slots
       where slot_name like 'engawa\\_%' and not active and restart_lsn is not null`,
    ),
  )
  for (const { slot, bytes } of held)
    found.push({
      what,
      state: bytes > slot_bytes ? 'wrong' : 'note',
      said: `${slot}: ${gigabytes(bytes)}`,
      mend: {
        ja: `記録を取りに来ないバックアップのために、ログが溜まっています。続けるなら動かし、やめたなら select pg_drop_replication_slot('${slot}') を。`,
        en: `Log piles up for a backup nobody keeps. Run it again, or give it up: select pg_drop_replication_slot('${slot}').`,
      },
    })
  const path = process.env.ENGAWA_BACKUP
  if (!path) {
    const mend = {
      ja: 'ENGAWA_BACKUP に別のディスクのフォルダーを指定すると、動かしたまま取り続けます（docs/operations/keeping.md）。',
      en: 'Name a folder on another disk in ENGAWA_BACKUP and it is kept while you work (docs/operations/keeping.md).',
    }
    return [...found, { what, state: 'note', said: '–', mend }]
  }
  return [...found, ageOf(new BackupFolder(resolve(path)))]
}

function ageOf(folder: BackupFolder): Result {
  const what = named(backups)
  const [base, kept] = [folder.baseList().at(-1), folder.kept()]
  const said = `${base?.whole_at ?? '–'} … ${kept?.at ?? '–'}`
  const late = !kept || Date.now() - Date.parse(kept.at) > log_late_seconds * 1000
  const old = !base || Date.now() - Date.parse(base.whole_at) > base_old_ms
  if (!late && !old) return fine(what, said)
  const mend = {
    ja: 'バックアップが止まっています。「engawa start」（または engawa backup --follow）が動いているか、フォルダーに空きがあるか確かめてください。',
    en: 'The backup stands still. See that "engawa start" (or engawa backup --follow) runs and that its folder has room.',
  }
  return { what, state: 'wrong', said, mend }
}

async function online(db: Pool): Promise<Result[]> {
  const { published, missing } = await notices(db)
  if (published) return [fine(named(online), '✓')]
  const mend = {
    ja: '公開するまで、EC は「準備中」と表示し、注文を受け付けません。コンソールの設定で必須項目を書き、shop.published を true に。',
    en: 'Until it is published it says that it is being prepared and takes no orders. State what is required in the console’s settings, then set shop.published.',
  }
  return [{ what: named(online), state: 'note', said: missing.join(', ') || '–', mend }]
}

async function settings(db: Pool): Promise<Result[]> {
  const what = named(settings)
  const wanted: [name: string, fits: (value: string) => boolean, mend: string][] = [
    ['fsync', (value) => value === 'on', 'on'],
    ['full_page_writes', (value) => value === 'on', 'on'],
    ['synchronous_commit', (value) => value !== 'off', 'on'],
    ['autovacuum', (value) => value === 'on', 'on'],
    ['wal_level', (value) => value !== 'minimal', 'replica'],
    ['max_wal_senders', (value) => Number(value) >= 3, '10'],
    ['max_replication_slots', (value) => Number(value) >= 2, '10'],
    ['max_connections', (value) => Number(value) >= 50, '100'],
    ['server_encoding', (value) => value === 'UTF8', 'UTF8'],
  ]
  const now = new Map(
    (
      await rows<{ name: string; value: string }>(
        db,
        raw(
          `select name, setting as value from pg_settings where name in (${wanted.map(([name]) => `'${name}'`).join(', ')})`,
        ),
      )
    ).map(({ name, value }) => [name, value]),
  )
  const wrong = wanted.filter(([name, fits]) => !fits(now.get(name) ?? ''))
  if (wrong.length === 0) return [fine(what, `max_connections ${now.get('max_connections')}`)]
  return wrong.map(([name, , better]) => ({
    what,
    state: 'wrong' as const,
    said: `${name} = ${now.get(name)}`,
    mend: { ja: `${name} を ${better} にしてください。`, en: `Set ${name} to ${better}.` },
  }))
}
