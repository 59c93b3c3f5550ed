/**
 * Whose an event is. Names are tried strongest first: the retailer's number, card, LINE, address, telephone; the browser comes
 * last. A number that is new never goes to somebody who bears another: then the weaker names are left out, as if they had not
 * been said.
 */
import { type Db, rows, sql } from '#core/database'
import { noOne } from '#core/id'
import { kept } from '#core/kept'
import { type DataKey, unwrap } from '#core/secret'
import { type Name, type NameKind, nameToken, type Stranger, stranger } from '#customers/customers'
import type { Read } from './message.ts'
import type { Named } from './names.ts'

type Known = { profile_id: string; customer_id: string; key: DataKey; numbered: boolean; claim?: Claimed }
type Claimed = { by: string; at: string; shared: boolean }
/** Somebody who is written with the batch: under her first name, and under others beside it. */
export type Met = Stranger & { under: Name }
export type AlsoNamed = { profile_id: string; name: Name }
/** To be settled after the batch: a browser's history goes to who signed in on it; two records that bear one name are one. */
export type Claim = { profile_id: string; claimed_by: string; at: string; name: Name }
export type Union = { keep: string; join: string }
/** Two people whom one event named, each by a name that is her own: not for us to join, but for somebody to look at. */
export type Meeting = { a: string; b: string; by: NameKind[] }
export type Resolved = {
  /** Whose each event is, and the key she is written under; none when it is nobody's. */
  owners: { profile_id: string; key: DataKey | undefined }[]
  met: Met[]
  also: AlsoNamed[]
  claims: Claim[]
  unions: Union[]
  meetings: Meeting[]
}

const memory = kept<{ known: Known | undefined }>({ ttl_ms: 5_000, max: 100_000 })
const nobody = { profile_id: noOne, key: undefined }

/** Resolve a batch in one look at the database, or none when all of them were seen just now. */
export async function resolve(db: Db, reads: readonly Read[]): Promise<Resolved> {
  const found = await look(db, reads)
  const result: Resolved = { owners: [], met: [], also: [], claims: [], unions: [], meetings: [] }
  for (const read of reads) result.owners.push(ownerOf(read, found, result))
  return result
}

/** Let go of what was remembered of these: it has changed. */
export function forgetNames(reads: readonly Read[]): void {
  for (const { who } of reads) for (const name of all(who)) memory.delete(keyOf(name))
}

function ownerOf({ who, occurred_at }: Read, found: Map<string, Known>, result: Resolved): Resolved['owners'][number] {
  const person = who.names.length ? personOf(who.names, found, result) : undefined
  const { anonymous } = who
  if (!anonymous) return person ?? nobody
  let browser = found.get(keyOf(anonymous))
  if (!browser) browser = meet(anonymous, found, result)
  if (!person) return browser.claim?.shared ? nobody : browser
  const { claim } = browser
  const settled = claim && claim.by === person.profile_id && claim.at <= occurred_at
  if (!settled && !(claim?.shared && claim.at <= occurred_at)) {
    result.claims.push({
      profile_id: browser.profile_id,
      claimed_by: person.profile_id,
      at: occurred_at,
      name: anonymous,
    })
    const same = claim === undefined || claim.by === person.profile_id
    browser.claim = {
      by: claim && claim.at <= occurred_at ? claim.by : person.profile_id,
      at: claim && claim.at <= occurred_at ? claim.at : occurred_at,
      shared: !same || claim?.shared === true,
    }
  }
  return person
}

function personOf(names: readonly Name[], found: Map<string, Known>, result: Resolved): Known {
  const [strongest] = names
  const wanted = strongest?.kind === 'external_id'
  const official = names.map((name) => found.get(keyOf(name)))
  const seen = names.map((name) => found.get(keyOf(twin(name))))
  // The retailer's number decides alone; without it, the first name that is known.
  const byNumber = wanted ? (official[0] ?? seen[0]) : undefined
  const others = [...official, ...seen].filter((one) => one !== undefined)
  const person =
    byNumber ?? others.find((one) => !wanted || !one.numbered) ?? meet(twin(names[0] as Name), found, result)
  if (wanted) {
    // Who came before she registered with this number, and who did, are one.
    const [registered, before] = [official[0], seen[0]]
    if (registered && before && registered.customer_id !== before.customer_id) {
      result.unions.push({ keep: registered.profile_id, join: before.profile_id })
      before.customer_id = registered.customer_id
    }
  }
  for (const [at, name] of names.entries()) {
    const other = official[at]
    if (wanted && other && other.customer_id !== person.customer_id)
      result.meetings.push({ a: person.profile_id, b: other.profile_id, by: ['external_id', name.kind] })
    if (official[at] || seen[at] || found.has(keyOf(twin(name)))) continue
    result.also.push({ profile_id: person.profile_id, name: twin(name) })
    found.set(keyOf(twin(name)), person)
    if (name.kind === 'external_id') person.numbered = true
  }
  return person
}

function meet(under: Name, found: Map<string, Known>, result: Resolved): Known {
  const met = stranger()
  result.met.push({ ...met, under })
  const known = {
    profile_id: met.profile_id,
    customer_id: met.profile_id,
    key: met.key,
    numbered: under.kind === 'seen_external_id',
  }
  found.set(keyOf(under), known)
  return known
}

async function look(db: Db, reads: readonly Read[]): Promise<Map<string, Known>> {
  const found = new Map<string, Known>()
  const asked = new Map<string, Name>()
  for (const { who } of reads)
    for (const name of all(who)) {
      const key = keyOf(name)
      const seen = memory.get(key)
      // A copy: what a batch concludes counts once it is written.
      if (seen?.known) found.has(key) || found.set(key, { ...seen.known })
      else if (!seen) asked.set(key, name)
    }
  if (asked.size === 0) return found
  const tokens = [...asked].map(([key, name]) => ({ key, ...nameToken(name) }))
  const keys = new Map(tokens.map(({ key, kind, token }) => [`${kind} ${token.toString('base64')}`, key]))
  for (const row of await rows<Row>(
    db,
    sql`select kind, token, profile_id, customer_id, wrapped_key, numbered, claimed_by, claimed_at, shared
        from collection.who(${tokens.map(({ kind }) => kind)}, ${tokens.map(({ token }) => token)}::bytea[])`,
  )) {
    const key = keys.get(`${row.kind} ${row.token.toString('base64')}`)
    if (key === undefined) continue
    const { profile_id, customer_id, numbered, claimed_by, claimed_at, shared } = row
    const known: Known = { profile_id, customer_id, numbered, key: unwrap(row.wrapped_key) }
    if (claimed_by && claimed_at) known.claim = { by: claimed_by, at: claimed_at, shared }
    memory.set(key, { known })
    found.set(key, { ...known })
  }
  // That nobody bears a name is remembered too; who does meanwhile is met by `collection.again`.
  for (const key of asked.keys()) if (!found.has(key)) memory.set(key, { known: undefined })
  return found
}

type Row = {
  kind: string
  token: Buffer
  profile_id: string
  customer_id: string
  wrapped_key: Buffer
  numbered: boolean
  claimed_by: string | null
  claimed_at: string | null
  shared: boolean
}

function all({ names, anonymous }: Named): Name[] {
  return [...names.flatMap((name) => [name, twin(name)]), ...(anonymous ? [anonymous] : [])]
}

/** The name as it was seen before anybody registered with it. */
function twin({ kind, value }: Name): Name {
  return { kind: `seen_${kind}` as Name['kind'], value }
}

function keyOf({ kind, value }: Name): string {
  return `${kind} ${value}`
}
