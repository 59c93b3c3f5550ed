/**
 * `engawa start --lan`: phones on the same network reach the house by https, which cameras, passkeys and service workers
 * want. The certificate is signed by a small authority of this machine's own, kept beside the key file, so that a phone
 * trusts it once; it may vouch for nothing but a web server, and its key leaves this machine never.
 */
import { X509Certificate } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { createRequire } from 'node:module'
import { hostname, networkInterfaces } from 'node:os'
import { dirname } from 'node:path'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { lanPage } from '#lan-page'

const authority_days = 3_650
/** What browsers take at most. */
const certificate_days = 390
const renew_before_ms = 30 * 86_400_000
const day_ms = 86_400_000
const ec = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const

export type Lan = {
  /** Where phones find us: by name when this network knows it, which passkeys need, else by number. */
  url: string
  /** Every address the certificate is good for. */
  origins: string[]
  named: boolean
  authority: string
  stop(): Promise<void>
}
type Pair = { key: string; cert: string }

/** Loaded when asked for only: it would cost every start a third of a second. */
const signer = () => createRequire(import.meta.url)('selfsigned') as typeof import('selfsigned')

/** The origins phones may use: this machine's name on the network (or one that is given), its numbers, and itself. */
export async function lanNames(given?: string): Promise<{ names: string[]; named: boolean }> {
  const numbers = ownAddresses()
  const name = given ?? `${hostname().split('.')[0]}.local`
  const found = await lookup(name, { all: true }).catch(() => [])
  const named = given !== undefined || found.some(({ address }) => numbers.includes(address))
  return { names: [...(named ? [name] : []), ...numbers, 'localhost'], named }
}

/** Listen by https on every address of this machine; plain http stays on this machine alone. */
export async function openLan(app: App, port: number, beside: string, given?: string): Promise<Lan> {
  const { names, named } = await lanNames(given)
  const authority = await authorityAt(`${beside}.lan`)
  const { key, cert } = await certificateAt(`${beside}.lan`, authority, names)
  const server = createServer({ key, cert: `${cert}\n${authority.cert}` }, (request, response) =>
    app.routing(request, response),
  )
  await listen(server, port)
  const bound = (server.address() as { port: number }).port
  const origins = names.map((name) => `https://${name.includes(':') ? `[${name}]` : name}:${bound}`)
  return {
    url: origins[0] as string,
    origins,
    named,
    authority: authority.cert,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** How a phone comes to trust this house, and the authority itself. */
export function mountLan(app: App, lan: () => Lan | undefined): void {
  const page = { config: { page: true }, schema: { hide: true } }
  app.get('/lan', page, async (_, reply) => {
    const open = lan()
    return open ? reply.type('text/html; charset=utf-8').send(lanPage(open)) : reply.callNotFound()
  })
  app.get('/lan/engawa.crt', page, async (_, reply) => {
    const open = lan()
    return open ? reply.type('application/x-x509-ca-cert').send(open.authority) : reply.callNotFound()
  })
}

async function authorityAt(beside: string): Promise<Pair> {
  const kept = keptPair(`${beside}-ca`)
  if (kept && fresh(kept.cert)) return kept
  const made = await signer().generate([{ name: 'commonName', value: `Engawa (${hostname()})` }], {
    ...ec,
    notAfterDate: new Date(Date.now() + authority_days * day_ms),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
    ],
  })
  return keep(`${beside}-ca`, { key: made.private, cert: made.cert })
}

/** The certificate of these names; made anew when the machine moved to another network or it runs out. */
async function certificateAt(beside: string, authority: Pair, names: readonly string[]): Promise<Pair> {
  const kept = keptPair(beside)
  if (kept && fresh(kept.cert) && covers(kept.cert, names) && issuedBy(kept.cert, authority.cert)) return kept
  const made = await signer().generate([{ name: 'commonName', value: names[0] as string }], {
    ...ec,
    notAfterDate: new Date(Date.now() + certificate_days * day_ms),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...names, '127.0.0.1'].map((name) =>
          isNumber(name) ? { type: 7, ip: name } : { type: 2, value: name },
        ),
      },
    ],
  })
  return keep(beside, { key: made.private, cert: made.cert })
}

function keptPair(path: string): Pair | undefined {
  if (!existsSync(`${path}.key`) || !existsSync(`${path}.crt`)) return undefined
  return { key: readFileSync(`${path}.key`, 'utf8'), cert: readFileSync(`${path}.crt`, 'utf8') }
}

function keep(path: string, pair: Pair): Pair {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.key`, pair.key, { mode: 0o600 })
  chmodSync(`${path}.key`, 0o600)
  writeFileSync(`${path}.crt`, pair.cert, { mode: 0o644 })
  return pair
}

const fresh = (cert: string) => Date.parse(new X509Certificate(cert).validTo) > Date.now() + renew_before_ms
const issuedBy = (cert: string, authority: string) =>
  new X509Certificate(cert).verify(new X509Certificate(authority).publicKey)
const isNumber = (name: string) => /^[\d.]+$|:/.test(name)

function covers(cert: string, names: readonly string[]): boolean {
  const known = new X509Certificate(cert)
  return names.every((name) => (isNumber(name) ? known.checkIP(name) : known.checkHost(name)) !== undefined)
}

/** This machine's addresses on its networks; those phones can type first. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((done, failed) => {
      server.once('error', failed)
      server.listen(port, done)
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    refuse(
      'core.lan_port_in_use',
      409,
      `ポート ${port} は使用中です。--lan-port で別の番号を指定してください。`,
      `Port ${port} is in use. Choose another one with --lan-port.`,
    )
  }
}
