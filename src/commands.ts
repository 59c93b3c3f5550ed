/** Every command of the command line, in the order `engawa --help` lists them. */
import type { Command } from '#commands/command'
import { migrate } from '#commands/migrate'

export const commands: Record<string, Command> = { migrate }
