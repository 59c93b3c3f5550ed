/** Customers: each row a member, known again by the retailer's own number. Nameless ones (households, cards) are welcome. */

import { ensureMonths } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, run, sql, type Tx } from '#core/database'
import { Problem } from '#core/problem'
import { find, type Registration, register } from '#customers/customers'
import { type Fault, fault } from '#integrations/faults'
import { keyOf } from '#integrations/keys'
import type { Plan } from '#integrations/map'
import { type Mapped, mapper, type Values } from '#integrations/mapped'
import type { Effects, Reader } from '#integrations/purchases'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked, Written } from '#integrations/run'
import { openBalance } from '#loyalty/loyalty'

// Registrations of several decades are few: not worth a partition for every month.
const most_days = 5 * 366

/** The job of importing customers. */
export async function customerJob(
  plan: Plan<'customers'>,
  actor: Actor,
  read: Reader,
): Promise<Job<Mapped, Mapped> & { effects: Effects }> {
  const { columns, map } = mapper(plan)
  const effects: Effects = { customers: 0 }
  const joined = { first: '9999', last: '' }
  const note = ({ values: { registered_at } }: Mapped) => {
    if (registered_at === undefined) return
    const at = String(registered_at)
    if (at < joined.first) joined.first = at
    if (at > joined.last) joined.last = at
  }
  return {
    ...(await inRows(() => read(columns), map, 100, note)),
    // Before the first event of a month, or it would keep the month's later purchases in the default partition.
    async prepare(db) {
      const days = (Date.parse(joined.last) - Date.parse(joined.first)) / 86_400_000
      if (days <= most_days) await ensureMonths(db, joined.first.slice(0, 10), joined.last.slice(0, 10))
    },
    retries: true,
    effects,
    look: (db, units) => look(db, plan.source, units),
    async write(tx, rows) {
      const outcome: Written = { written: 0, repeated: 0, refused: [] }
      for (const row of rows) {
        const refused = await enrol(tx, actor, plan.source, row)
        if (refused) outcome.refused.push({ row: row.row, fault: refused })
        else outcome.written += 1
      }
      tx.afterCommit(() => {
        effects.customers = (effects.customers ?? 0) + outcome.written
      })
      return outcome
    },
  }
}

async function look(db: Db, source: string, units: readonly Mapped[]): Promise<Looked<Mapped>> {
  const looked: Looked<Mapped> = { fresh: [], repeated: 0, refused: [] }
  const here = new Set<string>()
  for (const unit of units) {
    const external_id = keyOf(source, String(unit.values.external_id))
    if (here.has(external_id) || (await find(db, 'external', external_id))) {
      looked.repeated += 1
      continue
    }
    const taken = await takenField(db, unit.values)
    if (taken) {
      looked.refused.push({ row: unit.row, fault: fault(taken, 'taken') })
      continue
    }
    here.add(external_id)
    looked.fresh.push(unit)
  }
  return looked
}

async function takenField(db: Db, { email, card }: Values): Promise<string | undefined> {
  if (email !== undefined && (await find(db, 'email', String(email)))) return 'email'
  if (card !== undefined && (await find(db, 'card', String(card)))) return 'card'
  return undefined
}

// A savepoint each: one address that two people share must not refuse the hundred rows around it.
async function enrol(tx: Tx, actor: Actor, source: string, { values }: Mapped): Promise<Fault | undefined> {
  await run(tx, sql`savepoint person`)
  try {
    const { profile_id } = await register(tx, actor, registration(source, values))
    const amount = Number(values.points ?? 0)
    if (amount > 0) await openBalance(tx, actor, { profile_id, amount, source })
    await run(tx, sql`release savepoint person`)
    return undefined
  } catch (error) {
    const refused = faultOf(error)
    if (!refused) throw error
    await run(tx, sql`rollback to savepoint person`)
    return refused
  }
}

function faultOf(error: unknown): Fault | undefined {
  const { code, message, detail } = error as { code?: string; message?: string; detail?: string }
  if (code?.startsWith('EG'))
    return fault(
      (JSON.parse(detail ?? '{}') as { field?: string }).field ?? 'row',
      message?.endsWith('_taken') ? 'taken' : 'refused',
    )
  if (error instanceof Problem) return { ...fault(String(error.detail.field ?? 'row'), 'refused'), said: error.text }
  return undefined
}

function registration(source: string, values: Values): Registration {
  const text = (field: string) => (values[field] === undefined ? undefined : String(values[field]))
  const number = (field: string) => (values[field] === undefined ? null : Number(values[field]))
  const [family, given] = halves(text('name'))
  const [familyKana, givenKana] = halves(text('name_kana'))
  const address = text('address')
  const registered_at = text('registered_at')
  const card = text('card')
  return {
    external_id: keyOf(source, String(values.external_id)),
    family_name: text('family_name') ?? family ?? null,
    given_name: text('given_name') ?? given ?? null,
    family_name_kana: text('family_kana') ?? familyKana ?? null,
    given_name_kana: text('given_kana') ?? givenKana ?? null,
    email: text('email') ?? null,
    phone: text('phone') ?? null,
    birth_date: text('birth_date') ?? null,
    birth_year: number('birth_year'),
    birth_month: number('birth_month'),
    gender: text('gender') ?? null,
    postal_code: text('postal_code') ?? null,
    prefecture: text('prefecture') ?? prefectureOf(address),
    city: text('city') ?? null,
    address: address ?? null,
    ...(card !== undefined && { card_numbers: [card] }),
    ...(registered_at !== undefined && { registered_at }),
    route: 'import',
    channel: 'import',
  }
}

/** 伊藤 音羽 → family name, given name; one word is a family name. */
function halves(name: string | undefined): [string | undefined, string | undefined] {
  const [first, ...rest] = name?.split(' ') ?? []
  return [first, rest.length ? rest.join(' ') : undefined]
}

function prefectureOf(address: string | undefined): string | null {
  return /^(北海道|東京都|京都府|大阪府|(?:神奈川|和歌山|鹿児島)県|[^\s\d]{2}県)/.exec(address ?? '')?.[1] ?? null
}
