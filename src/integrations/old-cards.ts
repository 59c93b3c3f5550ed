/** Cards of an old shop with the PIN printed on them: brought in as they stand, linked later by whoever knows the PIN. */
import type { Actor } from '#core/actor'
import { run, sql, type Tx } from '#core/database'
import { type Message, Problem } from '#core/problem'
import { addOldCard, find, type OldCard } from '#customers/customers'
import { openBalances } from '#loyalty/loyalty'

export type CardRow = OldCard & { points?: number }
export type CardOutcome = {
  row: number
  outcome: 'added' | 'known' | 'refused'
  field: string | null
  code: string | null
  /** What was added, and the journal of its points. */
  profile_id?: string
  opening_id?: string | undefined
  said?: Message | undefined
}

/** Bring in cards with their opening points, each whole or not at all. A card that is there stays as it is: a repeat changes nothing. */
export async function addOldCards(
  tx: Tx,
  actor: Actor,
  source: string,
  cards: readonly CardRow[],
): Promise<CardOutcome[]> {
  const outcomes: CardOutcome[] = []
  for (const [at, card] of cards.entries()) {
    const row = { row: at, field: null, code: null }
    if (await find(tx, 'card', card.card_number)) outcomes.push({ ...row, outcome: 'known' })
    else outcomes.push({ ...row, outcome: 'added', ...(await addOne(tx, actor, source, card)) })
  }
  return outcomes
}

// A savepoint each: one number that is somebody's external id must not refuse the two hundred around it.
async function addOne(tx: Tx, actor: Actor, source: string, card: CardRow): Promise<Partial<CardOutcome>> {
  await run(tx, sql`savepoint card`)
  try {
    const { profile_id } = await addOldCard(tx, actor, card)
    const amount = card.points ?? 0
    const [opening] = amount > 0 ? await openBalances(tx, actor, [{ profile_id, amount, source }]) : []
    await run(tx, sql`release savepoint card`)
    return { profile_id, opening_id: opening?.subject_id }
  } catch (error) {
    const refused = refusal(error)
    if (!refused) throw error
    await run(tx, sql`rollback to savepoint card`)
    return { outcome: 'refused', ...refused }
  }
}

function refusal(error: unknown): { field: string | null; code: string; said?: Message } | undefined {
  if (error instanceof Problem) return { field: fieldOf(error.detail), code: error.code, said: error.text }
  const { code, message = '', detail } = error as { code?: string; message?: string; detail?: string }
  return code?.startsWith('EG') ? { field: fieldOf(JSON.parse(detail ?? '{}')), code: message } : undefined
}

function fieldOf({ field }: { field?: unknown }): string | null {
  return typeof field === 'string' ? field : null
}
