/** What each document says, taken from the order and its returns as they stand; pure but for who issues it. */

import type { Static } from 'typebox'
import type { Paper, PaperLine, PaperTax } from '#channels/paper/paper'
import type { Order } from '#orders/read'
import type { ReturnRow } from '#orders/return-read'
import type { OrderView, TaxView } from '#orders/view'
import { allot } from '#pricing/allotment'
import { dutiableYen, partOfTaxes, stampDutyYen } from '#pricing/stamp'
import { sameRate, type TaxLine } from '#pricing/tax'

/** A document as kept: everything but the language it is read in and the name it is made out to. */
export type Snapshot = Omit<Paper, 'language' | 'to'> & { en: { name: string | null; place: string | null } }
export type Body = Omit<
  Snapshot,
  'kind' | 'number' | 'version' | 'replaces' | 'issuer' | 'en' | 'date' | 'time' | 'member'
>

const blank = {
  of: null,
  points: null,
  purpose: null,
  stamp_yen: null,
  until: null,
  period: null,
  balance: [],
  bank: null,
  notes: [],
}

/** A receipt, a gift receipt, a hold slip or a full invoice of one order. */
export function ofOrder({ view, terms }: Order, until: string | null, on_paper: boolean): Body {
  const points = terms?.points ?? []
  const points_discount_yen = points.reduce((all, part) => all + part, 0)
  const lines = view.lines.map((line, at): PaperLine => {
    const back = points[at] ?? 0
    const { name, quantity, unit_yen, reduced, rate_num, rate_den } = line
    const amount_yen = line.amount_yen + back
    const reason = reasonOf(view, line.line_no)
    const discount_yen = line.discount_yen - back
    return {
      name,
      quantity,
      unit_yen,
      discount_yen,
      amount_yen,
      reduced,
      rate_num,
      rate_den,
      ...(reason && { reason }),
    }
  })
  return {
    ...blank,
    lines,
    items_yen: view.items_yen,
    discount_yen: view.discount_yen - points_discount_yen,
    points_discount_yen,
    total_yen: view.total_yen,
    taxes: marked(view, view.taxes),
    payments: received(view).map(({ method, amount_yen, tendered_yen, change_yen }) => ({
      method,
      amount_yen,
      tendered_yen,
      change_yen,
    })),
    points: { used: view.points_used, earned: view.points_earned, back: 0, taken: 0 },
    stamp_yen: on_paper ? stamp(cashOf(view), view.total_yen, view.taxes) : null,
    until,
  }
}

// In one line however many they are: a narrow receipt has no more room.
function reasonOf({ discounts }: OrderView, line_no: number): PaperLine['reason'] {
  const given = discounts.filter(({ lines }) => lines.some((part) => part.line_no === line_no))
  if (given.length === 0) return null
  const names = (pick: (one: OrderView['discounts'][0]) => string) => [...new Set(given.map(pick))]
  return { ja: names(({ name }) => name).join('・'), en: names(({ name, name_en }) => name_en ?? name).join(', ') }
}

/** 適格返還請求書: what came back, at the rates it was sold at. */
export function ofReturn({ view, terms }: Order, row: ReturnRow): Body {
  const lines = row.lines.map((back): PaperLine => {
    const line = view.lines.find(({ line_no }) => line_no === back.line_no) as OrderView['lines'][0]
    const { name, unit_yen, reduced, rate_num, rate_den } = line
    const discount_yen = Math.max(unit_yen * back.quantity - back.total_yen, 0)
    return {
      name,
      quantity: back.quantity,
      unit_yen,
      discount_yen,
      amount_yen: back.total_yen,
      reduced,
      rate_num,
      rate_den,
    }
  })
  const money = row.refunds.map(({ method, amount_yen }) => ({ method, amount_yen, tendered_yen: null, change_yen: 0 }))
  const by_points = terms?.points_as === 'discount' ? 0 : row.points_back
  const discount_yen = lines.reduce((all, line) => all + line.discount_yen, 0)
  return {
    ...blank,
    of: { number: view.number, date: view.business_date },
    lines,
    items_yen: row.total_yen + discount_yen,
    discount_yen,
    points_discount_yen: 0,
    total_yen: row.total_yen,
    taxes: marked(view, row.taxes),
    payments:
      by_points > 0
        ? [...money, { method: 'points', amount_yen: by_points, tendered_yen: null, change_yen: 0 }]
        : money,
    points: { used: 0, earned: 0, back: row.points_back, taken: row.points_taken },
  }
}

/** 領収書 over (a part of) what is not receipted yet: its amounts per rate by largest remainder, the last part taking what is left. */
export function formalOf(
  { view }: Order,
  left: readonly TaxLine[],
  amount_yen: number,
  purpose: string,
  on_paper: boolean,
): Body {
  const taxes = partOfTaxes(
    allot(
      amount_yen,
      left.map(({ taxable_yen }) => taxable_yen),
    ),
    left,
  ).filter(({ taxable_yen }) => taxable_yen > 0)
  const cash_yen = Math.floor((cashOf(view) * amount_yen) / Math.max(view.total_yen, 1))
  const payments = amount_yen === view.total_yen ? received(view) : []
  return {
    ...blank,
    of: { number: view.number, date: view.business_date },
    lines: [],
    items_yen: amount_yen,
    discount_yen: 0,
    points_discount_yen: 0,
    total_yen: amount_yen,
    taxes: marked(view, taxes),
    payments: payments.map(({ method, amount_yen: yen }) => ({
      method,
      amount_yen: yen,
      tendered_yen: null,
      change_yen: 0,
    })),
    purpose,
    stamp_yen: on_paper ? stamp(cash_yen, amount_yen, taxes) : null,
    // Stamp duty is spared for cards only when the paper says that it was one.
    notes: payments.length === 0 && cash_yen < amount_yen ? ['お支払いの内訳はレシートをご覧ください。'] : [],
  }
}

/** What of the sale no 領収書 has been made out for: its taxes less those returned and those receipted. */
export function notReceipted(view: OrderView, gone: readonly (readonly TaxLine[])[]): TaxLine[] {
  return view.taxes.map((tax) => {
    const past = gone.flat().filter((line) => sameRate(line, tax))
    const taxable_yen = past.reduce((all, line) => all - line.taxable_yen, tax.taxable_yen)
    const tax_yen = past.reduce((all, line) => all - line.tax_yen, tax.tax_yen)
    return { rate_num: tax.rate_num, rate_den: tax.rate_den, taxable_yen, tax_yen }
  })
}

function marked({ lines }: OrderView, taxes: readonly Static<typeof TaxView>[]): PaperTax[] {
  return taxes.map(({ rate_num, rate_den, taxable_yen, tax_yen }) => {
    const reduced = lines.some((line) => line.reduced && line.rate_num === rate_num && line.rate_den === rate_den)
    return { rate_num, rate_den, reduced, taxable_yen, tax_yen }
  })
}

function received({ payments }: OrderView): OrderView['payments'] {
  return payments.filter(({ state }) => !['due', 'pending', 'failed', 'voided', 'voiding', 'replaced'].includes(state))
}

function cashOf(view: OrderView): number {
  return received(view)
    .filter(({ method }) => method === 'cash')
    .reduce((all, { amount_yen }) => all + amount_yen, 0)
}

function stamp(cash_yen: number, total_yen: number, taxes: readonly TaxLine[]): number | null {
  return stampDutyYen(dutiableYen(cash_yen, total_yen, taxes)) || null
}
