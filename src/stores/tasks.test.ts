import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { verify } from '../verify.ts'
import { checks } from './checks.ts'
import { openTask, tasks } from './stores.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const found = (place_id: string | null, kind = 'stock_collision', subject_id = id()) =>
  transaction(shop.db, system, (tx) =>
    openTask(tx, system, {
      kind,
      role: 'manager',
      place_id,
      subject_kind: 'order',
      subject_id,
      detail: { missing: 2 },
    }),
  )
const url = (task_id: string) => `/v1/stores/tasks/${task_id}`

test('what is found twice is one task, however many find it at once', async () => {
  const subject_id = id()
  const all = await Promise.all([1, 2, 3, 4].map(() => found(shop.shinjuku, 'twice', subject_id)))
  assert.equal(new Set(all).size, 1)
  assert.equal((await tasks(shop.db, { kind: 'twice', state: 'open', limit: 9 })).length, 1)
})

test('a person takes it and says how it ended, once; the shop next door neither sees nor closes it', async () => {
  const task_id = await found(shop.shinjuku)
  const [mine, other] = [shop.as(shop.staff.clerk.token), shop.as(shop.staff.setagaya_clerk.token)]
  assert.equal((await other.get(url(task_id))).status, 403)
  assert.equal((await other.post(`${url(task_id)}/resolution`, { outcome: 'counted', reason: '…' })).status, 403)
  const listed = (await mine.get('/v1/stores/tasks?limit=200')).body.items as { task_id: string }[]
  assert.ok(listed.some((item) => item.task_id === task_id))
  const theirs = (await other.get('/v1/stores/tasks?limit=200')).body.items as { task_id: string }[]
  assert.ok(!theirs.some((item) => item.task_id === task_id))
  assert.equal((await mine.get(`/v1/stores/tasks?place_id=${shop.setagaya}`)).status, 403)

  const taken = await mine.post(`${url(task_id)}/assignment`, {})
  assert.deepEqual([taken.status, taken.body.staff_id], [200, shop.staff.clerk.staff_id])
  const done = await mine.post(`${url(task_id)}/resolution`, { outcome: 'counted', reason: '棚に2点ありました' })
  assert.deepEqual([done.body.state, done.body.outcome, done.body.reason], ['resolved', 'counted', '棚に2点ありました'])
  const again = await mine.post(`${url(task_id)}/resolution`, { outcome: 'lost', reason: '…' })
  assert.deepEqual([again.status, again.body.code, again.body.outcome], [409, 'stores.task_closed', 'counted'])
  assert.equal((await mine.post(`${url(task_id)}/assignment`, {})).status, 409)
})

test('head office’s tasks are not for those who stand in a shop; pages follow each other', async () => {
  const task_id = await found(null, 'head_office')
  assert.equal((await shop.as(shop.staff.clerk.token).get(url(task_id))).status, 403)
  const admin = shop.as(shop.staff.admin.token)
  assert.equal((await admin.get(url(task_id))).body.state, 'open')
  for (let n = 0; n < 3; n++) await found(null, 'page')
  const first = await admin.get('/v1/stores/tasks?kind=page&limit=2')
  const second = await admin.get(`/v1/stores/tasks?kind=page&limit=2&after=${first.body.next}`)
  assert.deepEqual(
    [(first.body.items as unknown[]).length, (second.body.items as unknown[]).length, second.body.next],
    [2, 1, null],
  )
  assert.equal((await admin.get(url(id()))).status, 404)
})

test('after all of it the timeline tells of every task', async () => {
  assert.ok((await verify(shop.db.url, checks)).every(({ ok }) => ok))
})
