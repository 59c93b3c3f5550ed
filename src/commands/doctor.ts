import { existsSync, statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import pg from 'pg'
import { checks as activity } from '#activity/checks'
import { type Command, options } from '#commands/command'
import { attachShared, defaultFolder } from '#core/attach'
import { open } from '#core/database'
import { confirmKey, keyFile, loadKey } from '#core/key'
import type { Message } from '#core/problem'
import { Problem } from '#core/problem'
import { onStop } from '#core/stop'
import { builtFaces } from '#faces'
import { verify } from '#verify'

const summary = { ja: 'この環境で Engawa が動くか調べます。', en: 'See whether Engawa can run well here.' }
const usage = `[--data folder] [--json]

  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)

  Exit code 1 when something must be mended.`

type Result = { what: Message; state: 'fine' | 'note' | 'wrong'; said: string }
const marks = { fine: '✓', note: '△', wrong: '✗' }
const enough_disk_bytes = 2e9
const enough_memory_bytes = 1.5e9

export const doctor: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'doctor', summary, usage },
      { data: { type: 'string' }, json: { type: 'boolean' } },
    )
    const results = [node(), memory(), disk(values.data), faces(), ...(await database(values.data))]
    const wrong = results.some(({ state }) => state === 'wrong')
    if (values.json) console.log(JSON.stringify({ ok: !wrong, results }))
    else for (const { what, state, said } of results) console.log(`${marks[state]} ${what.ja} ${what.en}: ${said}`)
    if (wrong) process.exitCode = 1
  },
}

function node(): Result {
  const fine = Number(process.versions.node.split('.')[0]) >= 24
  return { what: { ja: 'Node', en: 'version' }, state: fine ? 'fine' : 'wrong', said: process.version }
}

function memory(): Result {
  const bytes = totalmem()
  const state = bytes >= enough_memory_bytes ? 'fine' : 'note'
  return { what: { ja: 'メモリー', en: 'memory' }, state, said: gigabytes(bytes) }
}

function disk(folder = defaultFolder()): Result {
  const { bavail, bsize } = statfsSync(process.env.DATABASE_URL ? '/' : existing(folder))
  const bytes = bavail * bsize
  const state = bytes >= enough_disk_bytes ? 'fine' : 'note'
  return { what: { ja: '空き容量', en: 'free disk' }, state, said: gigabytes(bytes) }
}

function faces(): Result {
  const built = builtFaces()
  const said = built.map(({ name }) => name.en).join(', ') || 'npm run build'
  return { what: { ja: '組み立てた画面', en: 'built faces' }, state: built.length === 3 ? 'fine' : 'note', said }
}

async function database(folder: string | undefined): Promise<Result[]> {
  const what = { ja: 'データベース', en: 'database' }
  try {
    const attached = await attachShared(folder)
    onStop(() => attached.stop())
    try {
      return [
        { what, state: 'fine', said: await versionOf(attached.url) },
        await key(folder, attached.url),
        await work(attached.url),
      ]
    } finally {
      await attached.stop()
    }
  } catch (error) {
    return [{ what, state: 'wrong', said: words(error) }]
  }
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ said: string }>(
      `select 'PostgreSQL ' || current_setting('server_version') || ', ' || pg_size_pretty(pg_database_size(current_database())) as said`,
    )
    return rows[0]?.said ?? ''
  } finally {
    await client.end()
  }
}

async function key(folder: string | undefined, url: string): Promise<Result> {
  const what = { ja: '鍵', en: 'key' }
  const where = { folder: process.env.DATABASE_URL ? undefined : (folder ?? defaultFolder()), url }
  // To look is not to make one.
  if (!process.env.ENGAWA_KEY && !existsSync(keyFile(where)))
    return { what, state: 'note', said: `${keyFile(where)}: 最初の起動で作られます。 made at the first start.` }
  const db = open(url, { connections: 1 })
  try {
    const from = loadKey(where)
    await confirmKey(db, from)
    return { what, state: 'fine', said: from }
  } catch (error) {
    return { what, state: 'wrong', said: words(error) }
  } finally {
    await db.close()
  }
}

async function work(url: string): Promise<Result> {
  const what = { ja: '裏方の仕事', en: 'background work' }
  try {
    const stuck = (await verify(url, activity.slice(0, 1))).reduce((sum, { offenders }) => sum + offenders, 0)
    return { what, state: stuck ? 'wrong' : 'fine', said: stuck ? `${stuck} stuck` : '0 stuck' }
  } catch (error) {
    return { what, state: 'wrong', said: words(error) }
  }
}

function words(error: unknown): string {
  return error instanceof Problem ? `${error.text.ja} ${error.text.en}` : (error as Error).message
}

function existing(folder: string): string {
  try {
    statfsSync(folder)
    return folder
  } catch {
    return '.'
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
