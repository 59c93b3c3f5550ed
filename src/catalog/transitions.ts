import { emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import type { Transition } from '#pricing/supply'

const cache = kept<Promise<Transition[]>>({ ttl_ms: 1_000, max: 1 })

/** Every transitional rule there is, in the shape `pricing` computes with. Cached for a second. */
export function transitions(db: Db): Promise<Transition[]> {
  const known = cache.get('transitions')
  if (known) return known
  const found = rows<Transition>(
    db,
    sql`select tax_category as category, supply_mode, changes_on, ordered_from, supplied_before from catalog.tax_transition
        order by changes_on, tax_category, supply_mode`,
  )
  cache.set('transitions', found)
  found.catch(forget)
  return found
}

function forget(): void {
  cache.clear()
}

/** Write transitional rules; one for the same category, mode and change is replaced. */
export async function putTransitions(tx: Tx, actor: Actor, list: readonly Transition[]): Promise<void> {
  const said = list.map(({ category, supply_mode, changes_on }) => `${category} ${supply_mode} ${changes_on}`)
  const twice = said.findIndex((key, at) => said.indexOf(key) < at)
  if (twice >= 0)
    refuse('catalog.tax_rule', 422, '同じ行が二つあります。', 'The same row is given twice.', {
      field: `transitions.${twice}`,
    })
  await run(
    tx,
    sql`insert into catalog.tax_transition (tax_category, supply_mode, changes_on, ordered_from, supplied_before)
        select category, supply_mode, changes_on, ordered_from, supplied_before from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as r(category text, supply_mode text, changes_on date, ordered_from date, supplied_before date)
        on conflict (tax_category, supply_mode, changes_on) do update
          set ordered_from = excluded.ordered_from, supplied_before = excluded.supplied_before`,
  )
  forget()
  tx.afterCommit(forget)
  await emitAll(
    tx,
    list.map((rule) => ({
      type: 'catalog.tax_transition_set',
      profile_id: noOne,
      source: 'catalog',
      actor,
      payload: { ...rule },
    })),
  )
}
