import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { countTry, deviceOf, issueTicket, type Limit, shopOrigin, tokenFor, useTicket } from '#access/access'
import { system } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { clock, local } from '#core/time'
import { posterOf } from '#stores/stores'
import { signUps } from './joining.ts'
import { type Registration, register } from './register.ts'
import { leastAge } from './settings.ts'
import * as shape from './shapes.ts'
import { signIn } from './sign-in.ts'

const tags = ['customers']
const limit: Limit = { name: 'registration', most_address: 30, window_seconds: 60 }
const ticket_seconds = 30 * 60
// On the shop's tablet she is signed in for as long as it takes to see her card and say what she agrees to.
const tablet_session_seconds = 10 * 60
const own_routes = ['storefront', 'app', 'line', 'poster']

type Handed = { place_id: string | null; staff_id: string }
type Input = Static<typeof shape.CustomerNew>

/** One front door for everybody who joins: from EC, app, LINE, a poster, the shop's tablet, a system; and how many came by which. */
export function joiningRoutes(app: App): void {
  app.post(
    '/v1/customers',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Register a member: by herself, by staff on the tablet, or by a system',
        description: 'By herself it also signs her in (cookie). An e-mail address registers once: 409 names the field.',
        body: shape.CustomerNew,
        response: { 201: shape.Registered },
      },
    },
    async (request, reply) => {
      const { actor } = request
      if (actor.kind === 'api' && !actor.scopes?.some((scope) => scope === '*' || scope === 'customers.write'))
        refuse(
          'access.not_allowed',
          403,
          'この操作をする権限がありません。',
          'This key lacks the scope customers.write.',
        )
      await countTry(request.db, limit, { from: request })
      const self = actor.kind === 'nobody' || actor.kind === 'visitor'
      let joined: { profile_id: string; on_tablet: boolean } | undefined
      const answer = await once(request, reply, 201, async (tx) => {
        const { on_tablet, ...input } = await arrived(tx, request)
        await ofAge(tx, input)
        const made = await register(tx, actor, input)
        joined = { profile_id: made.profile_id, on_tablet }
        return made
      })
      // Not on a replay: the kept answer must not hand out a session again.
      const who = joined
      if (self && who) {
        const way = { method: 'registration' as const, device: deviceOf(request) }
        const short = who.on_tablet ? { seconds: tablet_session_seconds } : {}
        const { session } = await transaction(request.db, system, (tx) =>
          signIn(tx, who.profile_id, actor, { ...way, ...short }),
        )
        tokenFor(reply, 'member', session)
      }
      return answer
    },
  )

  app.post(
    '/v1/customers/sign-ups',
    {
      config: { audience: ['staff:clerk'] },
      schema: {
        tags,
        summary: 'Hand the tablet over: a ticket with which the customer herself registers, once',
        response: { 201: shape.SignUpTicket },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { id: staff_id, place_id = null } = request.actor
        const sign_up = await issueTicket(tx, 'sign-up', { staff_id, place_id } satisfies Handed, ticket_seconds)
        const expires_at = new Date(clock.ms() + ticket_seconds * 1000).toISOString()
        // Behind the #: it reaches no server's log.
        return { sign_up, join_url: `${shopOrigin(request)}/join#${sign_up}`, expires_at }
      }),
  )

  app.get(
    '/v1/customers/sign-ups',
    {
      config: { audience: ['staff:manager', 'staff:marketer', 'api:customers.read'] },
      schema: {
        tags,
        summary: 'How many joined by which route (and place, poster), beside the same days of last year',
        querystring: shape.SignUpsAsked,
        response: { 200: shape.SignUps },
      },
    },
    async (request) => {
      const { from, to, by_place, by_poster } = request.query
      if (to < from)
        refuse(
          'customers.span',
          400,
          '期間の終わりは始まり以降にしてください。',
          'The end must not come before the start.',
          {
            field: 'to',
          },
        )
      const found = await within(request, (tx) => signUps(tx, { from, to }, { place: by_place, poster: by_poster }))
      return { from, to, ...found }
    },
  )
}

/** What the way she came says about her joining; refuses a stale ticket, an unknown poster, and a route nobody takes by herself. */
async function arrived(tx: Tx, request: FastifyRequest): Promise<Registration & { on_tablet: boolean }> {
  const { actor } = request
  const self = actor.kind !== 'staff' && actor.kind !== 'api'
  const { registered_at, poster_code, sign_up, place_id, ...input } = request.body as Input
  const dated = actor.kind === 'api' && registered_at ? { registered_at } : {}
  const base = { ...input, ...dated, on_tablet: false }
  if (sign_up) {
    const handed = await useTicket<Handed>(tx, 'sign-up', sign_up)
    if (!handed)
      return refuse(
        'customers.sign_up_stale',
        410,
        '登録の受付時間が過ぎました。スタッフにお声がけください。',
        'This sign-up ticket is stale; please ask the staff.',
        { field: 'sign_up' },
      )
    return { ...base, ...handed, route: 'counter_tablet', channel: 'store', on_tablet: true }
  }
  if (poster_code) {
    const found = await posterOf(tx, poster_code)
    return { ...base, route: 'poster', place_id: found.place_id, poster_id: found.poster_id }
  }
  if (self && input.route && !own_routes.includes(input.route))
    refuse('customers.route', 422, 'この登録経路は使えません。', 'Nobody joins by this route by herself.', {
      field: 'route',
    })
  const usual = self ? 'storefront' : actor.kind === 'staff' ? 'counter_tablet' : 'api'
  return { ...base, place_id: place_id ?? null, route: input.route ?? usual }
}

// A retailer may want guardians to register children: a setting, off (0) unless she does.
async function ofAge(tx: Tx, { birth_date }: Registration): Promise<void> {
  const least = await setting(tx, leastAge)
  if (!least || !birth_date) return
  const today = local(clock.now(), 'Asia/Tokyo').date
  const birthday = `${Number(birth_date.slice(0, 4)) + least}${birth_date.slice(4)}`
  if (birthday > today)
    refuse(
      'customers.guardian_needed',
      422,
      `${least}歳未満の方は、保護者の方がご登録ください。`,
      `Under ${least}, a guardian must register.`,
      { field: 'birth_date' },
    )
}
