import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import pg from 'pg'

const main = join(import.meta.dirname, 'main.ts')
const server = process.env.ENGAWA_TEST_URL ?? ''

suite('engawa start', () => {
  const name = `${process.env.ENGAWA_TEST_TEMPLATE}_start`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const key = randomBytes(32).toString('base64')
  const running: Started[] = []

  before(() => admin(`create database "${name}" encoding 'UTF8' template template0`))
  after(async () => {
    for (const { child } of running) if (child.exitCode === null) child.kill('SIGKILL')
    await admin(`drop database if exists "${name}" with (force)`)
  })

  type Started = { child: ChildProcess; said(): string; ended: Promise<number | null> }
  const engawa = (args: string[], env: Record<string, string> = {}): Started => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      env: { PATH: process.env.PATH, HOME: '/nonexistent', DATABASE_URL: url, ENGAWA_KEY: key, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
    const started = {
      child,
      said: () => said,
      ended: new Promise<number | null>((done) => child.once('exit', (code) => done(code))),
    }
    running.push(started)
    return started
  }
  const ready = async (started: Started): Promise<string> => {
    const late = performance.now() + 60_000
    for (;;) {
      const address = /"url":"(http[^"]+)"/.exec(started.said())?.[1]
      if (address) return address
      if (started.child.exitCode !== null || performance.now() > late) throw new Error(started.said())
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  test('brings an empty database up, answers, and two processes share it', async () => {
    const first = engawa(['start', '--port', '0', '--empty', '--json'])
    const address = await ready(first)
    assert.equal((await fetch(`${address}/health`)).status, 200)
    const second = engawa(['start', '--port', '0', '--role', 'api', '--empty', '--json'])
    assert.equal((await fetch(`${await ready(second)}/livez`)).status, 200)

    const port = new URL(address).port
    const third = engawa(['start', '--port', port, '--empty'])
    assert.equal(await third.ended, 1)
    assert.match(third.said(), new RegExp(`Port ${port} is in use`))

    first.child.kill('SIGTERM')
    second.child.kill('SIGINT')
    assert.deepEqual(await Promise.all([first.ended, second.ended]), [143, 130])
    assert.equal(await connections(), 0, 'nothing stays connected')
  })

  test('refuses a key that is not the one the data was sealed with', async () => {
    const wrong = engawa(['start', '--port', '0'], { ENGAWA_KEY: randomBytes(32).toString('base64') })
    assert.equal(await wrong.ended, 1)
    assert.match(wrong.said(), /not the one this data was sealed with/)
  })

  test('in production refuses to make a key by itself, a short one, a fake card company, and the demo’s data', async () => {
    const production = {
      ENGAWA_ENV: 'production',
      ENGAWA_STOREFRONT_ORIGINS: 'https://shop.example.jp',
      ENGAWA_COUNTER_ORIGIN: 'https://counter.example.jp',
      ENGAWA_CONSOLE_ORIGIN: 'https://console.example.jp',
      ENGAWA_API_ORIGIN: 'https://api.example.jp',
      ENGAWA_SMTP_URL: 'smtps://user:password@mail.example.jp',
      ENGAWA_MAIL_FROM: 'shop@example.jp',
    }
    for (const [env, words] of [
      [{ ENGAWA_COUNTER_ORIGIN: '' }, /ENGAWA_COUNTER_ORIGIN is missing/],
      [{ ENGAWA_KEY: '' }, /ENGAWA_KEY must be given/],
      [{ ENGAWA_KEY: 'short' }, /at least 32 characters/],
      [{ DATABASE_URL: 'postgresql://app@db.example/engawa' }, /reaches another machine \(db\.example\) in clear/],
      [{ ENGAWA_PAYMENT: 'fake' }, /the fake card company \(ENGAWA_PAYMENT=fake\) is refused/],
      [{ ENGAWA_PAYMENT: 'stripe' }, /need STRIPE_SECRET_KEY/],
    ] as const) {
      const refused = engawa(['start', '--port', '0'], { ...production, ...env })
      assert.equal(await refused.ended, 1)
      assert.match(refused.said(), words)
    }
    await query(url, `insert into core.setting values ('demo', 'true', 1, '2026-11-22Z', 'test')`)
    const demo = engawa(['start', '--port', '0'], production)
    assert.equal(await demo.ended, 1)
    assert.match(demo.said(), /PINs are public/)
  })

  test('verify and doctor look at the same database and say it is well', async () => {
    const verify = engawa(['verify', '--json'])
    assert.equal(await verify.ended, 0, verify.said())
    assert.equal((JSON.parse(verify.said()) as { ok: boolean }).ok, true)
    const doctor = engawa(['doctor', '--json'])
    // The test's server never syncs, which the doctor rightly calls wrong; nothing else is.
    assert.equal(await doctor.ended, 1, doctor.said())
    const { results } = JSON.parse(doctor.said()) as { results: { what: { en: string }; state: string }[] }
    const wrong = results.filter(({ state }) => state === 'wrong').map(({ what }) => what.en)
    assert.deepEqual([...new Set(wrong)], ['PostgreSQL settings'], doctor.said())
  })

  async function connections(): Promise<number> {
    const { rows } = await query(
      server,
      `select count(*)::integer as n from pg_stat_activity where datname = '${name}' and backend_type = 'client backend'`,
    )
    return (rows[0] as { n: number }).n
  }
  const admin = (statement: string) => query(server, statement)
})

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return await client.query(text).finally(() => client.end())
}
