/** Whether events are as the catalogue says. Looked at where the house is built and tested; in a shop nobody waits for it. */
import { Compile, type Validator } from 'typebox/compile'
import { catalogue, factsOf } from '#activity/catalogue'
import { type Db, rows, sql } from '#core/database'

const validators = new Map<string, Validator>()

/** What is wrong with an event of this type with this payload, in words; undefined when nothing is. */
export function faultOf(type: string, payload: Record<string, unknown>): string | undefined {
  const known = catalogue[type]
  if (!known) return `${type} is not in the catalogue`
  let validator = validators.get(type)
  if (!validator) {
    validator = Compile(known.facts)
    validators.set(type, validator)
  }
  const facts = factsOf(type, payload)
  if (validator.Check(facts)) return undefined
  const [error] = validator.Errors(facts)
  return `${type} ${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'}: ${JSON.stringify(facts)}`
}

/** Refuse to write, while testing, what the catalogue does not describe: a bug, not a problem. */
export function needFacts(type: string, payload: Record<string, unknown>): void {
  if (!process.env.ENGAWA_TEST_URL) return
  const fault = faultOf(type, payload)
  if (fault) throw new Error(`event out of the catalogue: ${fault}`)
}

/** Everything in the log that the catalogue does not describe, once a kind. */
export async function strangeEvents(db: Db): Promise<string[]> {
  const all = await rows<{ type: string; payload: Record<string, unknown> }>(
    db,
    sql`select distinct on (type, keys) type, payload
        from (select type, payload, (select array_agg(key order by key) from jsonb_object_keys(payload) key) as keys from activity.event where source not like 'collection:%' or payload->'unplanned' is null) e`,
  )
  return all.flatMap(({ type, payload }) => faultOf(type, payload) ?? [])
}
