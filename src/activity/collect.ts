/** Takes events from faces, devices and other systems into the log; what they may say is in the catalogue. */
import { Compile, type Validator } from 'typebox/compile'
import { catalogue } from '#activity/catalogue'
import { emitAll, type Happening } from '#activity/emit'
import type { EventType } from '#activity/event-type'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

export type Told = {
  message_id: string
  type: string
  occurred_at: string
  profile_id?: string
  channel?: string
  place_id?: string
  subject_kind?: string
  subject_id?: string
  facts?: Record<string, unknown> | undefined
}
export type Taken = { accepted: number; repeated: number }

const ahead_ms = 5 * 60_000
const week_ms = 7 * 86_400_000
const validators = new Map<string, Validator>()

/** Write a batch of collected events; a message id that is known already counts as repeated. */
export async function collect(tx: Tx, actor: Actor, told: readonly Told[]): Promise<Taken> {
  const person = actor.kind === 'member' || actor.kind === 'visitor'
  const happenings = told.map((item, at): Happening => {
    const field = `events.${at}`
    checkFacts(item, field)
    checkTime(item.occurred_at, `${field}.occurred_at`, person)
    const { message_id, facts, ...what } = item
    if (!person) {
      const profile_id = item.profile_id
      if (!profile_id) return missingProfile(field)
      // A key names its own messages: it can neither repeat nor forestall those of another system.
      return { ...what, profile_id, source: `api:${actor.id}`, message_id, actor, payload: facts }
    }
    if (item.profile_id && item.profile_id !== actor.profile_id)
      refuse('activity.other_profile', 403, '自分の行動だけを送れます。', 'Only your own events can be sent.', {
        field: `${field}.profile_id`,
      })
    const profile_id = actor.profile_id ?? missingProfile(field)
    return {
      ...what,
      profile_id,
      source: 'storefront',
      message_id: `${profile_id}:${message_id}`,
      actor,
      payload: facts,
    }
  })
  const fresh = await emitAll(tx, happenings)
  return { accepted: fresh.size, repeated: happenings.length - fresh.size }
}

/** Refuse an event whose type is not collected or whose facts are not the catalogue's; `field` is where it stands in the body. */
export function checkFacts(item: Pick<Told, 'type' | 'facts'>, field: string): void {
  let validator = validators.get(item.type)
  if (!validator) {
    validator = Compile(collectedType(item.type, field).facts)
    validators.set(item.type, validator)
  }
  const facts = item.facts ?? {}
  if (validator.Check(facts)) return
  const [error] = validator.Errors(facts)
  const at = error?.instancePath.slice(1).replaceAll('/', '.')
  refuse(
    'activity.facts',
    400,
    'イベントの内容に誤りがあります。',
    `The facts of this event are not valid: ${error?.message}.`,
    {
      field: `${field}.facts${at ? `.${at}` : ''}`,
    },
  )
}

function collectedType(name: string, field: string): EventType {
  const type = catalogue[name]
  if (type?.collected) return type
  return refuse(
    'activity.unknown_type',
    400,
    `「${name}」というイベントは受け付けていません。`,
    `Events of type "${name}" are not collected.`,
    { field: `${field}.type`, known: Object.keys(catalogue).filter((known) => catalogue[known]?.collected) },
  )
}

function checkTime(occurred_at: string, field: string, person: boolean): void {
  const at = Date.parse(occurred_at)
  const now = clock.ms()
  if (at > now + ahead_ms || (person && at < now - week_ms))
    refuse('activity.time', 400, '日時が範囲外です。', 'The time is out of range.', { field })
}

function missingProfile(field: string): never {
  return refuse('activity.profile_needed', 400, 'profile_id が必要です。', 'A profile_id is needed.', {
    field: `${field}.profile_id`,
  })
}
