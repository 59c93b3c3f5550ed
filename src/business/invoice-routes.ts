import { Type } from 'typebox'
import { audit, cursorOf, readCursor } from '#access/access'
import { paperOf } from '#business/invoice-paper'
import { ageing, copyOf, type Invoice, invoice, invoices } from '#business/invoices'
import { receivePayment } from '#business/matching'
import { contactOf } from '#business/ordering'
import * as shape from '#business/shapes'
import { pdf } from '#channels/paper/pdf'
import { type Actor, system } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { type Pool, type Tx, transaction } from '#core/database'

const { tags } = shape
const keepers = { audience: ['staff:admin', 'api:business.write'] }
const readers = { audience: ['staff:admin', 'api:business.read'] }
const byInvoice = Type.Object({ invoice_id: shape.id })

/** Bills of closed months, the money that pays them, and what is late. */
export function invoiceRoutes(app: App): void {
  app.get(
    '/v1/business/invoices',
    {
      config: { audience: [...readers.audience, 'member'] },
      schema: {
        tags,
        summary: 'Invoices, the longest due first; a contact sees her company’s',
        querystring: Type.Object({
          account_id: Type.Optional(shape.id),
          open: Type.Optional(Type.Boolean()),
          overdue: Type.Optional(Type.Boolean()),
          ...shape.page,
        }),
        response: { 200: shape.pageOf(shape.due) },
      },
    },
    async (request) => {
      const { after, limit, ...want } = request.query
      const { actor } = request
      if (actor.kind === 'member') await contactOf(request.db, actor, want.account_id)
      return seen(request.db, actor, async (tx) => {
        const items = await invoices(tx, {
          ...want,
          limit,
          ...(after ? { after: readCursor(after, 2, ['day', 'id']) as [string, string] } : {}),
        })
        return { items, next: cursorOf(items, limit, (last) => [last.due_on, last.invoice_id]) }
      })
    },
  )
  app.get(
    '/v1/business/invoices/:invoice_id',
    {
      config: { audience: [...readers.audience, 'member'] },
      schema: { tags, summary: 'One invoice as a document', params: byInvoice, response: { 200: shape.invoice } },
    },
    (request) => shownTo(request.db, request.actor, request.params.invoice_id),
  )
  app.get(
    '/v1/business/invoices/:invoice_id/file',
    {
      config: { audience: [...readers.audience, 'member'] },
      schema: {
        tags,
        summary: 'One invoice as PDF; once issued again, marked as such',
        params: byInvoice,
        querystring: Type.Object({
          language: Type.Union([Type.Literal('ja'), Type.Literal('en')], { default: 'ja' }),
        }),
        produces: ['application/pdf'],
      },
    },
    async (request, reply) => {
      const found = await shownTo(request.db, request.actor, request.params.invoice_id)
      // The transaction has ended: a PDF is streamed and holds no connection.
      return reply
        .header('Cache-Control', 'private, no-store')
        .header('Content-Disposition', `inline; filename="${found.number}.pdf"`)
        .type('application/pdf')
        .send(pdf(paperOf(found, request.query.language), found.copies + 1))
    },
  )
  app.post(
    '/v1/business/invoices/:invoice_id/copies',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Issue it again (再発行): the same document, counted',
        params: byInvoice,
        response: {
          201: Type.Object({ copy_number: Type.Integer(), reissued: Type.Boolean(), invoice: shape.invoice }),
        },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const found = await invoice(tx, request.params.invoice_id)
        await audit(tx, request.actor, 'business.invoice', found.account_id)
        const copy_number = await copyOf(tx, request.actor, found)
        return { copy_number, reissued: true, invoice: { ...found, copies: copy_number } }
      }),
  )
  app.post(
    '/v1/business/accounts/:account_id/payments',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Money came: it pays the invoices named, then the oldest',
        params: Type.Object({ account_id: shape.id }),
        body: shape.paymentBody,
        response: { 201: shape.payment },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => receivePayment(tx, request.actor, request.params.account_id, request.body)),
  )
  app.get(
    '/v1/business/ageing',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What companies owe, by how long it has been due',
        querystring: Type.Object({ account_id: Type.Optional(shape.id) }),
        response: { 200: shape.pageOf(shape.ageing) },
      },
    },
    (request) => within(request, async (tx) => ({ items: await ageing(tx, request.query.account_id), next: null })),
  )
}

// A contact's own transaction would not see the company's rows: that she is one is asked first, then the house reads.
function seen<T>(db: Pool, actor: Actor, read: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, actor.kind === 'member' ? system : actor, read)
}

function shownTo(db: Pool, actor: Actor, invoice_id: string): Promise<Invoice> {
  return seen(db, actor, async (tx) => {
    const found = await invoice(tx, invoice_id)
    if (actor.kind === 'member') await contactOf(db, actor, found.account_id)
    else await audit(tx, actor, 'business.invoice', found.account_id)
    return found
  })
}
