/**
 * Taken off by hand at a till. What must always be true: nobody takes off more than she may by herself, unless a manager of the shop
 * has said yes to as much, once; who asked and who said yes stands with the order.
 */
import { holds, staffById } from '#access/access'
import type { Actor } from '#core/actor'
import { type Db, one, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse, wording } from '#core/problem'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import type { ByHand, DiscountView } from '#orders/discount-input'
import { handDiscounts } from '#orders/settings'
import { type HandLimit, withinLimit } from '#pricing/by-hand'
import type { Discount } from '#pricing/discount'

wording({
  'orders.approval_used': {
    ja: 'この承認はすでに使われています。もう一度承認してください。',
    en: 'This approval has been used; please approve again.',
  },
})

const approval_ms = 30 * 60_000
/** A line before anything is taken off it, and what was taken off by hand. */
export type HandLine = { amount_yen: number; by_hand_yen: number }
export type Approval = { approval_id: string; place_id: string; approved_by: string }

/** As pricing takes them: `goods` are the ids of the lines of goods, in their order. Refuses a line that is not there. */
export function asPriced(discounts: readonly ByHand[], goods: readonly string[]): Discount[] {
  return discounts.map((each, at) => {
    const line = each.line_no === undefined ? undefined : goods[each.line_no - 1]
    if (each.line_no !== undefined && line === undefined)
      refuse('orders.discount_line', 422, 'この行はありません。', 'There is no such line.', {
        field: `discounts.${at}.line_no`,
      })
    const off = 'yen' in each ? { yen: each.yen } : { rate_num: each.percent, rate_den: 100 }
    return { ...off, line_ids: line === undefined ? goods : [line] }
  })
}

/** Name a reason as the setting names it. Refuses one nobody decided on. */
export async function reasonNamed(db: Db, reason: string, field: string) {
  const known = (await setting(db, handDiscounts)).reasons.find(({ code }) => code === reason)
  return (
    known ??
    refuse('orders.discount_reason', 422, '値引きの理由を選んでください。', 'Choose one of the reasons.', {
      field,
      reason,
    })
  )
}

/** What was taken off, in words, with its part of every line; who said yes is added when it is known. */
export async function namedDiscounts(
  db: Db,
  actor: Actor,
  discounts: readonly ByHand[],
  parts: readonly (readonly number[])[],
): Promise<DiscountView[]> {
  const named: DiscountView[] = []
  for (const [at, each] of discounts.entries()) {
    const { ja, en } = await reasonNamed(db, each.reason, `discounts.${at}.reason`)
    const lines = (parts[at] ?? []).flatMap((yen, line) => (yen > 0 ? [{ line_no: line + 1, yen }] : []))
    named.push({
      kind: 'by_hand',
      reason: each.reason,
      offer_id: null,
      name: ja,
      name_en: en,
      percent: 'percent' in each ? each.percent : null,
      yen: lines.reduce((all, { yen }) => all + yen, 0),
      lines,
      asked_by: actor.kind === 'staff' ? actor.id : null,
      approved_by: null,
    })
  }
  return named
}

/** How far a role may go by herself; null: as far as she likes. */
export async function limitOf(db: Db, role: string | undefined): Promise<HandLimit | null> {
  if (holds(role, 'manager')) return null
  const { limits } = await setting(db, handDiscounts)
  return role === 'clerk' || role === 'agent' ? limits[role] : { percent: 0, yen: 0 }
}

/** Whether this caller takes so much off without asking. Customers never do; a system does when its key says so. */
export async function mayAlone(db: Db, actor: Actor, lines: readonly HandLine[]): Promise<boolean> {
  if (actor.kind === 'api') return (actor.scopes ?? []).some((scope) => scope === '*' || scope === 'orders.discount')
  if (actor.kind !== 'staff') return false
  const limit = await limitOf(db, actor.role)
  return limit === null || withinLimit(limit, lines)
}

/** Refuse (403) customers who name discounts: only the house takes something off by hand. */
export function needHouse(actor: Actor, discounts: readonly ByHand[] | undefined): void {
  if (!discounts?.length || actor.kind === 'staff' || actor.kind === 'api') return
  refuse('orders.discount_by_staff', 403, '値引きはスタッフだけが行えます。', 'Only staff give discounts.', {
    field: 'discounts',
  })
}

/** Whose yes lets so much be taken off: null when none is needed. Refuses (403) what goes beyond both. */
export async function needApproval(
  db: Db,
  actor: Actor,
  place_id: string,
  lines: readonly HandLine[],
  approval_id: string | undefined,
): Promise<Approval | null> {
  const discount_yen = lines.reduce((all, { by_hand_yen }) => all + by_hand_yen, 0)
  if (discount_yen === 0 || (await mayAlone(db, actor, lines))) return null
  if (!approval_id)
    refuse(
      'orders.discount_beyond',
      403,
      'この値引きには、店長の承認が必要です。',
      'This discount needs a manager’s approval.',
      { field: 'discounts', discount_yen },
    )
  return (
    (await approvalOf(db, { place_id, approval_id, asked_by: actor.id }, discount_yen, clock.iso())) ??
    refuse(
      'orders.approval_not_valid',
      403,
      'この承認では、この値引きはできません。もう一度承認してください。',
      'This approval does not cover the discount; please approve again.',
      { field: 'approval_id', discount_yen },
    )
  )
}

/** The yes a manager of this shop gave this seller, if it covers so much, stood at that moment and has not been used. */
export async function approvalOf(
  db: Db,
  { place_id, approval_id, asked_by }: { place_id: string; approval_id: string; asked_by: string },
  discount_yen: number,
  at: string,
): Promise<Approval | null> {
  const said = await one<{ approved_by: string }>(
    db,
    sql`select approved_by from orders.discount_approval
        where place_id = ${place_id} and approval_id = ${approval_id} and asked_by = ${asked_by} and most_yen >= ${discount_yen}
          and expires_at > ${at} and order_id is null`,
  )
  return said ? { approval_id, place_id, approved_by: said.approved_by } : null
}

/** What is taken off by hand, as it will stand with the order, and whose yes it needs to be written. Refuses what goes too far. */
export async function takenOff(
  db: Db,
  actor: Actor,
  { discounts = [], approval_id }: { discounts?: readonly ByHand[]; approval_id?: string | undefined },
  place_id: string,
  decided: { by_hand: number[][]; quote: { lines: readonly { amount_yen: number }[] } },
): Promise<{ discounts: DiscountView[]; approval: Approval | null }> {
  if (discounts.length === 0) return { discounts: [], approval: null }
  const named = await namedDiscounts(db, actor, discounts, decided.by_hand)
  const approval = await needApproval(db, actor, place_id, handLines(decided), approval_id)
  return { discounts: named.map((each) => ({ ...each, approved_by: approval?.approved_by ?? null })), approval }
}

/** Lines as they were before, each with all that is taken off it by hand. */
export function handLines(decided: {
  by_hand: number[][]
  quote: { lines: readonly { amount_yen: number }[] }
}): HandLine[] {
  return decided.quote.lines.map(({ amount_yen }, at) => ({
    amount_yen,
    by_hand_yen: decided.by_hand.reduce((all, part) => all + (part[at] ?? 0), 0),
  }))
}

/** A manager's yes, asked for by the clerk who sells: for one sale in this shop within half an hour, up to so many yen. */
export async function approve(
  tx: Tx,
  actor: Actor,
  { place_id, most_yen, reason, staff_id }: { place_id: string; most_yen: number; reason: string; staff_id: string },
) {
  await reasonNamed(tx, reason, 'reason')
  const { display_name, display_name_en } = await staffById(tx, staff_id)
  const approval_id = id()
  const expires_at = new Date(clock.ms() + approval_ms).toISOString()
  await run(
    tx,
    sql`insert into orders.discount_approval (place_id, approval_id, asked_by, approved_by, most_yen, reason, approved_at, expires_at)
        values (${place_id}, ${approval_id}, ${actor.id}, ${staff_id}, ${most_yen}, ${reason}, ${clock.iso()}, ${expires_at})`,
  )
  return { approval_id, most_yen, expires_at, approved_by: { staff_id, display_name, display_name_en } }
}
