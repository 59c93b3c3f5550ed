import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { onStop } from '#core/stop'

const launcher = join(import.meta.dirname, 'node24.cjs')
const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** npm, a shell, the launcher, the program: as `npm start` makes them. Answers their process ids. */
async function chain(folder: string): Promise<Record<'npm' | 'shell' | 'launcher' | 'program', number>> {
  const program = join(folder, 'program.ts')
  writeFileSync(
    program,
    `${onStop.toString()}\nonStop(() => {})\nconsole.log(process.ppid, process.pid)\nsetInterval(() => {}, 1000)`,
  )
  // The trailing command keeps the shell from becoming the launcher, as dash never does.
  const shell = `"${process.execPath}" "${launcher}" "${program}"; exit $?`
  const npm = spawn(
    process.execPath,
    [
      '-e',
      `const { pid } = require('child_process').spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' }); console.log(pid); setInterval(() => {}, 1000)`,
    ],
    { env: { ...process.env, npm_lifecycle_event: 'start' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  while (said.trim().split(/\s+/).length < 3) said += String((await once(npm.stdout, 'data'))[0])
  const [first = '', second = ''] = said.trim().split('\n')
  const [shellId, [launcherId, programId]] = first.includes(' ')
    ? [second, first.split(' ')]
    : [first, second.split(' ')]
  return { npm: npm.pid ?? 0, shell: Number(shellId), launcher: Number(launcherId), program: Number(programId) }
}

suite('the launcher', () => {
  for (const level of ['npm', 'shell', 'launcher'] as const) {
    test(`leaves nothing behind when ${level} is killed outright`, {
      skip: process.platform === 'win32' && 'no kill -9 here',
    }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'engawa-launch-'))
      const { npm, ...rest } = await chain(folder)
      try {
        await sleep(500)
        process.kill(level === 'npm' ? npm : rest[level], 'SIGKILL')
        const until = performance.now() + 10_000
        const left = () => Object.entries(rest).filter(([name, pid]) => name !== level && alive(pid))
        while (left().length && performance.now() < until) await sleep(100)
        assert.deepEqual(left(), [])
      } finally {
        for (const pid of [npm, ...Object.values(rest)]) if (alive(pid)) process.kill(pid, 'SIGKILL')
        rmSync(folder, { recursive: true, force: true })
      }
    })
  }
})
