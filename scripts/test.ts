/**
 * Runs tests against a real PostgreSQL: all of them, or the files given. Starts a throw-away server unless
 * ENGAWA_TEST_URL or DATABASE_URL names one, migrates a template there, and removes everything afterwards.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '#core/migrate'
import { startPostgres } from '#core/postgres'
import { Problem } from '#core/problem'
import { onStop } from '#core/stop'
import { rooms } from '#rooms'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', short: 't' },
    concurrency: { type: 'string', default: '2' },
    coverage: { type: 'boolean', default: false },
    summary: { type: 'string' },
    spec: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  console.log(
    'usage: npm test -- [files or globs] [--only "part of a name"] [--concurrency 2] [--coverage] [--spec: name every test] [--summary counts.json]',
  )
  process.exit(0)
}

// The tests' shops sell online without a word of law; whoever tests that a shop must state it first closes it.
const open_online = `select core.put_setting('shop.published', 'true', '2000-01-01Z', '2000-01-01Z', 'system', 'tests')`

const cleanUps: (() => Promise<void> | void)[] = []
let cleaning: Promise<void> | undefined
/** Undo what was set up, once: whoever asks second waits for the first. */
function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    for (const step of cleanUps.reverse()) await step()
  })()
  return cleaning
}
let runner: ReturnType<typeof spawn> | undefined
onStop(async () => {
  runner?.kill('SIGTERM')
  await cleanUp()
})

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof Problem) console.error(`${error.text.ja}\n${error.text.en}`)
  else console.error(error)
  process.exitCode = 1
} finally {
  await cleanUp()
}
// An idle launcher channel or a forgotten socket must not keep a finished run alive.
process.exit()

async function main(): Promise<number> {
  const files = globSync(
    positionals.length
      ? positionals
      : ['src/**/*.test.ts', '{apps,town,bench,scripts}/**/*.test.ts', 'e2e/**/*.test.ts'],
  )
  if (!files.length) throw new Error(`no test file matches ${positionals.join(' ') || 'src/**/*.test.ts'}`)
  const server = process.env.ENGAWA_TEST_URL ?? process.env.DATABASE_URL ?? (await throwAway())
  const template = `engawa_test_${randomBytes(4).toString('hex')}`
  await run(server, `create database ${template} encoding 'UTF8' template template0`)
  cleanUps.push(() => dropAll(server, template))
  const url = new URL(server)
  url.pathname = `/${template}`
  await migrate(url.href, rooms)
  await run(url.href, open_online)
  const compiled = mkdtempSync(join(tmpdir(), 'engawa-compiled-'))
  cleanUps.push(() => rmSync(compiled, { recursive: true, force: true }))
  return await new Promise((done, reject) => {
    const flags = ['--disable-warning=ExperimentalWarning', '--test', `--test-concurrency=${values.concurrency}`]
    if (!values.spec && !values.coverage)
      flags.push(
        '--test-reporter',
        new URL('./reporter.ts', import.meta.url).href,
        '--test-reporter-destination',
        'stdout',
      )
    if (values.only) flags.push(`--test-name-pattern=${values.only}`)
    if (values.coverage) flags.push('--experimental-test-coverage')
    runner = spawn(process.execPath, [...flags, ...files], {
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: '',
        ENGAWA_TEST_URL: server,
        ENGAWA_TEST_TEMPLATE: template,
        // Compiled once for all files and every product they start; what is covered is only told of what was compiled anew.
        ...(values.coverage ? {} : { NODE_COMPILE_CACHE: compiled }),
        // Writes down what processes print, for the look through it for people (src/core/testing.ts).
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${new URL('./overhear.cjs', import.meta.url).pathname}`,
        ENGAWA_TEST_SUMMARY: values.summary && resolve(values.summary),
      },
    })
    runner.once('error', reject)
    runner.once('exit', (code) => done(code ?? 1))
  })
}

async function throwAway(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-test-'))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  // The database's own user passes through it; what is private inside has its own mode.
  chmodSync(folder, 0o755)
  const server = await startPostgres(folder, { fsync: false })
  cleanUps.push(() => server.stop())
  return server.url
}

async function dropAll(server: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [template],
  )
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  await client.end()
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
