import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, suite, test } from 'node:test'
import pg from 'pg'
import { gone, stamp, workingIn } from '#core/os-process'
import { databaseUser } from '#core/os-user'
import { type Server, startPostgres } from '#core/postgres'
import { Problem } from '#core/problem'

const refused = (code: string) => (error: unknown) => error instanceof Problem && error.code === code
const linux = process.platform === 'linux'

suite('the embedded PostgreSQL', () => {
  let folder = ''
  const children: ChildProcess[] = []
  const start = (data = folder) => startPostgres(data, { fsync: false })

  /** Another engawa, as a process of its own, which holds the folder until it is killed. */
  async function other(): Promise<{ child: ChildProcess; server: Server }> {
    const program = `import { startPostgres } from '#core/postgres'
      const { stop, ...server } = await startPostgres(${JSON.stringify(folder)}, { fsync: false })
      console.log(JSON.stringify(server)); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    const [line] = await once(child.stdout, 'data')
    return { child, server: JSON.parse(String(line)) as Server }
  }
  async function kill(child: ChildProcess) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'engawa-postgres-'))
    fs.chmodSync(folder, 0o755)
  })
  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill(child)
    for (const pid of workingIn(join(folder, 'postgres'), 'postgres')) await gone(pid, 5000)
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test('keeps its data, port and password over a restart', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    assert.equal(stamp(first.pid), '')
    assert.equal(fs.existsSync(join(folder, 'postgres/postmaster.pid')), false)
    const second = await start()
    assert.deepEqual(await query(second.url, 'select answer from kept'), [{ answer: 42 }])
    assert.equal(second.url, first.url)
    assert.equal(second.adopted, false)
    await second.stop()
  })

  test('listens on this machine only, asks for a password, sorts by code point and checks its pages', async () => {
    const server = await start()
    const settings = await query(
      server.url,
      `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
        current_setting('data_checksums') as checksums, datlocprovider as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    )
    assert.deepEqual(settings, [
      { listen: '127.0.0.1', sockets: '', checksums: 'on', provider: 'b', locale: 'C.UTF-8' },
    ])
    const wrong = Object.assign(new URL(server.url), { password: 'wrong' }).href
    await assert.rejects(query(wrong, 'select 1'), { code: '28P01' })
    assert.equal(fs.statSync(join(folder, 'postgres.password')).mode & 0o777, 0o600)
    assert.equal(fs.statSync(join(folder, 'postgres')).mode & 0o777, 0o700)
    assert.equal(fs.statSync(join(folder, 'postgres.log')).mode & 0o777, 0o600)
    await server.stop()
  })

  test('runs as an unprivileged user when we are root', { skip: process.getuid?.() !== 0 }, async () => {
    const server = await start()
    assert.equal(fs.statSync(`/proc/${server.pid}`).uid, databaseUser()?.uid)
    await server.stop()
  })

  test('stops when its engawa is killed with -9', async () => {
    const { child, server } = await other()
    await kill(child)
    assert.equal(await gone(server.pid, 5000), true)
    const next = await start()
    assert.equal(next.adopted, false)
    await next.stop()
  })

  test('is adopted by the next start when even the watchdog was killed', async () => {
    const { child, server } = await other()
    await query(server.url, 'create table written as select 1 as one')
    process.kill(server.watchdog, 'SIGKILL')
    await kill(child)
    const next = await start()
    assert.deepEqual([next.adopted, next.pid, next.port], [true, server.pid, server.port])
    assert.deepEqual(await query(next.url, 'select one from written'), [{ one: 1 }])
    await next.stop()
    assert.equal(stamp(server.pid), '')
  })

  test('recovers committed data when the server itself was killed with -9', async () => {
    const { child, server } = await other()
    await query(server.url, 'create table survived as select 1 as one')
    // Tests run without waiting for the disk, so the write is made sure here.
    await query(server.url, 'checkpoint')
    process.kill(server.watchdog, 'SIGKILL')
    await kill(child)
    process.kill(server.pid, 'SIGKILL')
    const next = await start()
    assert.equal(next.adopted, false)
    assert.deepEqual(await query(next.url, 'select one from survived'), [{ one: 1 }])
    await next.stop()
  })

  test('starts after a power cut left a pid file whose number another program has now', { skip: !linux }, async () => {
    const first = await start()
    const file = join(folder, 'postgres/postmaster.pid')
    const text = fs.readFileSync(file, 'utf8')
    await first.stop()
    const user = databaseUser()
    const stranger = spawn('sleep', ['60'], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: '/',
      stdio: 'ignore',
    })
    children.push(stranger)
    fs.writeFileSync(file, text.replace(/^\d+/, String(stranger.pid)))
    const second = await start()
    assert.notEqual(second.pid, stranger.pid)
    assert.notEqual(stamp(stranger.pid ?? 0), '', 'the other program is left alone')
    await second.stop()
  })

  test('refuses a folder which another live engawa uses, and takes it once that one is dead', async () => {
    const { child, server } = await other()
    await assert.rejects(start(), refused('core.folder_in_use'))
    assert.notEqual(stamp(server.pid), '', 'the refused start has harmed nothing')
    await kill(child)
    await (await start()).stop()
  })

  test('takes another port when its own is occupied', async () => {
    const first = await start()
    await first.stop()
    const thief = spawn(
      process.execPath,
      ['-e', `require('net').createServer().listen(${first.port}, '127.0.0.1', () => console.log('on'))`],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    children.push(thief)
    await once(thief.stdout, 'data')
    const second = await start()
    assert.notEqual(second.port, first.port)
    await second.stop()
  })

  test('begins again after a first start that was cut off', async () => {
    fs.mkdirSync(join(folder, 'postgres.new/half'), { recursive: true })
    fs.writeFileSync(join(folder, 'postgres.password'), 'of the half one')
    const server = await start()
    assert.deepEqual(await query(server.url, 'select 1 as one'), [{ one: 1 }])
    await server.stop()
  })

  test('says what to do when its user cannot enter the folder', { skip: process.getuid?.() !== 0 }, async () => {
    fs.chmodSync(folder, 0o700)
    await assert.rejects(start(join(folder, 'data')), (error) => {
      assert.ok(error instanceof Problem)
      assert.equal(error.code, 'core.folder_unreachable')
      assert.match(error.text.ja, /--data/)
      assert.match(error.text.en, /chmod o\+x/)
      return true
    })
  })

  test('refuses the data of another major version', async () => {
    fs.mkdirSync(join(folder, 'postgres'))
    fs.writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
    await assert.rejects(start(), refused('core.other_postgres'))
  })

  after(() => assert.equal(children.length, 0))
})

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return (await client.query(text).finally(() => client.end())).rows
}
