import { type Brought, bringBack } from '#backups'
import { folderOf } from '#commands/backup'
import { type Command, options } from '#commands/command'
import { refuse } from '#core/problem'

const summary = {
  ja: 'バックアップを、指定した時刻の状態で新しいフォルダーに戻します。',
  en: 'Bring a backup back into a new folder as it was at a moment.',
}
const usage = `--from FOLDER --data NEWFOLDER [--at TIME] [--json]

  --from FOLDER     the backup (ENGAWA_BACKUP)
  --data NEWFOLDER  a data folder that does not exist yet; start it afterwards with "engawa start --data NEWFOLDER"
  --at TIME         2026-12-01T09:30:00+09:00; without it, everything there is
  --json            print what was done as JSON

  Whoever was forgotten is forgotten in what comes back too, and every balance is verified. The key is needed as before:
  ENGAWA_KEY, or the former key file beside the new folder (NEWFOLDER.key). Exit code 1 when a balance is wrong.`

export const restore: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'restore', summary, usage },
      { from: { type: 'string' }, data: { type: 'string' }, at: { type: 'string' }, json: { type: 'boolean' } },
    )
    const folder = folderOf(values.from)
    const data = values.data ?? refuseData()
    const at = values.at === undefined ? undefined : momentOf(values.at)
    const brought = await bringBack(folder, { data, at })
    console.log(values.json ? JSON.stringify(brought) : told(brought, data))
    if (brought.wrong.length > 0) process.exitCode = 1
  },
}

function momentOf(text: string): string {
  // Without a zone a machine in another one would restore another moment.
  const at = /(Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isFinite(at)) return new Date(at).toISOString()
  return refuse(
    'core.restore_at',
    400,
    '--at は時差つきの日時で指定してください（例: 2026-12-01T09:30:00+09:00）。',
    '--at is a moment with its zone (e.g. 2026-12-01T09:30:00+09:00).',
    { field: 'at' },
  )
}

function refuseData(): never {
  return refuse(
    'core.restore_data',
    400,
    '戻し先の新しいフォルダーを --data で指定してください。',
    'Name the new data folder with --data.',
    { field: 'data' },
  )
}

function told({ base, at, unpack_ms, replay_ms, forgotten_again, wrong }: Brought, data: string): string {
  const seconds = ((unpack_ms + replay_ms) / 1000).toFixed(1)
  return [
    `${data}: ${at ?? '最後'} の状態に戻しました（${base} から、${seconds}秒）。 Restored to ${at ?? 'the end'} from ${base} in ${seconds} s.`,
    `  消去済みのお客さま: ${forgotten_again}件を改めて消去 ${forgotten_again} forgotten again`,
    wrong.length === 0
      ? '  すべての残高が合っています。 Every balance is right.'
      : `  合わない項目 wrong: ${wrong.join('; ')}`,
    '',
    `  engawa start --data ${data}`,
  ].join('\n')
}
