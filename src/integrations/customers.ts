/** Customers: each row a member, known again by the retailer's own number. Nameless ones (households, cards) are welcome. */

import { ensureMonths } from '#activity/activity'
import { type Db, run, sql, type Tx } from '#core/database'
import { Problem } from '#core/problem'
import { change, findMany, open, registerMany } from '#customers/customers'
import type { Refusal } from '#integrations/error-file'
import { type Fault, fault } from '#integrations/faults'
import { type Context, type Effects, type Policy, saltOf } from '#integrations/job-context'
import { keyOf } from '#integrations/keys'
import { type Mapped, mapper } from '#integrations/mapped'
import { brought } from '#integrations/origin'
import { registration } from '#integrations/registration'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked, Written } from '#integrations/run'
import { openBalances } from '#loyalty/loyalty'

// Registrations of several decades are few: not worth a partition for every month.
const most_days = 5 * 366
const rows_a_batch = 500
/** Someone new, or someone here whom the row changes. */
type Ready = Mapped & { profile_id?: string }

/** The job of importing customers. */
export async function customerJob(context: Context<'customers'>): Promise<Job<Mapped, Ready> & { effects: Effects }> {
  const { plan, actor, read, import_id, policy = 'keep' } = context
  const { source } = plan
  const { columns, map } = mapper(plan)
  const effects = { customers: 0, openings: 0 } satisfies Effects
  const joined = { first: '9999', last: '' }
  const note = ({ values: { registered_at } }: Mapped) => {
    if (registered_at === undefined) return
    const at = String(registered_at)
    if (at < joined.first) joined.first = at
    if (at > joined.last) joined.last = at
  }
  return {
    ...(await inRows(() => read(columns), map, rows_a_batch, note)),
    // Before the first event of a month, or it would keep the month's later purchases in the default partition.
    async prepare(db) {
      const days = (Date.parse(joined.last) - Date.parse(joined.first)) / 86_400_000
      if (days <= most_days) await ensureMonths(db, joined.first.slice(0, 10), joined.last.slice(0, 10))
    },
    retries: true,
    effects,
    look: (db, units) => look(db, source, units, policy),
    async write(tx, rows) {
      const outcome: Written = { written: 0, repeated: 0, refused: [] }
      for (const row of rows) if (row.profile_id !== undefined) await alter(tx, row as Known, outcome)
      const fresh = rows.filter(({ profile_id }) => profile_id === undefined)
      const made = await registerMany(
        tx,
        actor,
        fresh.map(({ values }) => registration(source, values)),
      )
      const here: { profile_id: string; points: number }[] = []
      for (const [at, one] of made.entries()) {
        const { row, values } = fresh[at] as Mapped
        if (one.profile_id !== null) here.push({ profile_id: one.profile_id, points: Number(values.points ?? 0) })
        else outcome.refused.push({ row, fault: refusalOf(one.code, one.field, one.said) })
      }
      outcome.written += here.length
      await brought(
        tx,
        import_id,
        'customer',
        here.map(({ profile_id }) => ({ profile_id, subject_id: profile_id })),
      )
      const openings = await openBalances(
        tx,
        actor,
        here
          .filter(({ points }) => points > 0)
          .map(({ profile_id, points }) => ({ profile_id, amount: points, source: saltOf(context) })),
      )
      await brought(tx, import_id, 'opening', openings)
      tx.afterCommit(() => {
        effects.customers += here.length
        effects.openings += openings.length
      })
      return outcome
    },
  }

  // A savepoint each: an address that is another's must not refuse the rows around it.
  async function alter(tx: Tx, { row, values, profile_id }: Known, outcome: Written): Promise<void> {
    const { external_id, channel, route, registered_at, card_numbers, ...given } = registration(source, values)
    const told = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
    const before = (await open(tx, profile_id)) as unknown as Record<string, unknown>
    const wanted = told.filter(
      ([name, value]) => before[name] !== value && (policy === 'replace' || (before[name] ?? null) === null),
    )
    if (wanted.length === 0) {
      outcome.repeated += 1
      return
    }
    await run(tx, sql`savepoint person`)
    try {
      await change(tx, actor, profile_id, Object.fromEntries(wanted))
      await run(tx, sql`release savepoint person`)
      outcome.written += 1
    } catch (error) {
      const refused = faultOf(error)
      if (!refused) throw error
      await run(tx, sql`rollback to savepoint person`)
      outcome.refused.push({ row, fault: refused })
    }
  }
}
type Known = Mapped & { profile_id: string }

async function look(db: Db, source: string, units: readonly Mapped[], policy: Policy): Promise<Looked<Ready>> {
  const text = (unit: Mapped, field: string) => (unit.values[field] === undefined ? [] : [String(unit.values[field])])
  const key = (unit: Mapped) => keyOf(source, String(unit.values.external_id))
  const there = await findMany(db, 'external', units.map(key))
  const emails = await findMany(
    db,
    'email',
    units.flatMap((unit) => text(unit, 'email')),
  )
  const cards = await findMany(
    db,
    'card',
    units.flatMap((unit) => text(unit, 'card')),
  )
  const looked: Looked<Ready> = { fresh: [], repeated: 0, refused: [] }
  const here = new Set<string>()
  for (const unit of units) {
    const profile_id = there.get(key(unit))
    const refusal = (field: string, reason: Fault['reason']): Refusal => ({
      row: unit.row,
      fault: fault(field, reason),
    })
    if (here.has(key(unit)) || (profile_id && policy === 'keep')) looked.repeated += 1
    else if (profile_id && policy === 'fail') looked.refused.push(refusal('external_id', 'exists'))
    else if (profile_id) looked.fresh.push({ ...unit, profile_id })
    else if (text(unit, 'email').some((email) => emails.has(email))) looked.refused.push(refusal('email', 'taken'))
    else if (text(unit, 'card').some((card) => cards.has(card))) looked.refused.push(refusal('card', 'taken'))
    else looked.fresh.push(unit)
    here.add(key(unit))
  }
  return looked
}

function refusalOf(code: string, field: string, said: Fault['said']): Fault {
  return code.endsWith('_taken') ? fault(field, 'taken') : { ...fault(field, 'refused'), ...(said && { said }) }
}

function faultOf(error: unknown): Fault | undefined {
  const { code, message, detail } = error as { code?: string; message?: string; detail?: string }
  if (code?.startsWith('EG'))
    return refusalOf(message ?? '', (JSON.parse(detail ?? '{}') as { field?: string }).field ?? 'row', undefined)
  if (error instanceof Problem) return refusalOf(error.code, String(error.detail.field ?? 'row'), error.text)
  return undefined
}
