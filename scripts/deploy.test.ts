/** The files an operator copies, read as far as text can prove: no engine builds or runs them here. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { parse } from 'yaml'
import { unready } from '#production'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
type Instruction = { name: string; rest: string }

/** Instructions of a Dockerfile, continued lines joined, comments left out. */
function instructions(text: string): Instruction[] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => ({ name: line.split(/\s/)[0] as string, rest: line.slice(line.indexOf(' ') + 1).trim() }))
}

suite('the container file', () => {
  const all = instructions(read('Dockerfile'))
  const last = all.findLastIndex(({ name }) => name === 'FROM')
  const final = all.slice(last)

  test('is made of instructions that exist, in two stages of named versions', () => {
    const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|STOPSIGNAL|HEALTHCHECK|ENTRYPOINT|CMD)$/
    assert.deepEqual(
      all.filter(({ name }) => !known.test(name)),
      [],
    )
    const bases = all.filter(({ name }) => name === 'FROM').map(({ rest }) => rest)
    assert.equal(bases.length, 2)
    for (const base of bases) assert.match(base, /^node:24-/)
  })

  test('runs as nobody special, owned by root, without a shell, and says whether it is alive', () => {
    assert.match(final.find(({ name }) => name === 'USER')?.rest ?? '', /^[1-9]\d{3,}:[1-9]\d{3,}$/)
    for (const name of ['ENTRYPOINT', 'CMD']) {
      const rest = final.find((one) => one.name === name)?.rest ?? ''
      assert.ok(Array.isArray(JSON.parse(rest)), name)
    }
    const probe = final.find(({ name }) => name === 'HEALTHCHECK')?.rest ?? ''
    const command = JSON.parse(probe.slice(probe.indexOf('['))) as string[]
    assert.match(command[2] as string, /\/livez/)
    // What it runs is a program that can be read.
    assert.doesNotThrow(() => new Function(command[2] as string))
    assert.ok(!final.some(({ name }) => name === 'RUN'))
  })

  test('brings no secret and no data along', () => {
    for (const { name, rest } of all) if (name === 'ENV') assert.doesNotMatch(rest, /KEY|SECRET|PASSWORD|TOKEN/)
    const left_out = read('.dockerignore').split('\n')
    for (const name of ['.git', 'data', '*.key', 'node_modules']) assert.ok(left_out.includes(name), name)
  })

  test('copies what is there', () => {
    for (const { name, rest } of all)
      if (name === 'COPY' && !rest.includes('--from'))
        for (const source of rest.split(/\s+/).slice(0, -1)) assert.ok(existsSync(join(root, source)), source)
  })

  test('what the product imports is installed without the development packages', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    const files = ['src/**/*.ts', 'town/**/*.ts', 'bench/**/*.ts', 'migrations/*.ts']
      .flatMap((pattern) => globSync(pattern, { cwd: root }))
      // Tests, and what only a bench's own process or the tests load.
      .filter((file) => !/\.test\.ts$|\/testing\.ts$|\.child\.ts$|^bench\/(load|rush)\.ts$/.test(file))
    const missing = new Set<string>()
    for (const file of files)
      for (const [, name = ''] of read(file).matchAll(
        /^(?:import|export)\s(?!type\b)[^'"]*?from\s+'([^'.#][^']*)'/gm,
      )) {
        const parcel = name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/')
        if (!name.startsWith('node:') && !builtinModules.includes(parcel) && !dependencies[parcel])
          missing.add(`${file}: ${parcel}`)
      }
    assert.deepEqual([...missing], [])
  })
})

suite('beside the container file', () => {
  const env = Object.fromEntries(
    read('deploy/engawa.env.example')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  type Service = { read_only?: boolean; cap_drop?: string[]; environment?: Record<string, string>; command?: string[] }
  const { services } = parse(read('deploy/compose.yaml'), { merge: true }) as { services: Record<string, Service> }

  test('compose runs both parts on a root that cannot be written, without rights', () => {
    for (const name of ['api', 'worker']) {
      const one = services[name]
      assert.deepEqual([one?.read_only, one?.cap_drop], [true, ['ALL']], name)
      assert.deepEqual(one?.command, ['start', '--role', name])
    }
  })

  test('the example’s settings need only what is left empty to be ready for production', () => {
    const filled = {
      ...env,
      ...services.api?.environment,
      ENGAWA_KEY: randomBytes(32).toString('base64'),
      ENGAWA_SMTP_URL: 'smtps://mail.example.jp',
      ENGAWA_MAIL_FROM: 'shop@example.jp',
      DATABASE_URL: 'postgresql://database/engawa',
    }
    assert.deepEqual(unready(filled, { faces: true }), [])
  })

  test('the proxy answers for every host of the example, and keeps metrics to itself', () => {
    const caddy = read('deploy/Caddyfile')
    for (const [name, value] of Object.entries(env))
      if (name.includes('ORIGIN'))
        for (const origin of value.split(',')) assert.ok(caddy.includes(new URL(origin).host), origin)
    assert.match(caddy, /path \/metrics/)
    assert.equal(caddy.split('{').length, caddy.split('}').length)
  })

  test('the systemd unit starts what exists and gives up its rights', () => {
    const unit = read('deploy/engawa@.service')
    const command = /^ExecStart=(.+)$/m.exec(unit)?.[1] ?? ''
    assert.ok(existsSync(join(root, command.split(' ').find((part) => part.endsWith('.ts')) ?? 'nothing')))
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'Restart=always', 'User=engawa'])
      assert.ok(unit.includes(`\n${line}\n`), line)
  })
})
