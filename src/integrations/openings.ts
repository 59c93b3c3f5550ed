/** Points: each row is what somebody held in another system, by her number there or her card. An opening entry of the ledger. */
import type { Db } from '#core/database'
import { addDays, instant } from '#core/time'
import { findMany } from '#customers/customers'
import { fault } from '#integrations/faults'
import { type Context, type Effects, saltOf } from '#integrations/job-context'
import { keyOf } from '#integrations/keys'
import { type Mapped, mapper } from '#integrations/mapped'
import { brought } from '#integrations/origin'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked } from '#integrations/run'
import { openBalances } from '#loyalty/loyalty'

type Ready = Mapped & { profile_id: string }

/** The job of importing opening balances; the same balance of the same source is brought once. */
export async function openingJob(context: Context<'points'>): Promise<Job<Mapped, Ready> & { effects: Effects }> {
  const { plan, actor, read, import_id } = context
  const { columns, map } = mapper(plan)
  const effects = { openings: 0 } satisfies Effects
  return {
    ...(await inRows(() => read(columns), map, 500)),
    retries: true,
    effects,
    look: (db, units) => look(db, plan.source, units),
    async write(tx, rows) {
      const openings = await openBalances(
        tx,
        actor,
        rows.map(({ profile_id, values }) => ({
          profile_id,
          amount: Number(values.points),
          source: saltOf(context),
          ...(values.expires_on !== undefined && {
            // Good through its last day.
            expires_at: instant(addDays(String(values.expires_on), 1), '00:00', plan.zone).toISOString(),
          }),
        })),
      )
      await brought(tx, import_id, 'opening', openings)
      tx.afterCommit(() => {
        effects.openings += openings.length
      })
      return { written: openings.length, repeated: rows.length - openings.length, refused: [] }
    },
  }
}

async function look(db: Db, source: string, units: readonly Mapped[]): Promise<Looked<Ready>> {
  const key = ({ values: { customer } }: Mapped) => (customer === undefined ? [] : [keyOf(source, String(customer))])
  const card = ({ values }: Mapped) => (values.card === undefined ? [] : [String(values.card)])
  const byNumber = await findMany(db, 'external', units.flatMap(key))
  const byCard = await findMany(db, 'card', units.flatMap(card))
  const looked: Looked<Ready> = { fresh: [], repeated: 0, refused: [] }
  const here = new Set<string>()
  for (const unit of units) {
    const profile_id = key(unit).map((one) => byNumber.get(one))[0] ?? card(unit).map((one) => byCard.get(one))[0]
    const points = Number(unit.values.points)
    const field = unit.values.customer === undefined ? 'card' : 'customer'
    if (!profile_id) looked.refused.push({ row: unit.row, fault: fault(field, 'unknown_customer') })
    else if (points < 0) looked.refused.push({ row: unit.row, fault: fault('points', 'negative') })
    else if (here.has(profile_id)) looked.refused.push({ row: unit.row, fault: fault(field, 'twice_here') })
    else if (points === 0) looked.repeated += 1
    else looked.fresh.push({ ...unit, profile_id })
    if (profile_id) here.add(profile_id)
  }
  return looked
}
