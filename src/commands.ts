/** Every command of the command line, in the order `engawa --help` lists them. */
import { bench } from '#commands/bench'
import { chaos } from '#commands/chaos'
import type { Command } from '#commands/command'
import { doctor } from '#commands/doctor'
import { importCommand } from '#commands/import'
import { listen } from '#commands/listen'
import { migrate } from '#commands/migrate'
import { start } from '#commands/start'
import { town } from '#commands/town'
import { verify } from '#commands/verify'

export const commands: Record<string, Command> = {
  start,
  migrate,
  import: importCommand,
  town,
  verify,
  doctor,
  listen,
  bench,
  chaos,
}
