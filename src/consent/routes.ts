import type { FastifyRequest } from 'fastify'
import { audit, cursorOf, needPlace, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { customerOf, profilesOf } from '#customers/customers'
import { addWording, type Current, current, decide, history, purposes, putPurpose } from './consent.ts'
import * as shape from './shapes.ts'

const tags = ['consent']
const whose = { audience: ['visitor', 'staff:clerk', 'staff:agent', 'api:consent.read'] }
const deciders = { audience: ['visitor', 'staff:clerk', 'staff:agent', 'api:consent.write'] }
const admins = { audience: ['staff:admin', 'api:consent.write'] }

/** Purposes and their words, decisions, what stands, what stood. */
export function consentRoutes(app: App): void {
  app.get(
    '/v1/consent/purposes',
    {
      config: { audience: ['anyone'] },
      schema: { tags, summary: 'Purposes with the words in force', response: { 200: shape.pageOf(shape.Purpose) } },
    },
    async (request) => ({ items: await within(request, (tx) => purposes(tx, clock.iso())), next: null }),
  )

  app.put(
    '/v1/consent/purposes/:purpose',
    {
      config: admins,
      schema: {
        tags,
        summary: 'Add or change a purpose',
        params: shape.PurposeKey,
        body: shape.PurposePut,
        response: { 200: shape.Purpose },
      },
    },
    (request) =>
      within(request, async (tx) => {
        await putPurpose(tx, { ...request.params, ...request.body })
        return purposeNow(tx, request.params.purpose)
      }),
  )

  app.post(
    '/v1/consent/purposes/:purpose/wordings',
    {
      config: admins,
      schema: {
        tags,
        summary: 'Add the next version of the words',
        params: shape.PurposeKey,
        body: shape.WordingNew,
        response: { 201: shape.Wording },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) =>
        addWording(tx, request.params.purpose, {
          ...request.body,
          effective_from: request.body.effective_from ?? clock.iso(),
        }),
      ),
  )

  app.post(
    '/v1/consent/decisions',
    {
      config: deciders,
      schema: {
        tags,
        summary: 'Record decisions; answers what stands now',
        body: shape.DecisionNew,
        response: { 201: shape.Standing },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { actor, body } = request
        const profile_id = await subject(tx, request, body.profile_id, 'consent.decided')
        const place_id = body.place_id ?? actor.place_id
        if (place_id && !actor.profile_id) needPlace(actor, place_id)
        const source = body.source ?? (actor.profile_id ? 'my_page' : actor.kind === 'staff' ? 'counter' : 'api')
        const at = actor.kind === 'api' && body.decided_at ? new Date(body.decided_at).toISOString() : clock.iso()
        await decide(tx, actor, profile_id, body.decisions, source, place_id, at)
        return standing(await current(tx, await profilesOf(tx, profile_id)))
      }),
  )

  app.get(
    '/v1/consent/current',
    {
      config: whose,
      schema: {
        tags,
        summary: 'What stands for a person',
        querystring: shape.WhoseStanding,
        response: { 200: shape.Standing },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const profile_id = await subject(tx, request, request.query.profile_id, 'consent.viewed')
        return standing(await current(tx, await profilesOf(tx, profile_id)))
      }),
  )

  app.get(
    '/v1/consent/history',
    {
      config: whose,
      schema: {
        tags,
        summary: 'Every decision of a person, newest first',
        querystring: shape.WhoseHistory,
        response: { 200: shape.History },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { limit, cursor } = request.query
        const profile_id = await subject(tx, request, request.query.profile_id, 'consent.viewed')
        const [decided_at = '', decision_id = ''] = cursor ? readCursor(cursor, 2) : []
        const before = cursor ? { before: { decided_at, decision_id } } : {}
        const items = await history(tx, await profilesOf(tx, profile_id), { ...before, limit })
        return { items, next: cursorOf(items, limit, (last) => [last.decided_at, last.decision_id]) }
      }),
  )
}

async function purposeNow(tx: Tx, key: string) {
  const found = (await purposes(tx, clock.iso())).find((purpose) => purpose.purpose === key)
  return (
    found ??
    refuse('consent.no_purpose', 404, '同意の項目が見つかりません。', 'There is no such purpose.', { field: 'purpose' })
  )
}

// Herself, or for staff and systems the person named, whose existence is checked and the look audited.
async function subject(tx: Tx, request: FastifyRequest, named: string | undefined, action: string): Promise<string> {
  const { actor } = request
  if (actor.profile_id) return actor.profile_id
  const profile_id =
    named ??
    refuse('core.invalid', 400, 'profile_id を指定してください。', 'profile_id is needed.', { field: 'profile_id' })
  await customerOf(tx, profile_id)
  await audit(tx, actor, action, profile_id)
  return profile_id
}

// One line per purpose and channel: a no of any profile is her no.
function standing(decisions: Current[]) {
  const lines = new Map<string, Current>()
  for (const one of decisions) {
    const key = `${one.purpose} ${one.channel}`
    const known = lines.get(key)
    if (
      !known ||
      (known.granted && !one.granted) ||
      (known.granted === one.granted && known.decided_at < one.decided_at)
    )
      lines.set(key, one)
  }
  return { items: [...lines.values()], next: null }
}
