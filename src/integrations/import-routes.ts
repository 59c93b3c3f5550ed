import { Readable } from 'node:stream'
import { cursorOf, readCursor } from '#access/access'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { csvLine } from '#core/csv'
import type { Pool, Tx } from '#core/database'
import { refuse } from '#core/problem'
import type { Resource } from '#integrations/fields'
import {
  ImportNew,
  ImportPage,
  ImportParams,
  ImportView,
  ImportWhole,
  PageQuery,
  RefusalPage,
} from '#integrations/import-shapes'
import { importable, needImportable } from '#integrations/may-import'
import { ask } from '#integrations/queue'
import { broughtBy, find, type Import, list, reasonsOf, refusals } from '#integrations/record'
import { askUndoing, keptOf } from '#integrations/undo'

const config = { audience: ['staff:admin', 'staff:merchandiser', 'api:imports'] }
const tags = ['integrations']
const refusals_a_page = 1_000

/** Imports: asked for, followed while a worker is at them, told what was refused and why, taken back whole. */
export function importRoutes(app: App): void {
  app.get(
    '/v1/integrations/imports',
    {
      config,
      schema: { tags, summary: 'Imports, newest first', querystring: PageQuery, response: { 200: ImportPage } },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const [at = '', id = ''] = after === undefined ? [] : readCursor(after, 2, ['at', 'id'])
        const found = await list(tx, importable(request.actor), after === undefined ? undefined : { at, id }, limit)
        return {
          items: found.map(view),
          next: cursorOf(found, limit, ({ started_at, import_id }) => [started_at, import_id]),
        }
      }),
  )

  app.post(
    '/v1/integrations/imports',
    {
      config,
      schema: {
        tags,
        summary:
          'Import a file by its plan. A worker does it: follow it by GET. The same file and plan again go on where they stood',
        body: ImportNew,
        response: { 202: ImportView },
      },
    },
    (request, reply) =>
      once(request, reply, 202, async (tx) => view(await ask(request.db, tx, request.actor, request.body.upload_id))),
  )

  app.get(
    '/v1/integrations/imports/:import_id',
    {
      config,
      schema: {
        tags,
        summary: 'How far an import is, what it brought, and why rows were refused',
        params: ImportParams,
        response: { 200: ImportWhole },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { import_id } = request.params
        const found = await importOf(tx, request.actor, import_id)
        return {
          ...view(found),
          brought: await broughtBy(tx, import_id),
          kept: await keptOf(tx, import_id),
          reasons: (await reasonsOf(tx, import_id)).map(({ rows, ...reason }) => ({ ...messages(reason), rows })),
        }
      }),
  )

  app.get(
    '/v1/integrations/imports/:import_id/refusals',
    {
      config,
      schema: {
        tags,
        summary: 'Rows that were refused, in the order of the file: number, field, reason; never their values',
        params: ImportParams,
        querystring: PageQuery,
        response: { 200: RefusalPage },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const { import_id } = await importOf(tx, request.actor, request.params.import_id)
        const [row = 0, field = ''] = after === undefined ? [] : readCursor(after, 2, ['count', 'text'])
        const found = await refusals(tx, import_id, { row: Number(row), field }, limit)
        return {
          items: found.map(({ row, ...reason }) => ({ row, ...messages(reason) })),
          next: cursorOf(found, limit, (last) => [String(last.row), last.field]),
        }
      }),
  )

  app.get(
    '/v1/integrations/imports/:import_id/error-file',
    {
      config,
      schema: {
        tags,
        summary: 'The same as a CSV that no spreadsheet runs as formulas',
        params: ImportParams,
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const { import_id } = request.params
      await within(request, (tx) => importOf(tx, request.actor, import_id))
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="import-${import_id}.csv"`)
        .send(Readable.from(lines(request.db, import_id)))
    },
  )

  app.post(
    '/v1/integrations/imports/:import_id/undoing',
    {
      config,
      schema: {
        tags,
        summary:
          'Take a whole import back: what it brought and nothing else. A worker does it; what was used since is kept',
        params: ImportParams,
        response: { 202: ImportView },
      },
    },
    (request, reply) =>
      once(request, reply, 202, async (tx) => {
        const { actor, params } = request
        const found = await importOf(tx, actor, params.import_id)
        needImportable(actor, found.resource as Resource)
        await askUndoing(tx, actor, params.import_id)
        return view(await importOf(tx, actor, params.import_id))
      }),
  )
}

async function importOf(tx: Tx, actor: Actor, import_id: string): Promise<Import> {
  const found = await find(tx, import_id)
  return found && (importable(actor) as readonly string[]).includes(found.resource)
    ? found
    : refuse('integrations.no_import', 404, 'この取り込みは見つかりません。', 'There is no such import.', {
        field: 'import_id',
      })
}

function view({ due, taken_at, problem, ...found }: Import) {
  const working = due === 'undoing' ? ('undoing' as const) : ('importing' as const)
  return {
    ...found,
    work: due === null ? null : taken_at === null ? ('waiting' as const) : working,
    problem: problem && { code: problem.code, messages: { ja: problem.ja, en: problem.en } },
  }
}

function messages({ field, reason_ja, reason_en }: { field: string; reason_ja: string; reason_en: string }) {
  return { field, messages: { ja: reason_ja, en: reason_en } }
}

// The mark tells spreadsheets in Japan that this is UTF-8.
async function* lines(db: Pool, import_id: string): AsyncGenerator<string> {
  yield '\ufeffrow,field,reason_ja,reason_en\r\n'
  for (let after = { row: 0, field: '' }; ; ) {
    const found = await refusals(db, import_id, after, refusals_a_page)
    yield found.map(({ row, field, reason_ja, reason_en }) => csvLine([row, field, reason_ja, reason_en])).join('')
    const last = found.at(-1)
    if (!last || found.length < refusals_a_page) return
    after = last
  }
}
