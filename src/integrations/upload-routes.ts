import type { Readable } from 'node:stream'
import Type from 'typebox'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { fields, type Resource } from '#integrations/fields'
import { sourceOf } from '#integrations/guess'
import { forms } from '#integrations/guess-forms'
import { guessFile, importFile } from '#integrations/import-file'
import {
  FieldsView,
  GuessQuery,
  GuessView,
  PlanNew,
  PlanView,
  UploadNew,
  UploadParams,
  UploadView,
} from '#integrations/import-shapes'
import { fieldTitle, titleOf } from '#integrations/import-words'
import { objectOf } from '#integrations/map'
import { importable, needImportable } from '#integrations/may-import'
import { shippedMaps, shippedText } from '#integrations/shipped-maps'
import { announce, contentOf, forget, keepPlan, receive, type Upload, uploadOf } from '#integrations/uploads'

const config = { audience: ['staff:admin', 'staff:merchandiser', 'api:imports'] }
const tags = ['integrations']
/** A preview answers at once: it looks at so many rows and says whether those were all. */
const preview_rows = 5_000

/** Sending a file to be imported: announced, sent, guessed, and given a plan that is shown as it would come out. */
export function uploadRoutes(app: App): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  app.get(
    '/v1/integrations/import-fields',
    {
      config,
      schema: {
        tags,
        summary: 'What can be imported: resources, their fields, shipped maps',
        response: { 200: FieldsView },
      },
    },
    async ({ actor }) => ({ items: importable(actor).map(described), next: null }),
  )

  app.post(
    '/v1/integrations/uploads',
    {
      config,
      schema: {
        tags,
        summary: 'Announce a file; its bytes follow by PUT …/content',
        body: UploadNew,
        response: { 201: UploadView },
      },
    },
    (request, reply) => {
      needImportable(request.actor, 'products')
      return once(request, reply, 201, async (tx) => view(await announce(tx, request.actor, request.body.file_name)))
    },
  )

  app.put(
    '/v1/integrations/uploads/:upload_id/content',
    {
      config,
      schema: {
        tags,
        summary: 'Send the bytes of the file (application/octet-stream), of any length the house allows',
        params: UploadParams,
        body: { content: { 'application/octet-stream': { schema: {} } } },
        response: { 200: UploadView },
      },
    },
    async (request) => {
      const { actor, params } = request
      const upload = await within(request, (tx) => uploadOf(tx, actor, params.upload_id))
      const bytes = (request.body as Readable | undefined) ?? []
      return view(await receive(request.db, actor, upload, bytes as AsyncIterable<Buffer>))
    },
  )

  app.get(
    '/v1/integrations/uploads/:upload_id',
    { config, schema: { tags, summary: 'A file that was sent', params: UploadParams, response: { 200: UploadView } } },
    (request) => within(request, async (tx) => view(await uploadOf(tx, request.actor, request.params.upload_id))),
  )

  app.delete(
    '/v1/integrations/uploads/:upload_id',
    {
      config,
      schema: {
        tags,
        summary: 'Forget a file at once; what was imported from it stays',
        params: UploadParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await within(request, (tx) => forget(tx, request.actor, request.params.upload_id))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/integrations/uploads/:upload_id/guess',
    {
      config,
      schema: {
        tags,
        summary: 'What the file seems to hold: encoding, which column is which field, and the map that makes',
        params: UploadParams,
        querystring: GuessQuery,
        response: { 200: GuessView },
      },
    },
    async (request) => {
      const { actor, db, params, query } = request
      if (query.resource) needImportable(actor, query.resource)
      const upload = await within(request, (tx) => uploadOf(tx, actor, params.upload_id))
      const file = contentOf(db, upload)
      const source = query.source ?? sourceOf(file.name)
      const guess = await guessFile(file, query.resource ?? importable(actor), source)
      return {
        ...guess,
        columns: guess.columns.map((column) => ({
          ...column,
          forms: column.forms.map((form) => ({ form, title: forms[form] })),
        })),
        map: objectOf(guess.map),
      }
    },
  )

  app.put(
    '/v1/integrations/uploads/:upload_id/plan',
    {
      config,
      schema: {
        tags,
        summary: `Say how the file is to be read; the answer shows what would come of its first ${preview_rows.toLocaleString('en-US')} rows. Writes nothing but the plan`,
        params: UploadParams,
        body: PlanNew,
        response: { 200: PlanView },
      },
    },
    async (request) => {
      const { actor, db, params } = request
      const { resource, on_conflict } = request.body
      needImportable(actor, resource)
      const map = textOf(request.body.map)
      const upload = await within(request, (tx) => uploadOf(tx, actor, params.upload_id))
      const report = await importFile(db, actor, {
        resource,
        file: contentOf(db, upload),
        map: { text: map },
        on_conflict,
        dry_run: true,
        rows_at_most: preview_rows,
      })
      await transaction(db, actor, (tx) => keepPlan(tx, upload.upload_id, { resource, map, on_conflict }))
      const { source, rows_read, rows_written, rows_repeated, rows_refused, first_rows, refused, reasons } = report
      return {
        resource,
        source,
        on_conflict: on_conflict ?? null,
        rows_looked: rows_read,
        whole: rows_read < preview_rows,
        rows_fresh: rows_written,
        rows_repeated,
        rows_refused,
        first_rows: (first_rows ?? []).map(({ row, values }) => ({
          row,
          values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null])),
        })),
        refused: refused.map(({ row, field, reason }) => ({ row, field, messages: reason })),
        reasons: reasons.map(({ field, reason, rows }) => ({ field, messages: reason, rows })),
      }
    },
  )
}

function view({ upload_id, file_name, bytes, resource, map, on_conflict, created_at }: Upload) {
  return { upload_id, file_name, bytes, resource, on_conflict, map: map === null ? null : objectOf(map), created_at }
}

function textOf(map: string | Record<string, unknown>): string {
  return typeof map === 'string' ? (shippedText(map) ?? map) : JSON.stringify(map)
}

function described(resource: Resource) {
  return {
    resource,
    title: titleOf(resource),
    fields: Object.entries(fields[resource]).map(([field, { kind, needed }]) => ({
      field,
      title: fieldTitle(resource, field),
      kind: typeof kind === 'string' ? kind : 'choice',
      needed: needed ?? false,
      choices: typeof kind === 'string' ? [] : [...kind],
    })),
    maps: shippedMaps()
      .filter((map) => map.resources.includes(resource))
      .map(({ name, title }) => ({ name, title })),
  }
}
