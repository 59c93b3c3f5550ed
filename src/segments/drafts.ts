/** What a rule would mean before it is one: how many, and who for instance. */
import { auditAll } from '#access/access'
import type { Actor } from '#core/actor'
import { only, rows, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import type { Message } from '#core/problem'
import { clock } from '#core/time'
import { openAll } from '#customers/customers'
import { compile, type Either, leavesOf, passing } from '#segments/compile'
import { plain, standing } from '#segments/definitions'
import { sensible } from '#segments/rule'
import type { Draft } from '#segments/shapes'
import { needTags } from '#segments/tagged'
import { inWords } from '#segments/words'

async function written(tx: Tx, { who = 'members', rule }: Draft) {
  sensible(rule)
  await needTags(tx, rule)
  return plain({ segment_id: noOne, version: 0, who, rule }, await standing(tx))
}

/** How many meet the rule just now, and how many are left after each of its clauses; all in one reading. */
export async function count(tx: Tx, draft: Draft) {
  const whole = await written(tx, draft)
  const clauses = whole.all.length + whole.except.length
  const steps = Array.from({ length: clauses + 1 }, (_, at) => ({
    ...whole,
    version: at,
    all: whole.all.slice(0, at),
    except: whole.except.slice(0, Math.max(0, at - whole.all.length)),
  }))
  const { left } = await only<{ left: number[] }>(
    tx,
    passing(sql`select array_agg(coalesce(c.people, 0) order by step) as left from generate_series(0, ${clauses}::integer) step
        left join (select v.version, count(*) as people from (${compile(steps, 'everyone', clock.iso())}) v where v.member group by v.version) c
          on c.version = step`),
  )
  const words = await inClauses(tx, [...whole.all, ...whole.except])
  return {
    everyone: left[0] ?? 0,
    members: left.at(-1) ?? 0,
    steps: words.map((clause, at) => ({ clause, left: left[at + 1] ?? 0 })),
  }
}

async function inClauses(tx: Tx, clauses: readonly Either[]): Promise<Message[]> {
  const leaves = clauses.map((either) => leavesOf({ all: [either], except: [] }))
  const words = await inWords(tx, leaves.flat())
  return leaves.map((mine) => {
    const said = words.splice(0, mine.length)
    return { ja: said.map(({ ja }) => ja).join('・'), en: said.map(({ en }) => en).join(', ') }
  })
}

const shown = 5

/** A few who meet the rule just now, their names hidden but for the first letters; the look goes on record. */
export async function sample(tx: Tx, actor: Actor, draft: Draft) {
  const whole = await written(tx, draft)
  const found = await rows<{ profile_id: string; why: (number | boolean | string | null)[] }>(
    tx,
    passing(sql`select v.profile_id, v.why from (${compile([whole], 'everyone', clock.iso())}) v where v.member
        order by hashtextextended(v.profile_id::text, 0) limit ${shown}`),
  )
  const ids = found.map(({ profile_id }) => profile_id)
  const people = new Map((await openAll(tx, ids)).map((person) => [person.profile_id, person]))
  await auditAll(tx, actor, 'segments.sampled', ids)
  return {
    conditions: await inWords(tx, leavesOf(whole)),
    items: found.map(({ profile_id, why }) => {
      const person = people.get(profile_id)
      return { customer_id: profile_id, name: hidden(person?.family_name, person?.given_name), why }
    }),
  }
}

function hidden(...names: (string | null | undefined)[]): string | null {
  const known = names.flatMap((name) => (name ? [`${[...name][0]}○`] : []))
  return known.join(' ') || null
}
