/**
 * The demo: who one may be, the next day, starting over, the race for the last shirt. Mounted only outside production and
 * answered only to this machine and its local network: whoever may ask can become anybody here. It stands beside the API,
 * not in it: no audience, no Idempotency-Key; writes need the Engawa-Face header, which no other site can send.
 */
import { BlockList, isIPv6 } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { openSession, setCookie } from '#access/access'
import { forgetAll } from '#catalog/catalog'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { type Pool, transaction } from '#core/database'
import { applyHouseClock } from '#core/house-clock'
import { Problem, refuse } from '#core/problem'
import { clock } from '#core/time'
import { wipe } from '#core/wipe'
import { demoToday, moveDays } from '#demo-clock'
import { beginTown, type Making } from '#demo-making'
import { demoMember, demoPeople, demoPin } from '#demo-people'
import { prepareRace, racePath } from '#demo-race'
import { stageOf } from '#demo-scenes'
import { townsfolk } from '#demo-town'
import { tick } from '#reactions'
import { rooms } from '#rooms'
import { sceneNames } from '../town/scenes.ts'

export type Demo = {
  /** Asks everyone but the town to wait while it is being made. */
  gate(request: FastifyRequest): void
  mount(app: App): void
  /** Fill an empty database, or go on filling it; returns when the shops can sell. */
  prepare(app: App): Promise<void>
  /** While the past is being played, the present must not sweep it: the town does so at its own moments. */
  playing(): boolean
  stop(): Promise<void>
}

// Caches hold what they know for a second.
const caches_ms = 1_100
const hide = { hide: true }
const door = { config: { page: true }, schema: hide, onRequest: async (request: FastifyRequest) => needNear(request) }
const SignIn = Type.Object({
  kind: Type.Union([Type.Literal('member'), Type.Literal('staff')]),
  code: Type.String({ maxLength: 20 }),
})
const Scene = Type.Object({ scene: Type.Enum(sceneNames) })
const Days = Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })) })

export function demoOf(db: Pool): Demo {
  let making: Making | undefined
  let closed = false
  const stage = stageOf(db)

  async function behindClosedDoors(work: () => Promise<void>): Promise<void> {
    closed = true
    try {
      await work()
    } finally {
      closed = false
    }
  }

  async function make(app: App): Promise<void> {
    making = await beginTown(db, app)
    await making?.sellable
  }

  async function startOver(app: App): Promise<void> {
    await stage.stop()
    await making?.stop()
    await wipe(db, [...rooms, 'channels'])
    forgetAll()
    await sleep(caches_ms)
    await applyHouseClock(db)
    await make(app)
  }

  async function cookieOf(app: App, kind: 'member' | 'staff', code: string) {
    if (kind === 'member')
      return transaction(db, system, async (tx) => openSession(tx, { kind, profile_id: await demoMember(tx, code) }))
    const headers = { [townsfolk.name]: townsfolk.value }
    const payload = { staff_code: code, pin: demoPin(code) }
    const reply = await app.inject({ method: 'POST', url: '/v1/access/staff-sessions', headers, payload })
    return reply.statusCode === 201 ? reply.json<{ token: string; expires_at: string }>() : preparing()
  }

  function preparing(): never {
    const percent = Math.round((making?.share() ?? 0) * 100)
    throw new Problem(
      'demo.preparing',
      503,
      {
        ja: `デモのお店を用意しています（${percent}%）。1分ほどお待ちください。`,
        en: `The demo is being made (${percent}%). It takes about a minute.`,
      },
      { percent },
    )
  }

  return {
    prepare: (app) => behindClosedDoors(() => make(app)),
    gate(request) {
      if (closed && request.url !== '/livez' && request.headers[townsfolk.name] !== townsfolk.value) preparing()
    },
    playing: () => closed || (making !== undefined && making.share() < 1),
    async stop() {
      await stage.stop()
      await making?.stop()
    },
    mount(app) {
      app.get('/v1/demo', door, async () => {
        const share = making?.share() ?? 1
        if (closed)
          return { today: demoToday(), now: clock.iso(), preparing: share, try_path: '/', people: [], scenes: [] }
        return {
          today: demoToday(),
          now: clock.iso(),
          preparing: share < 1 ? share : null,
          try_path: await racePath(db),
          people: await demoPeople(db),
          scenes: stage.list(),
        }
      })
      app.post('/v1/demo/sign-ins', { ...door, schema: { ...hide, body: SignIn } }, async (request, reply) => {
        if (closed) preparing()
        const { kind, code } = request.body
        setCookie(reply, kind, await cookieOf(app, kind, code))
        return reply.code(201).send({ kind, code })
      })
      app.post('/v1/demo/days', { ...door, schema: { ...hide, body: Days } }, async (request, reply) => {
        if (closed) preparing()
        await moveDays(db, request.body.days ?? 1)
        await tick(db, clock.iso())
        return reply.code(201).send({ today: demoToday(), now: clock.iso() })
      })
      app.post('/v1/demo/scenes', { ...door, schema: { ...hide, body: Scene } }, async (request, reply) => {
        if (closed || (making && making.share() < 1)) preparing()
        if (!(await stage.begin(app, request.body.scene)))
          refuse(
            'demo.scene_on',
            409,
            'ほかの場面が進行中です。数分お待ちください。',
            'Another scene is on for a few minutes.',
            {
              field: 'scene',
            },
          )
        return reply.code(201).send({ scenes: stage.list() })
      })
      app.post('/v1/demo/resets', door, async (_request, reply) => {
        if (closed) preparing()
        await behindClosedDoors(() => startOver(app))
        return reply.code(201).send({ today: demoToday(), preparing: making?.share() ?? 1 })
      })
      app.post('/v1/demo/try/j2', door, async (_request, reply) => {
        if (closed) preparing()
        return reply.code(201).send(await prepareRace(db))
      })
    },
  }
}

const near = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  near.addSubnet(network, bits, 'ipv6')

function needNear(request: FastifyRequest): void {
  const ip = request.ip.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '')
  if (!near.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4'))
    refuse(
      'demo.far',
      403,
      'デモの操作は同じネットワークからだけ使えます。',
      'The demo is run from its own network only.',
    )
  if (request.method !== 'GET' && request.headers['engawa-face'] === undefined)
    refuse('access.face_header', 403, 'Engawa-Face ヘッダーが必要です。', 'A write needs the header Engawa-Face.', {
      field: 'Engawa-Face',
    })
}
