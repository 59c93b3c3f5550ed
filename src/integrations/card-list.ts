/** Cards: those of an old shop with the PIN printed on them, and the points on them; linked later by whoever knows the PIN. */
import type { Db } from '#core/database'
import { findMany } from '#customers/customers'
import { fault } from '#integrations/faults'
import { type Context, type Effects, saltOf } from '#integrations/job-context'
import { keyOf } from '#integrations/keys'
import { type Mapped, mapper } from '#integrations/mapped'
import { addOldCards, type CardRow } from '#integrations/old-cards'
import { brought } from '#integrations/origin'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked, Written } from '#integrations/run'

/** The job of importing cards; a card that is there stays as it is. */
export async function cardJob(context: Context<'cards'>): Promise<Job<Mapped, Mapped> & { effects: Effects }> {
  const { plan, actor, read, import_id } = context
  const { columns, map } = mapper(plan)
  const effects = { cards: 0 } satisfies Effects
  return {
    ...(await inRows(() => read(columns), map, 100)),
    retries: true,
    effects,
    look: (db, units) => look(db, units),
    async write(tx, rows) {
      const outcome: Written = { written: 0, repeated: 0, refused: [] }
      const done = await addOldCards(
        tx,
        actor,
        saltOf(context),
        rows.map((unit) => cardOf(plan.source, unit)),
      )
      for (const { row: at, outcome: what, field, said } of done) {
        const { row } = rows[at] as Mapped
        if (what === 'added') outcome.written += 1
        else if (what === 'known') outcome.repeated += 1
        else outcome.refused.push({ row, fault: { ...fault(field ?? 'row', 'refused'), ...(said && { said }) } })
      }
      const added = done.flatMap((one) =>
        one.profile_id ? { profile_id: one.profile_id, subject_id: one.profile_id } : [],
      )
      await brought(tx, import_id, 'customer', added)
      await brought(
        tx,
        import_id,
        'opening',
        done.flatMap((one) =>
          one.profile_id && one.opening_id ? { profile_id: one.profile_id, subject_id: one.opening_id } : [],
        ),
      )
      tx.afterCommit(() => {
        effects.cards += added.length
      })
      return outcome
    },
  }
}

async function look(db: Db, units: readonly Mapped[]): Promise<Looked<Mapped>> {
  const there = await findMany(
    db,
    'card',
    units.map(({ values }) => String(values.card)),
  )
  const looked: Looked<Mapped> = { fresh: [], repeated: 0, refused: [] }
  for (const unit of units) {
    if (there.has(String(unit.values.card))) looked.repeated += 1
    else if (!/^\d{4,8}$/.test(String(unit.values.pin)))
      looked.refused.push({ row: unit.row, fault: fault('pin', 'pin') })
    else looked.fresh.push(unit)
  }
  return looked
}

function cardOf(source: string, { values }: Mapped): CardRow {
  const { card, pin, points, external_id, registered_at } = values
  return {
    card_number: String(card),
    pin: String(pin),
    points: Math.max(Number(points ?? 0), 0),
    ...(external_id !== undefined && { external_id: keyOf(source, String(external_id)) }),
    ...(registered_at !== undefined && { registered_at: String(registered_at) }),
  }
}
