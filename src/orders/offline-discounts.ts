import { staffById } from '#access/access'
import type { Actor } from '#core/actor'
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import type { DiscountView } from '#orders/discount-input'
import { type Approval, approvalOf, type HandLine, limitOf, mayAlone } from '#orders/discounts'
import type { OfflineSale } from '#orders/offline-input'
import type { OfflineLine } from '#orders/offline-lines'
import { handDiscounts } from '#orders/settings'
import { withinLimit } from '#pricing/by-hand'

/** What a told sale says was taken off by hand; `beyond` when nobody who might do so said yes: the money is gone, a person looks. */
export type ToldOff = { discounts: DiscountView[]; approval: Approval | null; beyond: boolean }

/** Refuses what is more than was taken off a line. Reasons nobody knows any more are kept as they were told. */
export async function toldOff(
  db: Db,
  actor: Actor,
  place_id: string,
  staff_id: string | null,
  sale: OfflineSale,
  lines: readonly OfflineLine[],
): Promise<ToldOff> {
  partsWithin(sale, lines)
  if (!sale.discounts?.length) return { discounts: [], approval: null, beyond: false }
  const { reasons } = await setting(db, handDiscounts)
  const by_hand = lines.map(() => 0)
  for (const { lines: parts } of sale.discounts)
    for (const { line_no, yen } of parts) by_hand[line_no - 1] = (by_hand[line_no - 1] ?? 0) + yen
  const hand_lines = lines.map(({ amount_yen, discount_yen }, at) => ({
    amount_yen: amount_yen + discount_yen,
    by_hand_yen: by_hand[at] as number,
  }))
  const alone = staff_id ? await within(db, staff_id, hand_lines) : await mayAlone(db, actor, hand_lines)
  const discount_yen = by_hand.reduce((all, yen) => all + yen, 0)
  const approval =
    !alone && sale.approval_id && staff_id
      ? await approvalOf(
          db,
          { place_id, approval_id: sale.approval_id, asked_by: staff_id },
          discount_yen,
          sale.occurred_at,
        )
      : null
  const discounts = sale.discounts.map(({ reason, percent = null, lines: parts }): DiscountView => {
    const known = reasons.find(({ code }) => code === reason)
    return {
      kind: 'by_hand',
      reason,
      offer_id: null,
      name: known?.ja ?? reason,
      name_en: known?.en ?? null,
      percent,
      yen: parts.reduce((all, { yen }) => all + yen, 0),
      lines: [...parts],
      asked_by: staff_id,
      approved_by: approval?.approved_by ?? null,
    }
  })
  return { discounts, approval, beyond: !alone && approval === null }
}

// What is named, by hand and by offers, is part of what was taken off each line.
function partsWithin({ discounts = [], offers = [] }: OfflineSale, lines: readonly OfflineLine[]): void {
  const named = lines.map(() => 0)
  for (const [field, list] of Object.entries({ discounts, offers }))
    for (const [at, { lines: parts }] of list.entries())
      for (const { line_no, yen } of parts) {
        const taken = (named[line_no - 1] ?? 0) + yen
        if (taken > (lines[line_no - 1]?.discount_yen ?? 0))
          refuse(
            'orders.discount_line',
            422,
            '値引きが行の値引き額を超えています。',
            'More was named than was taken off the line.',
            { field: `${field}.${at}.lines` },
          )
        named[line_no - 1] = taken
      }
}

// She who stood at the till, whoever tells of it.
async function within(db: Db, staff_id: string, lines: readonly HandLine[]): Promise<boolean> {
  const limit = await limitOf(db, (await staffById(db, staff_id)).role)
  return limit === null || withinLimit(limit, lines)
}
