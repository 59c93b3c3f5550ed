/** Goal: goods that go from one place to another are never lost or doubled, whoever does what, however often and at once. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { raw, rows, transaction } from '#core/database'
import { checks } from '#inventory/checks'
import { paperChecks } from '#inventory/paper-checks'
import { selfTest } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import type { Answer } from '../../e2e/retailer.ts'

const gtin = { shirt: '4599990000030', knit: '4599990000047', socks: '4599990000177' }
let shop: Shop
let shinjuku: ReturnType<Shop['as']>
let setagaya: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  shinjuku = shop.as(shop.staff.clerk.token)
  setagaya = shop.as(shop.staff.setagaya_clerk.token)
})
after(() => shop.close())

const shirt = () => shop.variant[gtin.shirt] as string
const knit = () => shop.variant[gtin.knit] as string
const at = async (place_id: string, variant_id = shirt()) => {
  const { items } = (await shinjuku.get(`/v1/inventory/variants/${variant_id}/places`)).body as {
    items: { place_id: string; on_hand: number; reserved: number }[]
  }
  const here = items.find((item) => item.place_id === place_id)
  return [here?.on_hand, here?.reserved]
}
/** 世田谷店 asks 新宿店 for goods. */
const ask = (lines: [variant_id: string, quantity: number][], more = {}) =>
  setagaya.post('/v1/inventory/transfers', {
    from_place_id: shop.shinjuku,
    to_place_id: shop.setagaya,
    lines: lines.map(([variant_id, quantity]) => ({ variant_id, quantity })),
    ...more,
  })
const path = ({ body }: Answer, step = '') => `/v1/inventory/transfers/${body.transfer_id}${step && `/${step}`}`
const line = ({ body }: Answer, variant_id = shirt()) =>
  (body.lines as Record<string, unknown>[]).find((item) => item.variant_id === variant_id)
const told = (answer: Answer) => [answer.status, answer.body.code, answer.body.field]
const ok = (answer: Answer) => {
  assert.ok(answer.status < 300, answer.text)
  return answer
}

test('a transfer: asked for, agreed to less, sent in two parts, in transit, taken in, closed by itself', async () => {
  const before = [await at(shop.shinjuku), await at(shop.setagaya)]
  const [from = 0, to = 0] = before.map(([on_hand]) => on_hand)
  const paper = ok(await ask([[shirt(), 6]], { note: '週末用', needed_on: '2026-11-28' }))
  assert.match(String(paper.body.number), /^T-\d{6}$/)
  assert.equal(paper.body.state, 'requested')
  assert.deepEqual([await at(shop.shinjuku), await at(shop.setagaya)], before, 'nothing moves by asking')

  ok(await shinjuku.post(path(paper, 'approval'), { lines: [{ variant_id: shirt(), quantity: 5 }] }))
  assert.deepEqual(await at(shop.shinjuku), [from, 5], 'put aside at the sender')
  const sent = ok(await shinjuku.post(path(paper, 'shipments'), { lines: [{ variant_id: shirt(), quantity: 3 }] }))
  assert.deepEqual([sent.body.state, line(sent)?.in_transit], ['shipped', 3])
  assert.deepEqual(
    [await at(shop.shinjuku), await at(shop.setagaya)],
    [
      [from - 3, 2],
      [to, 0],
    ],
  )
  const some = ok(await setagaya.post(path(paper, 'receipts'), { lines: [{ variant_id: shirt(), quantity: 2 }] }))
  assert.deepEqual([some.body.state, line(some)?.in_transit], ['shipped', 1])
  ok(await shinjuku.post(path(paper, 'shipments'), {}))
  const rest = ok(await setagaya.post(path(paper, 'receipts'), {}))
  assert.deepEqual([rest.body.state, line(rest)?.received, line(rest)?.in_transit], ['closed', 5, 0])
  assert.deepEqual(
    [await at(shop.shinjuku), await at(shop.setagaya)],
    [
      [from - 5, 0],
      [to + 5, 0],
    ],
  )
  const events = await transaction(shop.db, system, (tx) =>
    rows<{ type: string }>(
      tx,
      raw(`select type from activity.event where subject_id = '${paper.body.transfer_id}' order by version`),
    ),
  )
  const steps = ['requested', 'approved', 'shipped', 'received', 'shipped', 'received', 'closed']
  assert.deepEqual(
    events.map(({ type }) => type),
    steps.map((step) => `transfer.${step}`),
  )
})

test('what arrived is not what left: short and over are said with their reason, and every piece is accounted for', async () => {
  const [from = 0] = await at(shop.shinjuku)
  const [to = 0] = await at(shop.setagaya)
  const [knits = 0] = await at(shop.shinjuku, knit())
  const [knitsThere = 0] = await at(shop.setagaya, knit())
  const paper = ok(await ask([[shirt(), 10]]))
  ok(await shinjuku.post(path(paper, 'approval'), {}))
  ok(await shinjuku.post(path(paper, 'shipments'), {}))
  assert.deepEqual(
    told(await setagaya.post(path(paper, 'receipts'), { lines: [{ variant_id: shirt(), quantity: 11 }] })),
    [409, 'inventory.more_than_sent', 'lines'],
  )
  const part = ok(
    await setagaya.post(path(paper, 'receipts'), {
      lines: [{ variant_id: shirt(), quantity: 6 }],
      differences: [
        { variant_id: shirt(), quantity: 1, reason: 'damaged', note: '箱つぶれ' },
        { variant_id: shirt(), quantity: 2, reason: 'not_sent' },
        { variant_id: knit(), quantity: 1, reason: 'over_sent' },
      ],
    }),
  )
  assert.deepEqual([line(part)?.in_transit, line(part)?.returned, line(part)?.gone], [1, 2, 1])
  assert.deepEqual(told(await setagaya.post(path(paper, 'closing'), {})), [409, 'inventory.in_transit', 'lines'])
  const end = ok(
    await setagaya.post(path(paper, 'receipts'), {
      differences: [
        { variant_id: shirt(), quantity: 1, reason: 'lost' },
        { variant_id: knit(), quantity: 2, reason: 'found' },
      ],
    }),
  )
  assert.equal(end.body.state, 'closed')
  assert.deepEqual(await at(shop.shinjuku), [from - 8, 0], '10 left, 2 were never sent')
  assert.deepEqual(await at(shop.setagaya), [to + 6, 0])
  assert.deepEqual(await at(shop.shinjuku, knit()), [knits - 1, 0])
  assert.deepEqual(await at(shop.setagaya, knit()), [knitsThere + 3, 0])
  const report = (await shop.as(shop.staff.admin.token).get(`/v1/inventory/shrinkage?place_id=${shop.setagaya}`)).body
  const pieces = Object.fromEntries(
    (report.items as { reason: string; pieces_out: number; pieces_in: number }[]).map((row) => [
      row.reason,
      [row.pieces_out, row.pieces_in],
    ]),
  )
  assert.deepEqual(pieces, { transit_damaged: [1, 0], transit_lost: [1, 0], found: [0, 2] })
})

test('what was put aside for a transfer is sold to nobody, and is free again when the transfer is called off', async () => {
  const variant_id = shop.variant[gtin.socks] as string
  const paper = ok(await ask([[variant_id, 50]]))
  ok(await shinjuku.post(path(paper, 'approval'), {}))
  const buy = () =>
    shinjuku.post('/v1/orders', { way: 'carry', lines: [{ variant_id, quantity: 1 }], payments: [{ method: 'cash' }] })
  assert.equal((await buy()).body.code, 'inventory.short')
  assert.equal(ok(await setagaya.post(path(paper, 'cancellation'), {})).body.state, 'cancelled')
  assert.equal((await buy()).status, 201)
  assert.equal((await shinjuku.post(path(paper, 'shipments'), {})).body.code, 'inventory.transfer_state')
  const more = ok(await ask([[variant_id, 50]]))
  assert.equal((await shinjuku.post(path(more, 'approval'), {})).body.code, 'inventory.short')
  assert.equal(ok(await shinjuku.post(path(more, 'refusal'), { note: '在庫なし' })).body.state, 'declined')
})

test('each side does its own part only, and a third shop none; nobody asks for the stock of others', async () => {
  const manager = shop.as(shop.staff.manager.token)
  const paper = ok(await ask([[shirt(), 1]]))
  const forbidden = [403, 'access.place', 'place_id']
  for (const step of ['approval', 'refusal', 'shipments'])
    assert.deepEqual(told(await setagaya.post(path(paper, step), {})), forbidden, `the receiver: ${step}`)
  ok(await manager.post(path(paper, 'approval'), {}))
  ok(await shinjuku.post(path(paper, 'shipments'), {}))
  assert.deepEqual(told(await shinjuku.post(path(paper, 'receipts'), {})), forbidden, 'the sender receives nothing')
  ok(await setagaya.post(path(paper, 'receipts'), {}))
  const foreign = await setagaya.post('/v1/inventory/transfers', {
    from_place_id: shop.shinjuku,
    to_place_id: shop.warehouse,
    lines: [{ variant_id: shirt(), quantity: 1 }],
  })
  assert.deepEqual(told(foreign), forbidden)
  const others = ok(
    await shop.as(shop.staff.admin.token).post('/v1/inventory/transfers', {
      from_place_id: shop.warehouse,
      to_place_id: shop.shinjuku,
      lines: [{ variant_id: shirt(), quantity: 1 }],
    }),
  )
  assert.deepEqual(told(await setagaya.get(path(others))), forbidden)
  assert.deepEqual(told(await setagaya.post(path(others, 'cancellation'), {})), forbidden)
  assert.deepEqual(told(await setagaya.get(`/v1/inventory/transfers?place_id=${shop.shinjuku}`)), forbidden)
  const mine = await setagaya.get('/v1/inventory/transfers')
  assert.ok(!mine.text.includes(String(others.body.transfer_id)))
  const member = shop.as((await shop.member('transfers')).token)
  for (const caller of [member, shop.as(shop.staff.agent.token)])
    assert.equal((await caller.post(path(paper, 'closing'), {})).status, 403)
  assert.equal((await shop.as().post(path(paper, 'closing'), {})).status, 401)
})

test('a mistyped thing, place or number is refused by its field', async () => {
  assert.deepEqual(told(await ask([[randomUUID(), 1]])), [422, 'inventory.no_variant', 'variant_id'])
  assert.deepEqual(told(await ask([[shirt(), 1]], { from_place_id: shop.setagaya })), [
    422,
    'inventory.same_place',
    'to_place_id',
  ])
  assert.deepEqual(
    told(
      await ask([
        [shirt(), 1],
        [shirt(), 2],
      ]),
    ),
    [422, 'inventory.repeated_line', 'lines'],
  )
  const paper = ok(await ask([[shirt(), 2]]))
  assert.deepEqual(
    told(await shinjuku.post(path(paper, 'approval'), { lines: [{ variant_id: shirt(), quantity: 3 }] })),
    [409, 'inventory.too_many', 'lines'],
  )
  assert.equal((await shinjuku.get(`/v1/inventory/transfers/${randomUUID()}`)).body.code, 'inventory.no_transfer')
})

test('each step sent again with its key has one effect; sent ten times at once with other keys, too', async () => {
  const [from = 0] = await at(shop.shinjuku)
  const [to = 0] = await at(shop.setagaya)
  const paper = ok(await ask([[shirt(), 4]]))
  const approvals = await Promise.all(Array.from({ length: 10 }, () => shinjuku.post(path(paper, 'approval'), {})))
  assert.deepEqual([...new Set(approvals.map(({ status }) => status))], [200])
  assert.deepEqual(await at(shop.shinjuku), [from, 4])
  const key = randomUUID()
  const body = { lines: [{ variant_id: shirt(), quantity: 2 }] }
  const first = ok(await shinjuku.post(path(paper, 'shipments'), body, key))
  assert.equal((await shinjuku.post(path(paper, 'shipments'), body, key)).text, first.text)
  const ships = await Promise.all(Array.from({ length: 10 }, () => shinjuku.post(path(paper, 'shipments'), {})))
  assert.deepEqual(ships.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)])
  const receipts = await Promise.all(Array.from({ length: 10 }, () => setagaya.post(path(paper, 'receipts'), {})))
  assert.deepEqual(receipts.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)])
  assert.deepEqual(
    [await at(shop.shinjuku), await at(shop.setagaya)],
    [
      [from - 4, 0],
      [to + 4, 0],
    ],
  )
})

test('transfers both ways while both tills sell: nothing is sold twice, nothing is lost, nobody waits in a ring', async () => {
  const total = async () => ((await at(shop.shinjuku))[0] ?? 0) + ((await at(shop.setagaya))[0] ?? 0)
  const before = await total()
  const lines = [shirt(), knit()].map((variant_id) => ({ variant_id, quantity: 1 }))
  const sell = (clerk: typeof shinjuku) =>
    clerk.post('/v1/orders', { way: 'carry', lines: lines.toReversed(), payments: [{ method: 'cash' }] })
  const carry = async (from: string, to: string) => {
    const admin = shop.as(shop.staff.admin.token)
    const paper = ok(await admin.post('/v1/inventory/transfers', { from_place_id: from, to_place_id: to, lines }))
    for (const step of ['approval', 'shipments', 'receipts']) {
      const done = await admin.post(path(paper, step), {})
      if (done.status >= 300) return assert.equal(done.body.code, 'inventory.short', done.text)
    }
  }
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, turn) => [
      carry(...((turn % 2 ? [shop.shinjuku, shop.setagaya] : [shop.setagaya, shop.shinjuku]) as [string, string])),
      sell(turn % 2 ? shinjuku : setagaya),
    ]).flat(),
  )
  const sold = answers.filter((answer) => answer?.status === 201).length
  for (const answer of answers)
    assert.ok(answer === undefined || answer.status === 201 || answer.body.code === 'inventory.short', answer?.text)
  assert.equal(await total(), before - sold)
})

test('after all of it the papers agree with the shelves', async () => {
  for (const check of checks) assert.deepEqual(await rows(shop.db, raw(check.sql)), [], check.name)
})

test('and a broken paper of any kind is seen by its check', async () => {
  for (const trial of await selfTest(shop.db.url.replace('engawa_app', 'engawa'), paperChecks))
    assert.deepEqual(trial, { check: trial.check, seen: true })
})
