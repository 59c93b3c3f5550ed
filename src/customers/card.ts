import { createHmac } from 'node:crypto'
import { audit } from '#access/access'
import type { Actor } from '#core/actor'
import { type Db, one, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import type { DataKey } from '#core/secret'
import { clock } from '#core/time'
import * as code from '#pricing/memberCode'
import { find } from './identifiers.ts'
import { keyOf } from './keys.ts'
import { customerOf } from './profiles.ts'
import { token } from './tokens.ts'

const step_ms = 30_000
const codes_ahead = 10
const scan_life_ms = 10 * 60_000

export type Card = {
  handle: string
  /** Keyed-hash key of this card, base64url: with it the card works with no network. */
  key: string
  step_seconds: number
  codes: { code: string; from: string; until: string }[]
}
export type Scan = {
  scan_id: string
  kind: 'qr' | 'member_number' | 'card' | 'pin'
  profile_id: string
  customer_id: string
  may_spend: boolean
}

/** The opaque name on a card: derived from the profile's key, so it dies with it. */
export function handleOf(data_key: DataKey): string {
  return createHmac('sha256', data_key).update('card handle').digest('base64url').slice(0, 16)
}
// Not the data key itself: a phone may hold this one.
function cardKey(data_key: DataKey): Buffer {
  return createHmac('sha256', data_key).update('card key').digest()
}
function macUnder(key: Buffer): code.Mac {
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 16)
}

/** A member's rotating card: the next five minutes of codes, and the key with which her phone makes the later ones. */
export async function cardOf(tx: Tx, profile_id: string): Promise<Card> {
  const data_key = await keyOf(tx, profile_id)
  const key = cardKey(data_key)
  const handle = handleOf(data_key)
  const first = code.stepAt(clock.ms())
  const codes = Array.from({ length: codes_ahead }, (_, at) => ({
    code: code.compose(handle, first + at, macUnder(key)),
    from: new Date((first + at) * step_ms).toISOString(),
    until: new Date((first + at + 1) * step_ms).toISOString(),
  }))
  return { handle, key: key.toString('base64url'), step_seconds: step_ms / 1000, codes }
}

/**
 * Read what a member shows: the rotating QR (may spend; each step once), her bar code or a card (identify and earn only).
 * Refuses 404 unknown, 410 an old QR, 409 one already used. Audited.
 */
export async function scan(tx: Tx, actor: Actor, shown: string): Promise<Scan> {
  const read = code.isMemberCode(shown) ? await readQr(tx, shown) : await readStatic(tx, shown)
  const read_as = await writeScan(tx, actor, read)
  await audit(tx, actor, 'customers.scanned', read.profile_id, { kind: read.kind })
  return read_as
}

/** Note that a member was identified here and now; by a rotating code or her PIN, so that she may spend. */
export async function writeScan(tx: Tx, actor: Actor, read: Pick<Scan, 'profile_id' | 'kind'>): Promise<Scan> {
  const { profile_id, kind } = read
  const scan_id = id()
  const may_spend = kind === 'qr' || kind === 'pin'
  await run(
    tx,
    sql`insert into customers.scan (profile_id, scan_id, kind, may_spend, actor_kind, actor_id, place_id, scanned_at)
        values (${profile_id}, ${scan_id}, ${kind}, ${may_spend}, ${actor.kind}, ${actor.id}, ${actor.place_id ?? null}, ${clock.iso()})`,
  )
  return { scan_id, profile_id, kind, customer_id: await customerOf(tx, profile_id), may_spend }
}

/**
 * Whether this scan of one of these profiles lets points be spent now: a rotating code (or a card and its PIN), read within
 * ten minutes in the shop that sells (or, by one who stands in no shop, by herself). A scan of another shop pays nothing here.
 */
export async function spendingScan(
  tx: Tx,
  profile_ids: readonly string[],
  scan_id: string,
  at: { actor: Actor; place_id: string },
): Promise<boolean> {
  return (await scanOf(tx, profile_ids, scan_id, at))?.may_spend === true
}

/** Whether this scan of one of these profiles is of here and now, whatever was shown. */
export async function shownScan(
  tx: Tx,
  profile_ids: readonly string[],
  scan_id: string,
  actor: Actor,
): Promise<boolean> {
  return (await scanOf(tx, profile_ids, scan_id, { actor, place_id: actor.place_id ?? null })) !== undefined
}

function scanOf(
  tx: Tx,
  profile_ids: readonly string[],
  scan_id: string,
  { actor, place_id }: { actor: Actor; place_id: string | null },
): Promise<{ may_spend: boolean } | undefined> {
  const since = new Date(clock.ms() - scan_life_ms).toISOString()
  return one<{ may_spend: boolean }>(
    tx,
    sql`select may_spend from customers.scan where profile_id = any(${profile_ids}::uuid[]) and scan_id = ${scan_id} and scanned_at > ${since}
          and actor_kind = ${actor.kind} and (place_id = ${place_id} or (place_id is null and actor_id = ${actor.id}))`,
  )
}

async function readQr(tx: Tx, shown: string): Promise<{ profile_id: string; kind: 'qr' }> {
  const read = code.parse(shown)
  const profile_id = await find(tx, 'handle', read.handle)
  if (!profile_id || !code.isGenuine(read, macUnder(cardKey(await keyOf(tx, profile_id))))) return unknown()
  if (!code.isFresh(read, clock.ms()))
    return refuse(
      'customers.code_old',
      410,
      '会員証のQRコードが古くなっています。画面を更新してもらってください。',
      'This QR code is old; ask for a fresh one.',
      { field: 'code' },
    )
  const used = await run(
    tx,
    sql`insert into customers.card_step (handle_token, step, used_at)
        values (${token('handle', read.handle).token}, ${read.step}, ${clock.iso()}) on conflict do nothing`,
  )
  if (!used)
    return refuse(
      'customers.code_used',
      409,
      'このQRコードは読み取り済みです。次のコードに変わるまでお待ちください。',
      'This QR code was already read; wait for the next one.',
      { field: 'code' },
    )
  return { profile_id, kind: 'qr' }
}

async function readStatic(tx: Tx, shown: string): Promise<{ profile_id: string; kind: 'member_number' | 'card' }> {
  const member = code.memberNumber(shown) === undefined ? undefined : await find(tx, 'member_number', shown)
  if (member) return { profile_id: member, kind: 'member_number' }
  const holder = await find(tx, 'card', shown)
  return holder ? { profile_id: holder, kind: 'card' } : unknown()
}

/** Forget codes used an hour ago: they are long stale. */
export async function tick(db: Db, now: string): Promise<number> {
  return run(db, sql`delete from customers.card_step where used_at < ${now}::timestamptz - interval '1 hour'`)
}

function unknown(): never {
  return refuse('customers.card_unknown', 404, 'この会員証は見つかりません。', 'There is no such member card.', {
    field: 'code',
  })
}
