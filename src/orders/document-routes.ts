import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { audit, auditAll } from '#access/access'
import type { Paper } from '#channels/paper/paper'
import { pdf } from '#channels/paper/pdf'
import { type RollFormat, roll, rollFormats } from '#channels/paper/roll'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import {
  CopyInput,
  CorrectionInput,
  DocumentInput,
  DocumentSearchInput,
  DocumentView,
  FileQuery,
} from '#orders/document-view'
import {
  type Addressee,
  correct,
  documentsOf,
  findDocument,
  issue,
  paperOf,
  reprint,
  searchDocuments,
} from '#orders/documents'
import { holdSlip } from '#orders/hold-slip'
import { findHold } from '#orders/hold-view'
import { findReturn } from '#orders/return-read'
import { seen } from '#orders/return-routes'
import { needShopOf } from '#orders/shops'

const produces = [
  'application/pdf',
  ...Object.values(rollFormats).map(({ media_type }) => media_type.split(';')[0] as string),
]
const holders = ['member', 'visitor', 'staff:clerk', 'staff:agent', 'api:orders.write']
const readers = ['member', 'visitor', 'staff', 'api:orders.read']
const ById = Type.Object({ order_id: Type.String({ format: 'uuid' }) })
const ByDocument = Type.Object({
  order_id: Type.String({ format: 'uuid' }),
  document_id: Type.String({ format: 'uuid' }),
})

export function documentRoutes(app: App): void {
  app.post(
    '/v1/orders/documents/searches',
    {
      config: { audience: ['staff:manager', 'api:orders.read'] },
      schema: {
        summary: 'Documents by date, amount, counterparty (電子帳簿保存法)',
        body: DocumentSearchInput,
        response: { 200: Type.Object({ items: Type.Array(DocumentView) }) },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { limit = 100, ...wanted } = request.body
        const items = await searchDocuments(tx, request.actor.place_ids, wanted, limit)
        await auditAll(
          tx,
          request.actor,
          'orders.documents',
          items.map(({ profile_id }) => profile_id),
        )
        return { items }
      }),
  )

  app.post(
    '/v1/orders/:order_id/documents',
    {
      config: { audience: holders },
      schema: {
        summary: 'Issue a receipt, return invoice, 領収書 …; asked again, its next copy',
        params: ById,
        body: DocumentInput,
        response: { 201: DocumentView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { addressee, medium, ...wish } = request.body
        const order = await seen(tx, request.actor, request.params.order_id)
        return issue(tx, request.actor, order, {
          ...wish,
          to: named(addressee),
          medium: mediumOf(request.actor, medium),
        })
      }),
  )

  app.get(
    '/v1/orders/:order_id/documents',
    {
      config: { audience: readers },
      schema: { params: ById, response: { 200: Type.Object({ items: Type.Array(DocumentView) }) } },
    },
    (request) =>
      within(request, async (tx) => ({
        items: await documentsOf(tx, await seen(tx, request.actor, request.params.order_id)),
      })),
  )

  app.post(
    '/v1/orders/:order_id/documents/:document_id/copies',
    {
      config: { audience: holders },
      schema: {
        summary: 'Print once more: it says 再発行 and which',
        params: ByDocument,
        body: CopyInput,
        response: { 201: DocumentView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const order = await seen(tx, request.actor, request.params.order_id)
        const document = await findDocument(tx, order, request.params.document_id)
        return reprint(tx, request.actor, document, mediumOf(request.actor, request.body.medium))
      }),
  )

  app.post(
    '/v1/orders/:order_id/documents/:document_id/corrections',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:orders.write'] },
      schema: {
        summary: 'A new version that names the one it replaces',
        params: ByDocument,
        body: CorrectionInput,
        response: { 201: DocumentView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { addressee, purpose, medium } = request.body
        const order = await seen(tx, request.actor, request.params.order_id)
        const document = await findDocument(tx, order, request.params.document_id)
        // Printed wherever the customer stands; but what a paper says is changed by a shop it concerns.
        const { return_id } = document
        needShopOf(request.actor, order.view, return_id ? (await findReturn(tx, order, return_id)).place_id : undefined)
        return correct(tx, request.actor, order, document, {
          to: named(addressee),
          purpose,
          medium: mediumOf(request.actor, medium),
        })
      }),
  )

  app.get(
    '/v1/orders/:order_id/documents/:document_id/file',
    {
      config: { audience: readers },
      schema: {
        summary: 'The latest copy of a document as PDF or for a receipt printer',
        params: ByDocument,
        querystring: FileQuery,
        produces,
      },
    },
    async (request, reply) => {
      const { order_id, document_id } = request.params
      const { format = 'pdf', language = 'ja', columns = 48 } = request.query
      const document = await within(request, async (tx) =>
        findDocument(tx, await seen(tx, request.actor, order_id), document_id),
      )
      const paper = paperOf(document, language)
      return sendPaper(reply, paper, document.copy, { format, columns })
    },
  )

  app.get(
    '/v1/orders/holds/:hold_id/slip',
    {
      config: { audience: readers },
      schema: {
        summary: 'What is set aside, for whom and until when, as PDF or for a receipt printer',
        params: Type.Object({ hold_id: Type.String({ format: 'uuid' }) }),
        querystring: FileQuery,
        produces,
      },
    },
    async (request, reply) => {
      const { format = 'pdf', language = 'ja', columns = 48 } = request.query
      const slip = await within(request, async (tx) => {
        const hold = await findHold(tx, request.params.hold_id)
        if (request.actor.kind === 'staff') await audit(tx, request.actor, 'orders.read', hold.profile_id)
        return holdSlip(tx, hold, language)
      })
      return sendPaper(reply, slip, 1, { format, columns })
    },
  )
}

// The transaction has ended: rendering holds no connection, and a PDF is streamed.
function sendPaper(
  reply: FastifyReply,
  paper: Paper,
  copy: number,
  { format, columns }: { format: string; columns: number },
) {
  reply.header('Cache-Control', 'private, no-store')
  if (format === 'pdf')
    return reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="${paper.number}.pdf"`)
      .send(pdf(paper, copy))
  const roll_format = format as RollFormat
  return reply.type(rollFormats[roll_format].media_type).send(roll(paper, copy, roll_format, columns))
}

type Named = { name: string; honorific?: '様' | '御中'; postal_code?: string; address?: string }

function named(to: Named | undefined): Addressee | undefined {
  return to && { ...to, honorific: to.honorific ?? (/会社|法人|組合|商店|Co\.|Inc|Ltd/.test(to.name) ? '御中' : '様') }
}

// What a customer calls up on her own screen is electronic, whatever she says.
function mediumOf(actor: Actor, asked: 'paper' | 'electronic' | undefined): 'paper' | 'electronic' {
  return actor.kind === 'member' || actor.kind === 'visitor' ? 'electronic' : (asked ?? 'paper')
}
