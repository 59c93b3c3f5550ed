/** One live process per data folder. The lock is a file that names its holder; a holder that died holds nothing. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stamp } from './os-process.ts'
import { refuse } from './problem.ts'

/** Take the folder or refuse; returns the release, and whether a former holder died without releasing it. */
export function lockFolder(folder: string): { release: () => void; stale: boolean } {
  const file = `${folder}/engawa.lock`
  const mine = `${process.pid} ${stamp(process.pid)}`
  const aside = `${file}.${process.pid}`
  let stale = false
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      // Linked into place complete: nobody can read a half-written holder.
      writeFileSync(aside, mine)
      linkSync(aside, file)
      return { release: () => read(file) === mine && rmSync(file, { force: true }), stale }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(aside, { force: true })
    }
    const held = read(file)
    if (held === undefined) continue
    const [pid = '0', since = ''] = held.split(' ')
    if (since && stamp(Number(pid)) === since) {
      refuse(
        'core.folder_in_use',
        409,
        `データフォルダー ${folder} は別の engawa（プロセス ${pid}）が使用中です。そちらを止めるか、--data で別のフォルダーを指定してください。`,
        `Another engawa (process ${pid}) is using the data folder ${folder}. Stop it, or choose another folder with --data.`,
      )
    }
    // Two starts may both see the dead holder: only the one who moves that very file away may go on.
    stale = true
    try {
      renameSync(file, aside)
      if (read(aside) !== held) renameSync(aside, file)
      else rmSync(aside, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error(`could not lock ${folder}`)
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
