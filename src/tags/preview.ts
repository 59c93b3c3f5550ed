/** What a rule would mean before it is one: which products bear a sign, and who for instance would bear the tag. */
import { auditAll } from '#access/access'
import type { Actor } from '#core/actor'
import { rows, sql, type Tx } from '#core/database'
import { clock } from '#core/time'
import { openAll } from '#customers/customers'
import { faded, holds, signOf, strengthOf } from '#tags/decide'
import { doingsOf, goods } from '#tags/evidence'
import { type Rule, sensible } from '#tags/rule'

const products_shown = 30
const people_looked_at = 200
const people_shown = 5

/** Try a rule on the goods and on the newest customers; names are hidden but for their first letters, and the look goes on record. */
export async function preview(tx: Tx, actor: Actor, rule: Rule) {
  sensible(rule)
  const all = [...(await goods(tx, 'all'))]
  const bearing = all.flatMap(([product_id, good]) => {
    const sign = signOf(rule, good)
    return sign ? [{ product_id, name: good.name, sign: { is: sign.is, text: sign.text }, weight: sign.weight }] : []
  })
  const heaviest = bearing.toSorted((a, b) => b.weight - a.weight)
  return {
    products: { bearing: bearing.length, of: all.length, items: heaviest.slice(0, products_shown) },
    people: await people(tx, actor, rule),
  }
}

async function people(tx: Tx, actor: Actor, rule: Rule) {
  const looked_at = await rows<{ customer_id: string }>(
    tx,
    sql`select customer_id from (
          select f.customer_id, max(c.decided_at) as said_at from consent.standing c join customers.facts f using (profile_id)
          where c.purpose = 'personalise' and c.granted and f.erased_at is null group by 1) s
        order by said_at desc, customer_id limit ${people_looked_at}`,
  )
  const now = clock.iso()
  const doings = await doingsOf(
    tx,
    looked_at.map(({ customer_id }) => customer_id),
    now,
  )
  const bearing = [...doings].flatMap(([customer_id, { health, deeds }]) => {
    const held = rule.sensitive && !health ? undefined : holds(rule, deeds, Date.parse(now))
    return held ? [{ customer_id, held }] : []
  })
  // What tells of health is counted, and shown of nobody.
  const shown = rule.sensitive ? [] : bearing.slice(0, people_shown)
  const ids = shown.map(({ customer_id }) => customer_id)
  const names = new Map((await openAll(tx, ids)).map((person) => [person.profile_id, person]))
  await auditAll(tx, actor, 'tags.previewed', ids)
  return {
    bearing: bearing.length,
    of: doings.size,
    items: shown.map(({ customer_id, held: { since, reach, reached_at, evidence } }) => {
      const person = names.get(customer_id)
      const at = new Date(reached_at).toISOString()
      return {
        customer_id,
        name: hidden(person?.family_name, person?.given_name),
        strength: strengthOf(faded({ reach, reached_at: at, half_life_days: rule.half_life_days }, Date.parse(now))),
        since: new Date(since).toISOString(),
        evidence: evidence.map((one) => one),
      }
    }),
  }
}

function hidden(...names: (string | null | undefined)[]): string | null {
  const known = names.flatMap((name) => (name ? [`${[...name][0]}○`] : []))
  return known.join(' ') || null
}
