import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { faults, mayCarry, oddities, packages, sbom } from './supply.ts'

const root = join(import.meta.dirname, '..')

test('every package we carry has a licence we may carry', () => {
  const all = packages()
  assert.ok(all.length > 100)
  const refused = all.filter(({ licence }) => !mayCarry(licence))
  assert.deepEqual(
    refused.map(({ name, licence }) => `${name}: ${licence}`),
    [],
  )
})

test('a licence that binds what it touches is refused, and a choice is read as a choice', () => {
  for (const licence of ['GPL-3.0', 'AGPL-3.0-only', 'SSPL-1.0', 'UNLICENSED', 'MIT AND GPL-2.0', undefined])
    assert.equal(mayCarry(licence), false, String(licence))
  for (const licence of ['MIT', 'MIT OR GPL-3.0', '(MIT AND Zlib)']) assert.equal(mayCarry(licence), true, licence)
})

test('every package of the lockfile is fixed by version and checksum', () => {
  const loose = packages().filter(({ integrity, version }) => !integrity || !/^\d/.test(version))
  assert.deepEqual(
    loose.map(({ path }) => path),
    [],
  )
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    assert.match(version, /^(\d|npm:[^@]+@\d)/, name)
})

test('the SBOM lists each of them once, with version, licence and checksum', () => {
  const { components } = sbom(packages())
  assert.equal(new Set(components.map((each) => each.purl)).size, components.length)
  for (const each of components) {
    assert.match(each.purl, /^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/)
    assert.ok(each.licenses[0]?.expression && each.hashes[0]?.content.length, each.purl)
  }
})

test('an audit counts what nobody explained, and knows when it could not ask', () => {
  assert.equal(faults('{"error":{"summary":"offline"}}'), undefined)
  assert.equal(faults('npm error network'), undefined)
  assert.deepEqual(faults('{"vulnerabilities":{}}'), [])
  const one = {
    vulnerabilities: { bad: { severity: 'high', via: [{ url: 'https://x.example/GHSA-1', title: 'bad' }] } },
  }
  assert.deepEqual(faults(JSON.stringify(one)), [{ package: 'bad', severity: 'high', advisory: 'GHSA-1' }])
})

test('nothing we carry is deprecated, runs a script nobody allowed, or is another than the locked one', () => {
  assert.deepEqual(oddities(), [])
  const folder = mkdtempSync(join(tmpdir(), 'engawa-supply-'))
  const write = (path: string, value: object) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(value))
  }
  write('package.json', { allowScripts: { good: true } })
  write('node_modules/other/package.json', { version: '2.0.0' })
  write('package-lock.json', {
    packages: {
      '': {},
      'node_modules/good': { version: '1.0.0', hasInstallScript: true },
      'node_modules/bad': { version: '1.0.0', hasInstallScript: true },
      'node_modules/old': { version: '1.0.0', deprecated: 'use new' },
      'node_modules/other': { version: '1.0.0' },
    },
  })
  assert.deepEqual(
    oddities(folder).map((each) => each.split(':')[0]),
    ['bad', 'old', 'other'],
  )
  rmSync(folder, { recursive: true })
})

const rows = existsSync(join(root, 'docs/security/asvs.md'))
  ? readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| V\d/.test(line))
  : []

test('the ASVS table has every requirement of levels 1 and 2 once, each with a verdict', () => {
  const ids = rows.map((row) => row.split('|')[1]?.trim())
  assert.equal(ids.length, 253)
  assert.equal(new Set(ids).size, 253)
  for (const row of rows) assert.match(row.split('|')[4] ?? '', /^ (met|partly|not met|not applicable|open) $/, row)
})

test('what the ASVS table calls met or partly is shown by a file that exists', () => {
  for (const row of rows) {
    const [, id, , , verdict, shown = ''] = row.split('|').map((each) => each.trim())
    const files = [...shown.matchAll(/`([\w./-]+\.(?:ts|tsx|sql|md|json|cjs))`/g)].map(([, file]) => file as string)
    for (const file of files) assert.ok(existsSync(join(root, file)), `${id}: ${file}`)
    if (verdict === 'met' || verdict === 'partly') assert.ok(files.length > 0, `${id} shows nothing`)
  }
})
