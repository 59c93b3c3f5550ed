/**
 * Makes the fixture of a release for e2e/upgrade.test.ts: its own code fills a database, and every row is written down.
 *   node scripts/node24.cjs scripts/upgrade-fixture.ts COMMIT NAME     (0.1.0 was made of e51b2fd)
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [commit, name] = process.argv.slice(2)
if (!commit || !name) throw new Error('usage: upgrade-fixture.ts COMMIT NAME')

const run = (command: string, args: string[], cwd: string, env: Record<string, string> = {}) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
}

const checkout = join(mkdtempSync(join(tmpdir(), 'engawa-release-')), 'house')
run('git', ['worktree', 'add', '--detach', checkout, commit], root)
try {
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  cpSync(join(root, 'e2e/upgrade/dump.ts'), join(checkout, 'e2e/upgrade/dump.test.ts'))
  run('node', ['scripts/node24.cjs', 'scripts/test.ts', 'e2e/upgrade/dump.test.ts'], checkout, {
    ENGAWA_FIXTURE: join(root, 'e2e/upgrade', `${name}.ndjson.gz`),
  })
} finally {
  run('git', ['worktree', 'remove', '--force', checkout], root)
  rmSync(join(checkout, '..'), { recursive: true, force: true })
}
