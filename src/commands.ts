/** Every command of the command line, in the order `engawa --help` lists them. */
import { backup } from '#commands/backup'
import { bench } from '#commands/bench'
import { chaos } from '#commands/chaos'
import type { Command } from '#commands/command'
import { doctor } from '#commands/doctor'
import { exportCommand } from '#commands/export'
import { importCommand } from '#commands/import'
import { init } from '#commands/init'
import { link } from '#commands/link'
import { listen } from '#commands/listen'
import { migrate } from '#commands/migrate'
import { restore } from '#commands/restore'
import { rotate } from '#commands/rotate-key'
import { start } from '#commands/start'
import { town } from '#commands/town'
import { verify } from '#commands/verify'

export const commands: Record<string, Command> = {
  start,
  init,
  migrate,
  import: importCommand,
  export: exportCommand,
  town,
  verify,
  backup,
  restore,
  'rotate-key': rotate,
  doctor,
  link,
  listen,
  bench,
  chaos,
}
