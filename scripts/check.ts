/**
 * Everything that must hold before a change lands: format and lint, types, tests with tidy, generated files up to date,
 * faces that build. Goes on after a failure, so that one run shows all there is. `check.ts tests` runs one step alone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const packages = join(root, 'node_modules')
const generated = [
  'openapi.json',
  'ARCHITECTURE.md',
  'apps/kit/api.gen.ts',
  'src/rows.gen.ts',
  ':(glob)src/*/schema.sql',
]

/** Run a program with our own Node; true when it ended well. */
function node(script: string, ...args: string[]): boolean {
  return program(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args])
}

function program(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

const steps: Record<string, () => boolean> = {
  style: () => node(join(packages, '@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'),
  types: () =>
    (!existsSync(join(root, 'apps/storefront')) ||
      node(join(packages, '@react-router/dev/bin.cjs'), 'typegen', 'apps/storefront')) &&
    node(join(packages, 'typescript-7/bin/tsc'), '-p', '.'),
  tests: () => node('scripts/test.ts'),
  // Intent to add makes a file that was never committed show up as a difference, too.
  generated: () =>
    node('scripts/generate.ts') &&
    program('git', ['add', '--intent-to-add', '--', ...generated]) &&
    program('git', ['diff', '--exit-code', '--stat', '--', ...generated]),
  faces: () => node('scripts/build.ts'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length || asked.includes('--help')) {
  console.error(`usage: npm run check -- [${Object.keys(steps).join(' | ')}]`)
  process.exit(2)
}
const failed: string[] = []
for (const [name, step] of Object.entries(steps)) {
  if (asked.length && !asked.includes(name)) continue
  const began = performance.now()
  console.log(`— ${name}`)
  const good = step()
  if (!good) failed.push(name)
  console.log(`${good ? '✔' : '✖'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
}
console.log(failed.length ? `failed: ${failed.join(', ')}` : 'all good')
process.exit(failed.length ? 1 : 0)
