import { resolve } from 'node:path'
import { copyErasures, keepBackup, usual } from '#backups'
import { type Command, options } from '#commands/command'
import { openHouse } from '#commands/house'
import { takeBase } from '#core/backup'
import { BackupFolder } from '#core/backup-folder'
import { refuse } from '#core/problem'
import { onStop } from '#core/stop'

const summary = {
  ja: '動かしたままバックアップを取ります（全体のコピーと、その後の記録）。',
  en: 'Back up while everything works: a copy of the whole, and the log since.',
}
const usage = `--to FOLDER [--follow] [--keep 7] [--list] [--data folder] [--json]

  --to FOLDER     where the backup is kept (ENGAWA_BACKUP); another disk or machine than the data
  --follow        go on: keep the log as it is written (about a second behind) and copy the whole once a day;
                  "engawa start" does the same by itself when ENGAWA_BACKUP is set
  --keep n        how many copies of the whole to keep (default 7)
  --list          only say what there is
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print what was taken, or what there is, as JSON

  The key (ENGAWA_KEY or its file) is not in the backup: keep it somewhere else, or personal data cannot be read again.`

export const backup: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'backup', summary, usage },
      {
        to: { type: 'string' },
        follow: { type: 'boolean' },
        keep: { type: 'string' },
        list: { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const folder = folderOf(values.to)
    if (values.list) return console.log(values.json ? JSON.stringify(standing(folder)) : listed(folder))
    const keep = keepOf(values.keep)
    const house = await openHouse(values.data, 'engawa backup')
    if (values.follow) {
      const following = keepBackup(house.db, folder.path, {
        keep,
        report: (error) => console.error('backup:', (error as Error).message),
      })
      await following.ready
      console.log(listed(folder))
      await new Promise<void>((done) =>
        onStop(async () => {
          await following.stop()
          await house.close()
          done()
        }),
      )
      return
    }
    try {
      const base = await takeBase(house.url, folder)
      await copyErasures(house.db, folder)
      folder.prune(keep)
      console.log(values.json ? JSON.stringify(base) : listed(folder))
    } finally {
      await house.close()
    }
  },
}

/** The folder a backup lies in. Refuses when nobody says where. */
export function folderOf(path = process.env.ENGAWA_BACKUP): BackupFolder {
  if (path) return new BackupFolder(resolve(path))
  return refuse(
    'core.backup_folder',
    400,
    'バックアップのフォルダーを --to（または ENGAWA_BACKUP）で指定してください。',
    'Name the folder of the backup with --to (or ENGAWA_BACKUP).',
    { field: 'to' },
  )
}

function keepOf(text: string | undefined): number {
  const keep = Number(text ?? usual.keep)
  if (Number.isInteger(keep) && keep >= 1 && keep <= 1_000) return keep
  return refuse('core.backup_keep', 400, '--keep は1〜1000の数です。', '--keep is a number from 1 to 1000.', {
    field: 'keep',
  })
}

function standing(folder: BackupFolder) {
  return { bases: folder.baseList(), kept: folder.kept() ?? null }
}

function listed(folder: BackupFolder): string {
  const { bases, kept } = standing(folder)
  if (bases.length === 0) return `${folder.path}: バックアップはまだありません。 No backup yet.`
  const lines = bases.map(
    ({ label, whole_at, bytes }) => `  ${label}  ${whole_at} から from  ${(bytes / 1e6).toFixed(1)} MB`,
  )
  const until = kept ? `  記録は ${kept.at} まで the log reaches ${kept.at}` : '  記録なし（コピーの時点だけ） no log'
  return [folder.path, ...lines, until].join('\n')
}
