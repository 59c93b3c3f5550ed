/** Brings purchase lines together into orders, though they lie scattered over a file larger than memory. */
import { createHash } from 'node:crypto'
import type { Refusal } from '#integrations/error-file'
import { type Fault, fault } from '#integrations/faults'
import type { Mapped, Values } from '#integrations/mapped'

export type BasketLine = {
  row: number
  /** Ours, where who tells of it knows it. */
  variant_id?: string | undefined
  product: string | undefined
  gtin: string | undefined
  name: string | undefined
  /** Where the goods are not known: which tax the line bore. */
  tax_category?: string | undefined
  quantity: number
  amount_yen: number
  discount_yen: number
}
export type Basket = {
  key: string
  rows: number[]
  placed_at: string
  place: string
  customer: string | undefined
  /** Ours, where who tells of it knows them. */
  place_id?: string | undefined
  profile_id?: string | undefined
  /** What the orders of a file have in common stands in its map; an order may say otherwise. */
  number?: string | undefined
  channel?: string | undefined
  way?: 'carry' | 'ship' | 'collect' | undefined
  /** What the other system granted for it. */
  points?: number | undefined
  points_expire_at?: string | undefined
  lines: BasketLine[]
}
export type Gathered = { baskets: Basket[]; refused: Refusal[]; rows: number }

const lines_at_most = 1_000

/** In which of so many passes over the file a row is taken: all rows of an order in the same one. */
export function passOf(mapped: Mapped, passes: number): number {
  if (passes === 1) return 0
  const key = String(mapped.values.order ?? `row ${mapped.row}`)
  return createHash('sha256').update(key).digest().readUInt32BE(0) % passes
}

/**
 * Group rows into orders, in the order of their time. An order comes whole or not at all: a row that cannot be read
 * refuses its companions too. Only rows that say nothing (no quantity, no money) are left out alone.
 */
export function gather(rows: readonly Mapped[], pieces_at_most?: number): Gathered {
  const groups = new Map<string, Mapped[]>()
  const refused: Refusal[] = []
  for (const row of rows) {
    const found = row.faults[0] ?? (says(row.values) ? undefined : fault('quantity', 'nothing'))
    const key = row.values.order
    if (found && (key === undefined || found.reason === 'nothing')) {
      for (const each of row.faults.length ? row.faults : [found]) refused.push({ row: row.row, fault: each })
      continue
    }
    const group = groups.get(String(key))
    if (group) group.push(row)
    else groups.set(String(key), [row])
  }
  const baskets: Basket[] = []
  for (const [key, group] of groups) {
    const faults =
      group.length > lines_at_most
        ? group.map(({ row }) => ({ row, fault: fault('order', 'too_many', { limit: lines_at_most }) }))
        : group.flatMap((row) => wrong(row, group, pieces_at_most))
    if (faults.length === 0) baskets.push(basket(key, group, pieces_at_most))
    else
      refused.push(
        ...faults,
        ...companions(
          group.map((row) => row.row),
          faults,
        ),
      )
  }
  baskets.sort((a, b) => (a.placed_at < b.placed_at ? -1 : a.placed_at > b.placed_at ? 1 : a.key < b.key ? -1 : 1))
  return { baskets, refused, rows: rows.length }
}

/** The other rows of an order of which some were refused. */
export function companions(rows: readonly number[], faults: readonly Refusal[]): Refusal[] {
  const guilty = new Set(faults.map(({ row }) => row))
  return rows
    .filter((row) => !guilty.has(row))
    .map((row) => ({ row, fault: fault('order', 'companion', { row: faults[0]?.row ?? 0 }) }))
}

function says({ quantity, amount_yen }: Values): boolean {
  if (quantity === undefined) return amount_yen !== 0
  return quantity === undefined || amount_yen === undefined || quantity !== 0 || amount_yen !== 0
}

function wrong(row: Mapped, group: readonly Mapped[], pieces_at_most: number | undefined): Refusal[] {
  const found =
    row.faults.length > 0
      ? row.faults
      : row.values.quantity === undefined
        ? wrongReceipt(row, group)
        : wrongLine(row, group, pieces_at_most)
  return found.map((each) => ({ row: row.row, fault: each }))
}

function wrongReceipt(row: Mapped, group: readonly Mapped[]): Fault[] {
  const { amount_yen, reduced_yen = 0 } = row.values
  const [first] = group
  if (first && first !== row) return [fault('order', 'twice', { row: first.row })]
  if (Number(amount_yen) < 0 || Number(reduced_yen) < 0) return [fault('amount_yen', 'returned')]
  if (Number(reduced_yen) > Number(amount_yen))
    return [fault('reduced_yen', 'range', { from: 0, to: Number(amount_yen) })]
  return []
}

function wrongLine(row: Mapped, group: readonly Mapped[], pieces_at_most: number | undefined): Fault[] {
  const found: Fault[] = []
  const { quantity, amount_yen, discount_yen, product, gtin, line } = row.values
  const first = group[0] as Mapped
  if (Number(quantity) < 0 || Number(amount_yen) < 0 || Number(discount_yen ?? 0) < 0)
    found.push(fault('quantity', 'returned'))
  else if (Number(quantity) === 0) found.push(fault('quantity', 'free_quantity'))
  else if (!Number.isInteger(quantity) && !(pieces_at_most !== undefined && Number(quantity) > pieces_at_most))
    found.push(fault('quantity', 'whole'))
  if (product === undefined && gtin === undefined) found.push(fault('product', 'missing'))
  for (const field of ['place', 'customer']) {
    if (first.faults.length === 0 && row.values[field] !== first.values[field])
      found.push(fault(field, 'differs', { row: first.row }))
  }
  if (line !== undefined) {
    const twin = group.find((other) => other.values.line === line)
    if (twin && twin !== row) found.push(fault('line', 'twice', { row: twin.row }))
  }
  return found
}

type Line = Pick<Mapped, 'row' | 'values'> & { tax_category?: string }

// A receipt told as its total is one line for each tax it bears: what was bought is not known, what was paid and its tax are.
function receiptLines({ row, values }: Mapped): Line[] {
  if (values.quantity !== undefined) return [{ row, values }]
  const reduced = Number(values.reduced_yen ?? 0)
  const rest = Number(values.amount_yen) - reduced
  const discount_yen = Number(values.discount_yen ?? 0)
  const line = (amount_yen: number, name: string, tax_category: string, discount: number): Line => ({
    row,
    values: { ...values, name, quantity: 1, amount_yen, discount_yen: discount },
    tax_category,
  })
  return [
    ...(rest > 0 || reduced === 0 ? [line(rest, 'お買上げ（標準税率）', 'standard', discount_yen)] : []),
    ...(reduced > 0 ? [line(reduced, 'お買上げ（軽減税率）', 'food', rest > 0 ? 0 : discount_yen)] : []),
  ]
}

function basket(key: string, group: readonly Mapped[], pieces_at_most = Number.POSITIVE_INFINITY): Basket {
  const first = (group[0] as Mapped).values
  const text = (value: Values[string]) => (value === undefined ? undefined : String(value))
  return {
    key,
    rows: group.map((row) => row.row),
    placed_at: group.map((row) => String(row.values.placed_at)).reduce((a, b) => (a < b ? a : b)),
    place: String(first.place),
    customer: text(first.customer),
    channel: text(first.channel),
    points: first.points === undefined ? undefined : Number(first.points),
    lines: group.flatMap(receiptLines).map(({ row, values, tax_category }) => ({
      row,
      product: text(values.product),
      gtin: text(values.gtin),
      name: text(values.name),
      ...(tax_category && { tax_category }),
      // A measure (litres of petrol in thousandths), not pieces: one piece at its amount.
      quantity: Number(values.quantity) > pieces_at_most ? 1 : Number(values.quantity),
      amount_yen: Number(values.amount_yen),
      discount_yen: Number(values.discount_yen ?? 0),
    })),
  }
}
