import Type from 'typebox'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { byExternalId, externalOf } from '#core/external'
import { auditOf } from './audit.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { needFresh } from './fresh.ts'
import { apiKeys, makeApiKey, revokeApiKey } from './keys.ts'
import { staffPasskeyRoutes } from './passkey-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { closeSessionsOf } from './sessions.ts'
import * as shape from './shapes.ts'
import { needRight, putStaff, staffById, staffByKey, staffList } from './staff.ts'

const tags = ['access']
const readers = { audience: ['staff', 'api:access.read'] }
const managers = { audience: ['staff:manager', 'api:access.write'] }
const admins = { audience: ['staff:admin'] }
// Who may come in, and how far: not from a screen somebody left open.
const rights = { config: managers, preHandler: needFresh }
const keys = { config: admins, preHandler: needFresh }

/** Staff sign-in and PIN switch, who am I, staff, API keys, the audit of people. */
export function accessRoutes(app: App): void {
  sessionRoutes(app)
  staffPasskeyRoutes(app)

  app.get(
    '/v1/access/me',
    { config: { audience: ['anyone'] }, schema: { tags, summary: 'Who am I', response: { 200: shape.Me } } },
    async (request) => {
      const { actor } = request
      const staff = actor.kind === 'staff' ? await within(request, (tx) => staffById(tx, actor.id)) : null
      return {
        kind: actor.kind,
        profile_id: actor.profile_id ?? null,
        staff,
        place_id: actor.place_id ?? null,
        place_ids: actor.place_ids ?? null,
        scopes: actor.scopes ?? [],
      }
    },
  )

  app.get(
    '/v1/access/staff',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Staff of my shops',
        querystring: shape.Page,
        response: { 200: shape.pageOf(shape.Staff) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const [after = ''] = cursor ? readCursor(cursor, 1) : []
      const items = await within(request, (tx) => staffList(tx, request.actor, { after, limit }))
      return { items, next: cursorOf(items, limit, (last) => [last.code]) }
    },
  )

  app.post(
    '/v1/access/staff',
    {
      ...rights,
      schema: { tags, summary: 'Add a staff member', body: shape.StaffNew, response: { 201: shape.Staff } },
    },
    (request, reply) => once(request, reply, 201, (tx) => putStaff(tx, request.actor, request.body)),
  )

  app.get(
    '/v1/access/staff/:staff_id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One staff member',
        params: Type.Object({ staff_id: shape.Key }),
        response: { 200: shape.Staff },
      },
    },
    (request) => within(request, (tx) => staffByKey(tx, request.params.staff_id)),
  )

  app.patch(
    '/v1/access/staff/:staff_id',
    {
      ...rights,
      schema: {
        tags,
        summary: 'Change a staff member',
        params: Type.Object({ staff_id: shape.Key }),
        body: shape.StaffChange,
        response: { 200: shape.Staff },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const before = await staffByKey(tx, request.params.staff_id)
        return putStaff(tx, request.actor, { ...before, ...request.body }, { staff_id: before.staff_id })
      }),
  )

  app.put(
    '/v1/access/staff/:staff_id',
    {
      ...rights,
      schema: {
        tags,
        summary: 'Make or change the staff member of an external id (`ext:…`), or change one of ours',
        params: Type.Object({ staff_id: shape.Key }),
        body: shape.StaffPut,
        response: { 200: shape.Staff },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const external_id = externalOf(request.params.staff_id)
        if (external_id !== undefined) return putStaff(tx, request.actor, { ...request.body, external_id })
        const { staff_id } = await staffById(tx, request.params.staff_id)
        return putStaff(tx, request.actor, request.body, { staff_id })
      }),
  )

  app.delete(
    '/v1/access/staff/:staff_id/sessions',
    {
      config: managers,
      schema: {
        tags,
        summary: 'Sign a staff member out everywhere: a lost tablet, a doubt',
        params: Type.Object({ staff_id: shape.Key }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await within(request, async (tx) => {
        const staff = await staffByKey(tx, request.params.staff_id)
        needRight(request.actor, staff.role, staff.place_ids)
        await closeSessionsOf(tx, { staff_id: staff.staff_id })
      })
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/v1/access/staff/by-external-id/:external_id',
    {
      preHandler: needFresh,
      config: { ...managers, deprecated: { ...byExternalId, instead: '/v1/access/staff/ext:{external_id}' } },
      schema: {
        tags,
        summary: "Add or change a staff member under the retailer's own id",
        params: Type.Object({ external_id: Type.String({ minLength: 1, maxLength: 200 }) }),
        body: shape.StaffPut,
        response: { 200: shape.Staff },
      },
    },
    (request) =>
      within(request, (tx) =>
        putStaff(tx, request.actor, { ...request.body, external_id: request.params.external_id }),
      ),
  )

  app.get(
    '/v1/access/api-keys',
    {
      config: admins,
      schema: { tags, summary: 'API keys (never the key itself)', response: { 200: shape.pageOf(shape.ApiKey) } },
    },
    async (request) => ({ items: await within(request, apiKeys), next: null }),
  )

  app.post(
    '/v1/access/api-keys',
    {
      ...keys,
      schema: {
        tags,
        summary: 'Make an API key; it is shown once',
        body: shape.ApiKeyNew,
        response: { 201: shape.ApiKeyMade },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => makeApiKey(tx, request.body)),
  )

  app.delete(
    '/v1/access/api-keys/:key_id',
    {
      ...keys,
      schema: {
        tags,
        summary: 'Revoke an API key',
        params: Type.Object({ key_id: shape.Id }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await within(request, (tx) => revokeApiKey(tx, request.params.key_id))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/access/audit',
    {
      config: admins,
      schema: {
        tags,
        summary: 'Who looked at this person, newest first',
        querystring: Type.Object({ profile_id: shape.Id, ...shape.Page.properties }),
        response: { 200: shape.pageOf(shape.AuditEntry) },
      },
    },
    async (request) => {
      const { profile_id, cursor, limit } = request.query
      const [at = '', audit_id = ''] = cursor ? readCursor(cursor, 2) : []
      const before = cursor ? { before: { at, audit_id } } : {}
      const items = await within(request, (tx) => auditOf(tx, [profile_id], { ...before, limit }))
      return { items, next: cursorOf(items, limit, (last) => [last.at, last.audit_id]) }
    },
  )
}
