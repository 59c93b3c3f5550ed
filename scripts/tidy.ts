/** The rules of the house, as functions over its files; `src/tidy.test.ts` runs them and shows that each can fail. */
import { join } from 'node:path'
import { cycles, imports, quoted } from './tidy/imports.ts'
import { audiences, barrels, finished, folders, lengths, sizes, syntax, whole } from './tidy/shape.ts'
import { house, print, type Rule } from './tidy/source.ts'
import { clock, ownership } from './tidy/statements.ts'

/** Every rule by name. Exceptions are written in the rules themselves, each with its reason. */
export const rules = {
  imports,
  cycles,
  quoted,
  lengths,
  folders,
  barrels,
  syntax,
  finished,
  whole,
  audiences,
  clock,
  ownership,
} satisfies Record<string, Rule>

if (import.meta.main) {
  const files = house(process.argv[2] ?? join(import.meta.dirname, '..'))
  const found = Object.values(rules).flatMap((rule) => rule(files))
  if (found.length) console.log(print(found))
  const { files: count, median, p95, longest } = sizes(files)
  console.log(`${count} files, median ${median} lines, 95% ≤ ${p95}, longest ${longest}; ${found.length} findings`)
  process.exitCode = found.length ? 1 : 0
}
