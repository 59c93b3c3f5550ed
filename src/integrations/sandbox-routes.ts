import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { followed_ms, moveHouseClock } from '#core/house-clock'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

const Time = Type.String({ format: 'date-time' })
const Now = Type.Object({ now: Time })
const Move = Type.Object(
  {
    advance_seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 63_072_000 })),
    to: Type.Optional(Time),
  },
  { additionalProperties: false, description: 'How far on, or to which moment; never back.' },
)
const audience = ['api:sandbox.clock']
const tags = ['integrations']

/** A clock that whoever builds on us may move on, where nobody lives by it. */
export function sandboxRoutes(app: App): void {
  app.get(
    '/v1/sandbox/clock',
    { config: { audience }, schema: { tags, summary: 'What time it is in this sandbox', response: { 200: Now } } },
    async (request) => {
      needSandbox(request)
      return { now: clock.iso() }
    },
  )

  app.post(
    '/v1/sandbox/clock',
    {
      config: { audience },
      schema: {
        tags,
        summary: 'Move this sandbox’s clock on and do what is due by then; refused in production',
        body: Move,
        response: { 201: Now },
      },
    },
    async (request, reply) => {
      needSandbox(request)
      const to_ms = momentOf(request.body)
      const answer = await once(request, reply, 201, async (tx) => {
        await moveHouseClock(tx, to_ms, `api:${request.actor.id}`)
        return { now: new Date(to_ms).toISOString() }
      })
      // Who has the answer finds every process there, and the past done.
      await pause(followed_ms)
      await app.due?.(request.db, clock.iso())
      return answer
    },
  )
}

function momentOf({ advance_seconds, to }: Type.Static<typeof Move>): number {
  if ((advance_seconds === undefined) === (to === undefined))
    refuse(
      'integrations.clock_how_far',
      400,
      'advance_seconds か to のどちらか一つを指定してください。',
      'Give either advance_seconds or to.',
      { field: 'advance_seconds' },
    )
  const to_ms = to === undefined ? clock.ms() + (advance_seconds as number) * 1000 : Date.parse(to)
  if (to_ms < clock.ms())
    refuse('integrations.clock_back', 409, '時計は進めることだけができます。', 'The clock can only be moved on.', {
      field: 'to',
    })
  return to_ms
}

function needSandbox({ actor }: FastifyRequest): void {
  if (process.env.ENGAWA_ENV !== 'production' && actor.sandbox) return
  refuse(
    'integrations.sandbox_only',
    403,
    'この操作は、本番以外の環境でサンドボックス用のキー（ek_test_…）でだけ使えます。',
    'This is for sandbox keys (ek_test_…) outside production only.',
  )
}
