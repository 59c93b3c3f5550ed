/** Reads one item of the Segment HTTP Tracking API: what happened, when, to whom; or why it cannot be said. Pure. */
import { hashId, id, sha256 } from '#core/id'
import { Problem } from '#core/problem'
import { needStorable } from '#core/storable'
import { channelOf } from './channel.ts'
import { mapped } from './mapping.ts'
import { type Named, namesOf } from './names.ts'
import { type Facts, openFactsOf } from './open-facts.ts'
import type { Source } from './sources.ts'

export const kinds = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const
export type Kind = (typeof kinds)[number]
export type Item = Record<string, unknown>

/** An item that can be written. */
export type Read = {
  event_id: string
  kind: Kind
  type: string
  source: Source
  occurred_at: string
  received_at: string
  channel: string
  place_id: string | null
  who: Named
  facts: Facts
  traits: Item | undefined
  /** The whole of it as JSON, to be sealed. */
  text: string
  /** A receipt: a repeat is one for ever. */
  lasting: boolean
}
/** An item that cannot, and why. */
export type Fault = {
  fault: true
  item_id: string
  source: Source
  reason: string
  field: string
  event: string | null
  text: string
  received_at: string
}
/** `message_id`: what an item without one is known by; a replay must not tell it twice. */
export type Circumstances = { source: Source; received_at: string; message_id?: string }

const longest_message_id = 100
const longest_name = 200
const deepest_kept = 64
const minute_ms = 60_000
const earliest = Date.UTC(2000, 0, 1)
const names: Readonly<Record<Exclude<Kind, 'track'>, string>> = {
  identify: 'Identified',
  page: 'Page Viewed',
  screen: 'Screen Viewed',
  group: 'Group Identified',
  alias: 'Alias Told',
}

/** Read an item as its source maps it. What is wrong with it is a fault, never an exception. */
export function read(given: unknown, circumstances: Circumstances): Read | Fault {
  const { source, received_at } = circumstances
  const fault = (reason: string, field: string): Fault => ({
    fault: true,
    item_id: hashId('held', source.source_id, keyOf(given)),
    source,
    reason,
    field,
    event: isObject(given) && typeof given.event === 'string' ? keepable(given.event.slice(0, 200)) : null,
    text: written(given),
    received_at,
  })
  if (!isObject(given)) return fault('not_an_object', 'item')
  try {
    needStorable(given, 'item')
  } catch (error) {
    if (error instanceof Problem) return fault('unreadable', fieldOf(error.detail.field))
    throw error
  }
  const item = mapped(given, source.mapping)
  const kind = kinds.find((one) => one === item.type)
  if (!kind) return fault('unknown_type', 'type')
  const message_id = item.messageId
  if (
    message_id !== undefined &&
    message_id !== null &&
    !(typeof message_id === 'string' && message_id !== '' && message_id.length <= longest_message_id)
  )
    return fault('message_id', 'messageId')
  for (const field of ['properties', 'traits', 'context', 'integrations'])
    if (item[field] !== undefined && item[field] !== null && !isObject(item[field]))
      return fault('not_an_object', field)
  const type = kind === 'track' ? item.event : names[kind]
  if (typeof type !== 'string' || type.trim() === '' || type.length > longest_name) return fault('no_event', 'event')
  if (kind === 'group' && !isId(item.groupId)) return fault('no_group', 'groupId')
  if (kind === 'alias' && !isId(item.previousId)) return fault('no_previous', 'previousId')
  const properties = (item.properties ?? {}) as Item
  const context = (item.context ?? {}) as Item
  if (type === 'Segment Consent Preference Updated' && !isObject(preferences(context)))
    return fault('no_consent', 'context.consent')
  const who = namesOf(item, source.kind)
  // Segment asks every item for one of them; a till or a sensor may tell of nobody.
  if (who.names.length === 0 && !who.anonymous && !speaksOfNobody(source)) return fault('no_identity', 'userId')
  const occurred = timeOf(item, received_at)
  if (occurred === undefined) return fault('time', 'timestamp')
  const facts = openFactsOf(type, properties, source.plan)
  const refused = Object.entries(preferences(context) ?? {}).flatMap(([name, yes]) =>
    yes === false && /^[\w .:-]{1,60}$/.test(name) ? [name] : [],
  )
  const { writeKey: _, ...told } = item
  return {
    event_id: hashId(
      `collection:${source.source_id}`,
      typeof message_id === 'string' ? message_id : (circumstances.message_id ?? id()),
    ),
    kind,
    type,
    source,
    occurred_at: occurred,
    received_at,
    channel: channelOf(source, properties),
    place_id: source.place_id ?? source.placeOf(properties.store_id),
    who,
    facts: refused.length ? { ...facts, refused: refused.slice(0, 50) } : facts,
    traits: kind === 'identify' && isObject(item.traits) ? item.traits : undefined,
    text: JSON.stringify({
      ...told,
      type: kind,
      originalTimestamp: item.originalTimestamp ?? item.timestamp,
      timestamp: occurred,
      receivedAt: received_at,
    }),
    lasting: source.kind === 'pos' || properties.receipt_no !== undefined,
  }
}

/**
 * When it happened by our clock: received − (sent − said), as Segment reckons, so a wrong clock of a phone does no harm. Under a
 * minute the difference is the way here, not the clock.
 */
function timeOf(item: Item, received_at: string): string | undefined {
  const said = item.originalTimestamp ?? item.timestamp
  const received = Date.parse(received_at)
  if (said === undefined || said === null) return received_at
  const at = instant(said)
  if (at === undefined) return undefined
  const sent = instant(item.sentAt)
  const skew = sent === undefined ? 0 : received - sent
  const right = Math.abs(skew) < minute_ms ? at : at + skew
  // What lies ahead of us was told by a clock nobody can set right.
  const kept = Math.min(right, received)
  return kept < earliest ? undefined : new Date(kept).toISOString()
}

function instant(value: unknown): number | undefined {
  const at =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
      ? Date.parse(value)
      : typeof value === 'number'
        ? value
        : Number.NaN
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? at : undefined
}

function preferences(context: Item): Item | undefined {
  const consent = context.consent
  const found = isObject(consent) ? consent.categoryPreferences : undefined
  return isObject(found) ? found : undefined
}

function speaksOfNobody({ kind }: Source): boolean {
  return kind === 'pos' || kind === 'iot' || kind === 'shared'
}

// What could not be read may be so for its very name: half a character, or NUL.
function keepable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd')
}

function keyOf(item: unknown): string {
  if (isObject(item) && typeof item.messageId === 'string') return item.messageId
  return sha256(written(item)).toString('hex')
}

/** An item as JSON. JSON can be read at any depth but not written at any: what lies too deep is left out. */
export function written(item: unknown): string {
  try {
    return JSON.stringify(item) ?? 'null'
  } catch (error) {
    if (error instanceof RangeError) return JSON.stringify(upTo(deepest_kept, item))
    throw error
  }
}

function upTo(depth: number, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.map((inner) => upTo(depth - 1, inner))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, upTo(depth - 1, inner)]))
}

function fieldOf(field: unknown): string {
  return typeof field === 'string' && /^[\w.-]{1,100}$/.test(field) ? field : 'item'
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

export function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isFault(found: Read | Fault): found is Fault {
  return 'fault' in found
}
