/** How the catalogue describes a type of event. */
import Type, { type TObject, type TProperties, type TSchema } from 'typebox'
import type { Message } from '#core/problem'

export type EventType = { name: Message; collected: boolean; since: string; facts: TObject }

export const id = Type.String({ format: 'uuid' })
export const yen = Type.Integer()
export const count = Type.Integer({ minimum: 0 })
export const word = Type.String({ pattern: '^[a-z0-9_.:-]{1,60}$' })
export const text = Type.String({ maxLength: 200 })

export function orNull(schema: TSchema): TSchema {
  return Type.Union([schema, Type.Null()])
}
/** A fact of the house's own. */
export function own(ja: string, en: string, facts: TProperties = {}, since = '0.1.0'): EventType {
  return {
    name: { ja, en },
    collected: false,
    since,
    facts: Type.Object(someOrNone(facts), { additionalProperties: false }),
  }
}
/** What faces, devices and other systems tell. */
export function collected(ja: string, en: string, facts: TProperties = {}, since = '0.1.0'): EventType {
  return { name: { ja, en }, collected: true, since, facts: Type.Object(some(facts), { additionalProperties: false }) }
}
/** What we tell ourselves may also be null: known not to be. */
function someOrNone(facts: TProperties): TProperties {
  return some(Object.fromEntries(Object.entries(facts).map(([key, schema]) => [key, orNull(schema)])))
}
/** Facts may all be missing: an older event carries fewer. */
export function some(facts: TProperties): TProperties {
  return Object.fromEntries(Object.entries(facts).map(([key, schema]) => [key, Type.Optional(schema)]))
}
