/**
 * Consent: what each person agreed to, for which purpose, on which channel, in which words.
 *
 * Always true:
 * - decisions are append-only; `current` is the last decision of each profile, purpose and channel;
 * - silence is no; over the profiles of one customer the most restrictive word counts, and her newest word reaches them all;
 * - a wording in use is never edited: a new text is a new version, effective from a moment, and each decision names the version shown;
 * - a purpose that membership itself needs cannot be refused while she is a member (leaving is another act).
 */
import { emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, only, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { purposes } from './purposes.ts'

export { outgoing } from '#consent/outgoing'
export { addWording, type Purpose, purposes, putPurpose, wordings } from './purposes.ts'
export { seedPurposes } from './seed.ts'

export type Decision = {
  purpose: string
  /** A channel of the purpose, or `all` for each of them. */
  channel: string
  granted: boolean
  /** The version she was shown; the one in force by default. */
  wording_version?: number
}
export type Current = {
  profile_id: string
  purpose: string
  channel: string
  granted: boolean
  decided_at: string
  wording_version: number
}
export type Recorded = Current & {
  decision_id: string
  source: string
  place_id: string | null
  actor_kind: string
  actor_id: string | null
}

/** May we? True only when she said yes for this purpose and channel, and none of her profiles says no. Never cached: withdrawal acts at once. */
export async function may(tx: Db, profile_id: string, purpose: string, channel: string): Promise<boolean> {
  return (await only<{ may: boolean }>(tx, sql`select consent.may(${profile_id}, ${purpose}, ${channel}) as may`)).may
}

/** Which of these people have said yes or no to something. */
export async function decidersAmong(db: Db, profile_ids: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ profile_id: string }>(
    db,
    sql`select distinct profile_id from consent.decision where profile_id = any (${profile_ids}::uuid[])`,
  )
  return new Set(found.map(({ profile_id }) => profile_id))
}

/** Record decisions; refuses (422) an unknown purpose, channel or wording, and a no to what membership needs. */
export async function decide(
  tx: Tx,
  actor: Actor,
  profile_id: string,
  decisions: readonly Decision[],
  source: string,
  place_id?: string | null,
  decided_at: string = clock.iso(),
): Promise<void> {
  const said = await spelledOut(tx, decisions, decided_at)
  await run(
    tx,
    sql`select consent.decide(${profile_id}, ${decided_at}, ${source}, ${place_id ?? null}, ${actor.kind}, ${actor.id},
      ${said.map((one) => one.purpose)}, ${said.map((one) => one.channel)}, ${said.map((one) => one.granted)}::boolean[],
      ${said.map((one) => one.wording_version)}::integer[])`,
  )
  await emitAll(
    tx,
    said.map(({ purpose, channel, granted }) => ({
      type: 'consent.changed',
      profile_id,
      source: 'consent',
      occurred_at: decided_at,
      place_id: place_id ?? null,
      actor,
      payload: { purpose, channel, granted, source },
    })),
  )
}

/** What stands, of every profile given. */
export function current(db: Db, profile_ids: readonly string[]): Promise<Current[]> {
  return rows<Current>(
    db,
    sql`select profile_id, purpose, channel, granted, decided_at, wording_version from consent.current
        where profile_id = any(${profile_ids}::uuid[]) order by purpose, channel, profile_id`,
  )
}

/** Every decision of the profiles given, newest first. */
export function history(
  db: Db,
  profile_ids: readonly string[],
  page: { before?: { decided_at: string; decision_id: string }; limit: number },
): Promise<Recorded[]> {
  const { decided_at, decision_id } = page.before ?? {
    decided_at: 'infinity',
    decision_id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  }
  return rows<Recorded>(
    db,
    sql`select profile_id, purpose, channel, granted, decided_at, wording_version, decision_id, source, place_id, actor_kind, actor_id
        from consent.decision where profile_id = any(${profile_ids}::uuid[]) and (decided_at, decision_id) < (${decided_at}::timestamptz, ${decision_id}::uuid)
        order by decided_at desc, decision_id desc limit ${page.limit}`,
  )
}

async function spelledOut(tx: Tx, decisions: readonly Decision[], at: string): Promise<Required<Decision>[]> {
  const known = new Map((await purposes(tx, at)).map((purpose) => [purpose.purpose, purpose]))
  const said = new Map<string, Required<Decision>>()
  for (const one of decisions) {
    const purpose = known.get(one.purpose)
    if (!purpose) return unknown('purpose', one.purpose)
    const channels = one.channel === 'all' ? purpose.channels : [one.channel]
    if (!channels.every((channel) => purpose.channels.includes(channel))) return unknown('channel', one.channel)
    const latest = purpose.wording?.version
    const wording_version = one.wording_version ?? latest
    if (!latest || !wording_version || wording_version > latest)
      return unknown('wording_version', String(one.wording_version))
    if (purpose.required && !one.granted)
      refuse(
        'consent.required',
        422,
        '会員サービスに必要な同意です。取りやめるには退会の手続きをお願いします。',
        'Membership needs this consent; to withdraw it, leave membership.',
        {
          field: 'granted',
          purpose: one.purpose,
        },
      )
    // The last word on a channel counts when one request says two.
    for (const channel of channels)
      said.set(`${one.purpose} ${channel}`, { purpose: one.purpose, channel, granted: one.granted, wording_version })
  }
  return [...said.values()]
}

function unknown(field: string, value: string): never {
  return refuse(
    'consent.unknown',
    422,
    '同意の項目が正しくありません。',
    'There is no such purpose, channel or wording.',
    { field, value },
  )
}
