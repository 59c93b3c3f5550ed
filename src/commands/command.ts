import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Message } from '#core/problem'

export type Command = {
  summary: Message
  /** True when the command goes on (a server) after `run` has returned. */
  stays?: boolean
  run(args: string[]): Promise<void>
}

type Help = { name: string; summary: Message; usage: string }

/** Read a command's options with node:util's parser; `--help` prints how to use it and leaves. */
export function options<const Options extends ParseArgsOptionsConfig>(args: string[], help: Help, known: Options) {
  const all = { ...known, help: { type: 'boolean', short: 'h' } } as const
  const { values, positionals } = parseArgs({ args, options: all, allowPositionals: true })
  if ((values as { help?: boolean }).help) {
    console.log(`engawa ${help.name} ${help.usage}\n\n${help.summary.ja}\n${help.summary.en}`)
    process.exit(0)
  }
  return { values, positionals }
}
