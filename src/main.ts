/** The command line: `engawa <command>`. Each command is a file of its own in src/commands. */

import { commands } from '#commands'
import { Problem } from '#core/problem'

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]

if (!command) {
  const asked = name === '' || name === 'help' || name === '--help' || name === '-h'
  const list = Object.entries(commands).map(
    ([key, { summary }]) => `  ${key.padEnd(10)}${summary.ja}\n${' '.repeat(12)}${summary.en}`,
  )
  const text = `engawa <command> [options]   (engawa <command> --help)\n\n${list.join('\n')}`
  if (asked) console.log(text)
  else console.error(`「${name}」というコマンドはありません。 There is no command "${name}".\n\n${text}`)
  process.exit(asked ? 0 : 2)
}

try {
  await command.run(args)
} catch (error) {
  if (error instanceof Problem) console.error(`${error.text.ja}\n${error.text.en}`)
  else if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) console.error((error as Error).message)
  else console.error(error)
  process.exit(1)
}
// The launcher's open channel would keep a finished command alive.
if (!command.stays) process.exit()
