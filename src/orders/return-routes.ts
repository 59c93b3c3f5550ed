import { Type } from 'typebox'
import { audit, managerOf, needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Pool, Tx } from '#core/database'
import { refuse } from '#core/problem'
import { carryOut } from '#orders/operations'
import { find, type Order } from '#orders/read'
import { findReturn, type ReturnRow, returnsOf } from '#orders/return-read'
import { returnable } from '#orders/return-search'
import {
  Returnable,
  ReturnInput,
  ReturnQuoteInput,
  ReturnQuoteView,
  ReturnSearch,
  ReturnView,
} from '#orders/return-view'
import { type Override, plan, takeBack } from '#orders/returns'

const receivers = ['staff:clerk', 'staff:agent', 'api:orders.write']
const ById = Type.Object({ order_id: Type.String({ format: 'uuid' }) })

export function returnRoutes(app: App): void {
  app.post(
    '/v1/orders/returns/searches',
    {
      config: { audience: receivers },
      schema: {
        summary: 'Orders whose goods may come back: by receipt number, or by her history',
        body: ReturnSearch,
        response: { 200: Type.Object({ items: Type.Array(Returnable) }) },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { profile_id } = request.body
        if (profile_id) await audit(tx, request.actor, 'orders.list', profile_id)
        return { items: await returnable(tx, request.body) }
      }),
  )

  app.post(
    '/v1/orders/:order_id/returns/quotes',
    {
      config: { audience: ['member', 'visitor', ...receivers] },
      schema: {
        summary: 'What a return would give: refund, tax, points, money per payment',
        params: ById,
        body: ReturnQuoteInput,
        response: { 200: ReturnQuoteView },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { way = 'counter', ...wish } = request.body
        const { slip, conditions, refunds, hindrances, return_by } = await plan(
          tx,
          await find(tx, request.params.order_id),
          { ...wish, way },
        )
        return {
          lines: slip.lines.map(({ id, points_yen, ...line }) => ({
            ...line,
            line_no: Number(id),
            condition: conditions.get(Number(id)) ?? 'sellable',
            points_back: points_yen,
          })),
          total_yen: slip.total_yen,
          tax_yen: slip.tax_yen,
          taxes: slip.taxes,
          refund_yen: slip.refund_yen,
          points_back: slip.points_yen,
          points_taken: slip.points_clawed,
          refunds,
          return_by,
          hindrances,
        }
      }),
  )

  app.post(
    '/v1/orders/:order_id/returns',
    {
      config: { audience: receivers },
      schema: {
        summary: 'Take goods back, in any shop',
        params: ById,
        body: ReturnInput,
        response: { 201: ReturnView },
      },
    },
    async (request, reply) => {
      const { actor, body, db } = request
      const place_id = receivingPlace(actor, body.place_id)
      const override = await approval(db, actor, place_id, body.override)
      let paid_orders: string[] = []
      const text = await once(request, reply, 201, async (tx) => {
        const order = await seen(tx, actor, request.params.order_id)
        const { lines, reason, way = 'counter' } = body
        const row = await takeBack(tx, actor, order, { lines, reason, way }, place_id, override)
        sameRefund(body.expected_refund_yen, row.refund_yen)
        paid_orders = row.refunds.map(({ paid_order_id }) => paid_order_id)
        return shownReturn(row)
      })
      for (const order_id of new Set(paid_orders)) await carryOut(db, { order_id })
      return text
    },
  )

  app.get(
    '/v1/orders/:order_id/returns',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: { params: ById, response: { 200: Type.Object({ items: Type.Array(ReturnView) }) } },
    },
    (request) =>
      within(request, async (tx) => {
        const order = await seen(tx, request.actor, request.params.order_id)
        return { items: (await returnsOf(tx, order)).map(shownReturn) }
      }),
  )

  app.get(
    '/v1/orders/:order_id/returns/:return_id',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: {
        params: Type.Object({ order_id: Type.String({ format: 'uuid' }), return_id: Type.String({ format: 'uuid' }) }),
        response: { 200: ReturnView },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const order = await seen(tx, request.actor, request.params.order_id)
        return shownReturn(await findReturn(tx, order, request.params.return_id))
      }),
  )
}

/** An order as read by this caller; staff who look at a person's are on record. */
export async function seen(tx: Tx, actor: Actor, order_id: string): Promise<Order> {
  const order = await find(tx, order_id)
  if (order.view.profile_id && actor.kind === 'staff') await audit(tx, actor, 'orders.read', order.profile_id)
  return order
}

/** Where goods are received: the place named, or where the clerk stands; whosever sale it was. */
export function receivingPlace(actor: Actor, asked: string | undefined): string {
  const place_id = asked ?? actor.place_id
  if (!place_id)
    return refuse('orders.place_needed', 422, '店舗を選んでください。', 'Choose a shop.', { field: 'place_id' })
  needPlace(actor, place_id)
  return place_id
}

/** Refuse when the money is not what was shown. */
export function sameRefund(expected: number | undefined, refund_yen: number): void {
  if (expected === undefined || expected === refund_yen) return
  refuse(
    'orders.refund_changed',
    409,
    '返金額が変わりました。新しい金額をご確認ください。',
    'The refund has changed; please look at the new amount.',
    { field: 'expected_refund_yen', refund_yen },
  )
}

type Asked = { reason: string; approved_by?: { code: string; pin: string } | undefined }

/** Who sets the rules aside: the caller if she is a manager, else the manager whose code and PIN are given. */
export async function approval(
  db: Pool,
  actor: Actor,
  place_id: string,
  asked: Asked,
  field?: string,
): Promise<Override>
export async function approval(
  db: Pool,
  actor: Actor,
  place_id: string,
  asked: Asked | undefined,
  field?: string,
): Promise<Override | null>
export async function approval(
  db: Pool,
  actor: Actor,
  place_id: string,
  asked: Asked | undefined,
  field = 'override.approved_by',
): Promise<Override | null> {
  if (!asked) return null
  const { reason, approved_by } = asked
  const staff_id = await managerOf(db, actor, place_id, approved_by)
  return staff_id
    ? { reason, staff_id }
    : refuse('orders.manager_needed', 403, 'この店舗の店長の承認が必要です。', 'A manager of this shop must approve.', {
        field,
      })
}

export function shownReturn(row: ReturnRow) {
  return { ...row, tax_yen: row.taxes.reduce((all, { tax_yen }) => all + tax_yen, 0) }
}
