/** Which hosts and addresses of the outside world may be called: public ones, and nothing that lies behind our own wall. */
import ipaddr from 'ipaddr.js'

/** Ports a foreign server may listen on; anything else is more likely a database than a receiver. */
export const ports: readonly number[] = [443, 8443]
/** Ends of names that no public server has. */
const inner = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|onion|invalid)$/
// Answers on an address that looks public and is not: Azure's host.
const wires: readonly string[] = ['168.63.129.16']

/** Why a URL may not be called; a machine's word, shown to whoever gave the URL. */
export type Objection = 'unreadable' | 'scheme' | 'credentials' | 'port' | 'host' | 'address'

/** Read a URL that somebody gave us; its host may still be a name that leads inside, which `reach` finds out. */
export function readUrl(text: string, options: { loopback?: boolean | undefined } = {}): URL | Objection {
  if (text.length > 2_000 || !URL.canParse(text)) return 'unreadable'
  const url = new URL(text)
  if (url.username || url.password) return 'credentials'
  const host = bare(url.hostname)
  const literal = ipaddr.isValid(host)
  if (options.loopback && (literal ? isLoopback(host) : host === 'localhost'))
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : 'scheme'
  if (url.protocol !== 'https:') return 'scheme'
  if (!isListed(host)) return 'host'
  if (!ports.includes(Number(url.port || 443))) return 'port'
  if (literal) return isPublic(host) ? url : 'address'
  // One word is a machine of our own network; a name's last dot would slip past lists.
  return host.includes('.') && !host.endsWith('.') && !inner.test(host) ? url : 'host'
}

// An operator may name the only hosts to be called (ENGAWA_OUTSIDE_HOSTS: names, their subdomains with them).
function isListed(host: string): boolean {
  const listed = (process.env.ENGAWA_OUTSIDE_HOSTS ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || [])
  return !listed.length || listed.some((name) => host === name || host.endsWith(`.${name}`))
}

/** Whether an address belongs to the public internet: everything private, local, reserved or translated is not. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || wires.includes(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed.kind() === 'ipv4') return true
  // IPv6 that is global today begins with 001; the ranges that carry an IPv4 address in them are named by their own words.
  const [first = 0] = (parsed as ipaddr.IPv6).parts
  return first >> 13 === 1
}

export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback'
}

/** A host without the brackets of an IPv6 address. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase()
}
