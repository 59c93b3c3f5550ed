/** Sales an offline till made and tells of later: real whatever our books say, booked once however often they are told. */
import { staffById } from '#access/access'
import { nudge } from '#activity/activity'
import { sellables, taxRules } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, only, type Pool, run, sql, type Tx, transaction } from '#core/database'
import { hashId, id } from '#core/id'
import { Problem, refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { find as findPerson, memberProfile } from '#customers/customers'
import { type Collision, takeLines } from '#inventory/inventory'
import { programme } from '#loyalty/loyalty'
import { confirmation, numberOf, redeeming } from '#orders/draft'
import { type ToldOff, toldOff } from '#orders/offline-discounts'
import type { OfflineSale } from '#orders/offline-input'
import { type OfflineLine, offlineLines, taxesOf } from '#orders/offline-lines'
import { toldGiven } from '#orders/offline-offers'
import { find } from '#orders/read'
import { currentTerms } from '#orders/terms'
import type { OrderView } from '#orders/view'
import { pointsFor } from '#pricing/points'
import { openTask, type Place, type TaskInput } from '#stores/stores'

export type Told = {
  receipt_number: string
  outcome: 'booked' | 'repeated' | 'refused'
  order: OrderView | null
  problem: { code: string; field: string | null } | null
  task_ids: string[]
}
type From = { device_id: string; place: Place }

// Placed at once, a sale is dated by us; told later, by the device: the same sale, so far apart at most.
const same_sale_ms = 10 * 60_000

/** Book sales one by one, in the order they happened; what cannot be booked is kept whole as a task, and the others go on. */
export async function bookOffline(db: Pool, actor: Actor, from: From, sales: readonly OfflineSale[]): Promise<Told[]> {
  const told = new Map<OfflineSale, Told>()
  for (const sale of sales.toSorted((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at)))
    told.set(sale, await tell(db, actor, from, sale))
  nudge()
  return sales.map((sale) => told.get(sale) as Told)
}

async function tell(db: Pool, actor: Actor, from: From, sale: OfflineSale): Promise<Told> {
  for (let attempt = 1; ; attempt++) {
    try {
      const made = await draftOf(db, actor, from, sale)
      return await transaction(db, actor, (tx) => book(tx, actor, from, sale, made))
    } catch (error) {
      if (error instanceof Problem) return keep(db, actor, from, sale, error)
      // Two sales of one day drew the same six letters: the next id draws others.
      if (attempt === 3 || brokenConstraint(error) !== 'number_pkey') throw error
    }
  }
}

type Made = {
  order_id: string
  total_yen: number
  tax_differs: boolean
  tax_yen: number
  off: ToldOff
  writes: Record<string, unknown>
}

async function draftOf(db: Db, actor: Actor, { device_id, place }: From, sale: OfflineSale): Promise<Made> {
  const at = new Date(sale.occurred_at)
  if (at.getTime() > clock.ms() + 5 * 60_000)
    refuse('orders.offline_future', 422, '販売日時が未来です。', 'The sale is said to happen in the future.', {
      field: 'occurred_at',
    })
  const lines = await offlineLines(await goods(db, sale), await taxRules(db), sale, at, place)
  const { rounding } = await currentTerms(db)
  const taxes = taxesOf(lines, rounding)
  const sums = lines.reduce(
    (all, line) => ({ total: all.total + line.amount_yen, discount: all.discount + line.discount_yen }),
    {
      total: 0,
      discount: 0,
    },
  )
  const paid = sale.payments.reduce((sum, { amount_yen }) => sum + amount_yen, 0)
  if (paid !== sums.total)
    refuse(
      'orders.payment_sum',
      422,
      'お支払い金額が合計と一致しません。',
      'The payments do not add up to the total.',
      {
        field: 'payments',
      },
    )
  const points = await programme(db)
  const buyer = await buyerOf(db, sale)
  const given = await toldGiven(db, sale, lines, buyer ? points : null)
  const earned = (buyer ? pointsFor(sums.total, 0, points) : 0) + given.points
  const order_id = id()
  const business_date = businessDate(at, place.time_zone, place.cutover)
  const number = numberOf(business_date, order_id)
  const profile_id = buyer ?? place.place_id
  const staff_id = await sellerOf(db, actor, place, sale)
  const off = await toldOff(db, actor, place.place_id, staff_id, sale, lines)
  const discounts = [...given.discounts, ...off.discounts]
  const view = {
    order_id,
    number,
    profile_id,
    way: 'carry',
    total_yen: sums.total,
    points_used: 0,
    points_earned: earned,
    staff_id,
    with_order_id: null,
    lines,
    discounts,
  }
  const sold = { order_id, place_id: place.place_id, channel: 'till', placed_at: at.toISOString() }
  const whose = { profile_id, profile_ids: [profile_id] }
  const said = confirmation(actor, view as never, points.expiry_days, clock.now())
  const tax_yen = taxes.reduce((sum, tax) => sum + tax.tax_yen, 0)
  return {
    order_id,
    total_yen: sums.total,
    tax_yen,
    off,
    tax_differs: sale.tax_yen !== undefined && sale.tax_yen !== tax_yen,
    writes: {
      ...said,
      at: at.toISOString(),
      receipt: `${device_id}:${sale.receipt_number}`,
      till: device_id,
      order: {
        order_id,
        number,
        channel: 'till',
        way: 'carry',
        state: 'done',
        place_id: place.place_id,
        supply_mode: sale.supply_mode ?? 'take_away',
        business_date,
        items_yen: sums.total + sums.discount,
        discount_yen: sums.discount,
        total_yen: sums.total,
        points_used: 0,
        points_earned: earned,
        taxes,
        ...(discounts.length > 0 ? { discounts } : {}),
        terms: { points_as: 'payment', rounding, rate_num: points.rate_num, rate_den: points.rate_den },
        staff_id,
      },
      lines: lines.map((line, place_in_list) => ({ line_no: place_in_list + 1, ...line })),
      payments: sale.payments.map((payment) => ({
        payment_id: id(),
        // A slip of the terminal beside the till: the amount was keyed by hand. Without its number we know only that it was paid.
        method: payment.method === 'cash' || payment.slip ? payment.method : 'recorded',
        amount_yen: payment.amount_yen,
        tendered_yen: payment.tendered_yen ?? null,
        state: 'captured',
        provider: payment.method === 'cash' ? null : payment.slip ? 'external' : 'terminal',
        reference: payment.slip ?? null,
      })),
      due: [],
      ...(given.redeems.length > 0 ? { offers: redeeming(actor, sold, whose, given.redeems) } : {}),
      takes: { lines: takeLines(lines) },
    },
  }
}

async function goods(db: Db, sale: OfflineSale) {
  return sellables(db, {
    variant_ids: sale.lines.flatMap((line) => line.variant_id ?? []),
    gtins: sale.lines.flatMap((line) => line.gtin ?? []),
  })
}

// Who stood at the till, even when a colleague tells of it.
async function sellerOf(db: Db, actor: Actor, place: Place, { staff_id }: OfflineSale): Promise<string | null> {
  const own = actor.kind === 'staff' ? actor.id : null
  if (!staff_id || staff_id === own) return own
  const { place_ids } = await staffById(db, staff_id)
  if (place_ids.length > 0 && !place_ids.includes(place.place_id))
    refuse('orders.offline_staff', 422, 'この店舗のスタッフではありません。', 'Not one of this shop’s staff.', {
      field: 'staff_id',
    })
  return staff_id
}

// A card's printed code earns, whoever shows it; one that nobody has is a sale to a guest.
async function buyerOf(db: Db, { member_code }: OfflineSale): Promise<string | undefined> {
  if (!member_code) return undefined
  const found = (await findPerson(db, 'member_number', member_code)) ?? (await findPerson(db, 'card', member_code))
  return found && (await memberProfile(db, found)) ? found : undefined
}

type Booked = { order_id?: string; collisions?: Collision[] }

async function book(tx: Tx, actor: Actor, from: From, sale: OfflineSale, made: Made): Promise<Told> {
  const { booked } = await only<{ booked: Booked }>(
    tx,
    sql`select orders.book_offline(${JSON.stringify(made.writes)}::jsonb, ${clock.iso()}) as booked`,
  )
  if (booked.order_id) {
    const { view } = await find(tx, booked.order_id)
    const apart_ms = Math.abs(Date.parse(view.placed_at) - Date.parse(sale.occurred_at))
    if (view.total_yen !== made.total_yen || apart_ms > same_sale_ms)
      refuse(
        'orders.offline_other',
        409,
        'このレシート番号には別の販売があります。',
        'This receipt number is of another sale.',
        {
          field: 'receipt_number',
          order_id: booked.order_id,
        },
      )
    return { receipt_number: sale.receipt_number, outcome: 'repeated', order: view, problem: null, task_ids: [] }
  }
  const task_ids: string[] = []
  const { place_id } = from.place
  for (const { collision_id, ...detail } of booked.collisions ?? [])
    task_ids.push(
      await openTask(tx, actor, {
        kind: 'stock_collision',
        role: 'manager',
        place_id,
        subject_kind: 'collision',
        subject_id: collision_id,
        detail: { ...detail, order_id: made.order_id },
      }),
    )
  if (made.tax_differs)
    task_ids.push(
      await openTask(tx, actor, {
        kind: 'offline_tax_differs',
        role: 'manager',
        place_id,
        subject_kind: 'order',
        subject_id: made.order_id,
        detail: { printed_tax_yen: sale.tax_yen, tax_yen: made.tax_yen },
      }),
    )
  const { approval, beyond, discounts } = made.off
  if (approval) await run(tx, sql`select orders.use_approval(${place_id}, ${approval.approval_id}, ${made.order_id})`)
  if (beyond)
    task_ids.push(
      await openTask(tx, actor, {
        kind: 'offline_discount_beyond',
        role: 'manager',
        place_id,
        subject_kind: 'order',
        subject_id: made.order_id,
        detail: { discount_yen: discounts.reduce((all, { yen }) => all + yen, 0) },
      }),
    )
  const { view } = await find(tx, made.order_id)
  return { receipt_number: sale.receipt_number, outcome: 'booked', order: view, problem: null, task_ids }
}

// The money is in the drawer: what cannot be booked must not be lost with the device. The member's code stays out of it.
async function keep(
  db: Pool,
  actor: Actor,
  { device_id, place }: From,
  sale: OfflineSale,
  problem: Problem,
): Promise<Told> {
  const { member_code: _, ...rest } = sale
  const field = typeof problem.detail.field === 'string' ? problem.detail.field : null
  const task: TaskInput = {
    kind: 'offline_sale_refused',
    role: 'manager',
    place_id: place.place_id,
    subject_kind: 'offline_sale',
    subject_id: hashId('offline', device_id, sale.receipt_number, problem.code),
    detail: { device_id, problem: problem.code, field, sale: rest },
  }
  const task_id = await transaction(db, actor, (tx) => openTask(tx, actor, task))
  return {
    receipt_number: sale.receipt_number,
    outcome: 'refused',
    order: null,
    problem: { code: problem.code, field },
    task_ids: [task_id],
  }
}

export type { OfflineLine }
