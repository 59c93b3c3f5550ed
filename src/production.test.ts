import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { suite, test } from 'node:test'
import { Problem } from '#core/problem'
import { refuseUnready, unready } from '#production'

const fine = {
  ENGAWA_ENV: 'production',
  ENGAWA_KEY: randomBytes(32).toString('base64'),
  DATABASE_URL: 'postgresql://engawa:secret@db.example.jp/engawa?sslmode=verify-full',
  ENGAWA_STOREFRONT_ORIGINS: 'https://honoto.example.jp, https://ayatoyuki.example.jp',
  ENGAWA_COUNTER_ORIGIN: 'https://counter.example.jp',
  ENGAWA_CONSOLE_ORIGIN: 'https://console.example.jp',
  ENGAWA_API_ORIGIN: 'https://api.example.jp',
  ENGAWA_RP_ID: 'example.jp',
  ENGAWA_SMTP_URL: 'smtps://user:password@mail.example.jp',
  ENGAWA_MAIL_FROM: 'shop@example.jp',
  ENGAWA_TRUSTED_PROXIES: '127.0.0.1, 10.1.0.0/16',
}
const said = (env: Record<string, string | undefined>, wanted = { faces: true }) =>
  unready({ ...fine, ...env }, wanted).map(({ en }) => en)

suite('a production start', () => {
  test('is refused nothing when all is told', () => {
    assert.deepEqual(said({}), [])
    refuseUnready({ faces: true }, fine)
  })

  for (const [what, env, words] of [
    ['a key that can be guessed', { ENGAWA_KEY: 'a'.repeat(40) }, /ENGAWA_KEY can be guessed/],
    ['a key of this repository', { ENGAWA_KEY: 'bench-key-of-a-throw-away-database-0123456789' }, /can be guessed/],
    ['a face without a host', { ENGAWA_CONSOLE_ORIGIN: '' }, /ENGAWA_CONSOLE_ORIGIN is missing/],
    ['two faces on one host', { ENGAWA_CONSOLE_ORIGIN: 'https://counter.example.jp' }, /share the host/],
    ['a face in clear', { ENGAWA_COUNTER_ORIGIN: 'http://counter.example.jp' }, /must be an origin with https/],
    ['an origin with a path', { ENGAWA_API_ORIGIN: 'https://api.example.jp/v1' }, /without a path/],
    ['two hosts for the console', { ENGAWA_CONSOLE_ORIGIN: 'https://a.jp,https://b.jp' }, /one origin only/],
    ['a stranger’s passkey domain', { ENGAWA_RP_ID: 'example.com' }, /domain of none of the faces/],
    ['a database far away in clear', { DATABASE_URL: 'postgresql://u:p@db.example.jp/engawa' }, /in clear/],
    ['TLS that checks nobody', { DATABASE_URL: 'postgresql://db.jp/e?sslmode=no-verify' }, /in clear/],
    ['mail that goes nowhere', { ENGAWA_SMTP_URL: '' }, /no mail about orders/],
    ['half a LINE channel', { ENGAWA_LINE_LOGIN_ID: '165' }, /belong together/],
    ['webhooks to this machine', { ENGAWA_WEBHOOK_LOOPBACK: '1' }, /for development/],
    ['trusting everybody’s word', { ENGAWA_TRUSTED_PROXIES: '0.0.0.0/0' }, /not everybody can be trusted/],
  ] as const)
    test(`refuses ${what}, and says how to mend it`, () => {
      const faults = said(env)
      assert.equal(faults.length, 1, faults.join('\n'))
      assert.match(faults[0] as string, words)
    })

  test('takes a database on this machine, by socket, or on a network that was said to be closed, as it is', () => {
    for (const DATABASE_URL of [
      undefined,
      'postgresql://localhost/engawa',
      'postgresql:///engawa?host=/run/postgresql',
    ])
      assert.deepEqual(said({ DATABASE_URL }), [])
    const clear = { DATABASE_URL: 'postgresql://db/engawa', ENGAWA_DATABASE_TRUSTED_NETWORK: '1' }
    assert.deepEqual(said(clear), [])
  })

  test('asks a worker for no host names', () => {
    const none = { ENGAWA_STOREFRONT_ORIGINS: '', ENGAWA_COUNTER_ORIGIN: '', ENGAWA_RP_ID: '' }
    assert.deepEqual(said(none, { faces: false }), [])
    assert.equal(said(none).length, 2)
  })

  test('tells everything at once, in two languages', () => {
    const bare = { ENGAWA_ENV: 'production', DATABASE_URL: 'postgresql://db/engawa' }
    assert.throws(
      () => refuseUnready({ faces: true }, bare),
      (thrown: Problem) =>
        thrown instanceof Problem &&
        thrown.text.en.split('\n').length === 7 &&
        thrown.text.ja.split('\n').length === thrown.text.en.split('\n').length,
    )
  })

  test('does not take a misspelt environment for development', () => {
    assert.throws(() => refuseUnready({ faces: true }, { ENGAWA_ENV: 'prod' }), { code: 'core.environment_unknown' })
    refuseUnready({ faces: true }, { ENGAWA_ENV: 'staging' })
    refuseUnready({ faces: true }, {})
  })
})
