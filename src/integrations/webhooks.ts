/** Webhooks: who wants to be told of which events, at what address, signed with which secret. */
import { randomBytes } from 'node:crypto'
import { catalogue, emit, knowsPeople } from '#activity/activity'
import { type Objection, readUrl } from '#channels/web/addresses'
import type { Actor } from '#core/actor'
import { type Db, one, only, rows, run, sql, type Tx } from '#core/database'
import { id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { loopback } from './loopback.ts'

/** How long both secrets sign after a rotation. */
export const both_ms = 24 * 3_600_000

export type Webhook = {
  webhook_id: string
  external_id: string | null
  url: string
  types: string[]
  description: string
  enabled: boolean
  disabled_reason: 'asked' | 'gone' | 'failing' | null
  disabled_at: string | null
  include_profile: boolean
  place_ids: string[] | null
  failing_since: string | null
  former_secret_until: string | null
  version: number
  created_at: string
}
export type WebhookInput = {
  url: string
  types: string[]
  description?: string
  enabled?: boolean
  include_profile?: boolean
}

const columns = sql`webhook_id, external_id, url, types, description, enabled, disabled_reason, disabled_at, include_profile,
  place_ids, failing_since, former_until as former_secret_until, version, created_at`

/** Webhooks by the time they were made. */
export function webhooks(db: Db): Promise<Webhook[]> {
  return rows<Webhook>(db, sql`select ${columns} from integrations.webhook order by created_at, webhook_id`)
}

/** One webhook by our id or `ext:` and the retailer's own. */
export async function webhook(db: Db, key: string): Promise<Webhook> {
  return (
    (await one<Webhook>(db, sql`select ${columns} from integrations.webhook where ${is(key)}`)) ??
    refuse('integrations.no_webhook', 404, 'このWebhookはありません。', 'There is no such webhook.', {
      field: 'webhook_id',
    })
  )
}

function is(key: string) {
  return key.startsWith('ext:') ? sql`external_id = ${key.slice(4)}` : sql`webhook_id = ${key}`
}

/** Make a webhook; its secret is told this once. */
export async function makeWebhook(
  tx: Tx,
  actor: Actor,
  input: WebhookInput,
  external_id: string | null = null,
): Promise<Webhook & { secret: string }> {
  check(actor, input)
  const secret = newSecret()
  const now = clock.iso()
  const enabled = input.enabled ?? true
  const made = await only<Webhook>(
    tx,
    sql`insert into integrations.webhook (webhook_id, external_id, url, types, description, enabled, disabled_reason,
          include_profile, place_ids, sealed_secret, catch_up_from, created_at, created_by)
        values (${id()}, ${external_id}, ${input.url}, ${input.types}, ${input.description ?? ''}, ${enabled},
          ${enabled ? null : 'asked'}, ${input.include_profile ?? false}, ${actor.place_ids ?? null}::uuid[],
          ${sealAnswer(secret)}, ${enabled ? now : null}, ${now}, ${`${actor.kind}:${actor.id}`})
        returning ${columns}`,
  )
  return { ...made, secret }
}

/** Change a webhook; switched on again, it goes on where it stood. Refuses (412) when it is not the version that was seen. */
export async function changeWebhook(
  tx: Tx,
  actor: Actor,
  key: string,
  change: Partial<WebhookInput>,
  seen?: number,
): Promise<Webhook> {
  const before = await webhook(tx, key)
  if (seen !== undefined && seen !== before.version) changedMeanwhile()
  const input = { ...before, ...change }
  check(actor, input)
  // What is wanted from now on may be unknown to other processes for a moment.
  const catch_up = input.enabled && (!before.enabled || input.types.some((type) => !before.types.includes(type)))
  const disabled = input.enabled ? null : (before.disabled_reason ?? 'asked')
  return only<Webhook>(
    tx,
    sql`update integrations.webhook set url = ${input.url}, types = ${input.types}, description = ${input.description},
          enabled = ${input.enabled}, include_profile = ${input.include_profile}, disabled_reason = ${disabled},
          disabled_at = ${input.enabled ? null : (before.disabled_at ?? clock.iso())},
          failing_since = case when ${input.enabled} and not enabled then null else failing_since end,
          catch_up_from = case when ${catch_up} then ${clock.iso()}::timestamptz else catch_up_from end, version = version + 1
        where webhook_id = ${before.webhook_id} returning ${columns}`,
  )
}

/** Make the webhook of this external id, or change it. The secret is told when it is made. */
export async function putWebhook(
  tx: Tx,
  actor: Actor,
  external_id: string,
  input: WebhookInput,
): Promise<Webhook & { secret?: string }> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended('integrations.webhook' || ${external_id}, 0))`)
  const known = await one(tx, sql`select from integrations.webhook where external_id = ${external_id}`)
  if (known) return changeWebhook(tx, actor, `ext:${external_id}`, input)
  return makeWebhook(tx, actor, input, external_id)
}

/** Forget a webhook with all its deliveries. */
export async function dropWebhook(tx: Tx, key: string): Promise<void> {
  const { webhook_id } = await webhook(tx, key)
  await run(tx, sql`delete from integrations.attempt where webhook_id = ${webhook_id}`)
  await run(tx, sql`delete from integrations.delivery where webhook_id = ${webhook_id}`)
  await run(tx, sql`delete from integrations.webhook where webhook_id = ${webhook_id}`)
}

/** A new secret, told this once; the former one signs beside it for a day. */
export async function rotateSecret(tx: Tx, key: string): Promise<Webhook & { secret: string }> {
  const { webhook_id } = await webhook(tx, key)
  const secret = newSecret()
  const until = new Date(clock.ms() + both_ms).toISOString()
  const changed = await only<Webhook>(
    tx,
    sql`update integrations.webhook set sealed_former_secret = sealed_secret, former_until = ${until},
          sealed_secret = ${sealAnswer(secret)}, version = version + 1
        where webhook_id = ${webhook_id} returning ${columns}`,
  )
  return { ...changed, secret }
}

/** The secrets that sign now, the newest first. */
export function secretsOf(kept: {
  sealed_secret: Buffer
  sealed_former_secret: Buffer | null
  former_until: string | null
}): string[] {
  const former = kept.sealed_former_secret
  const both = former && kept.former_until && kept.former_until > clock.iso()
  return [kept.sealed_secret, ...(both ? [former] : [])].map(unsealAnswer)
}

/** Stop sending: the receiver is gone, or has failed for days. Whoever watches the timeline is told. */
export async function disable(tx: Tx, webhook_id: string, reason: 'gone' | 'failing'): Promise<void> {
  const touched = await run(
    tx,
    sql`update integrations.webhook set enabled = false, disabled_reason = ${reason}, disabled_at = ${clock.iso()}, version = version + 1
        where webhook_id = ${webhook_id} and enabled`,
  )
  if (!touched) return
  await emit(tx, {
    type: 'webhook.disabled',
    profile_id: noOne,
    source: 'integrations',
    subject_kind: 'webhook',
    subject_id: webhook_id,
    payload: { reason },
  })
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

const why: Record<Objection, [ja: string, en: string]> = {
  unreadable: ['URLとして読み取れません。', 'This cannot be read as a URL.'],
  scheme: ['https:// のURLにしてください。', 'Give an https:// URL.'],
  credentials: ['URLにユーザー名やパスワードを入れないでください。', 'Leave user names and passwords out of the URL.'],
  port: ['ポートは 443 か 8443 にしてください。', 'Use port 443 or 8443.'],
  host: ['公開された名前のホストにしてください。', 'The host must have a public name.'],
  address: ['公開されたアドレスにしてください。', 'The address must be a public one.'],
}

function check(actor: Actor, { url, types, include_profile }: WebhookInput): void {
  const found = readUrl(url, { loopback: loopback() })
  if (typeof found === 'string') {
    const [ja, en] = why[found]
    refuse('integrations.webhook_url', 400, `通知先のURLが使えません。${ja}`, `This URL cannot be used. ${en}`, {
      field: 'url',
      reason: found,
    })
  }
  const strange = types.find((type) => type !== '*' && !catalogue[type])
  if (strange !== undefined)
    refuse(
      'integrations.webhook_type',
      400,
      `「${strange}」というイベントはありません。`,
      `There is no event "${strange}".`,
      { field: 'types' },
    )
  if (include_profile && !knowsPeople(actor))
    refuse(
      'integrations.webhook_people',
      403,
      '会員のIDを含めるには customers.read の権限が必要です。',
      'To be told whom an event is about, a key needs customers.read.',
      { field: 'include_profile' },
    )
}
