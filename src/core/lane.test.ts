import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lane } from './lane.ts'

const gate = () => Promise.withResolvers<void>()

test('a lane lets two through, the others follow in order, a failure frees its place', async () => {
  const two = lane(2, 60_000)
  const doors = [gate(), gate(), gate(), gate()]
  const began: number[] = []
  const done = doors.map(({ promise }, at) =>
    two(async () => {
      began.push(at)
      await promise
    }),
  )
  await Promise.resolve()
  assert.deepEqual(began, [0, 1])
  doors[1]?.reject(new Error('no'))
  await assert.rejects(done[1] as Promise<void>, /no/)
  assert.deepEqual(began, [0, 1, 2])
  doors[0]?.resolve()
  await done[0]
  assert.deepEqual(began, [0, 1, 2, 3])
  doors[2]?.resolve()
  doors[3]?.resolve()
  await Promise.all([done[2], done[3]])
})

test('behind a stuck one the rest go round after a while, and the lane is as wide as before afterwards', async () => {
  const one = lane(1, 5)
  const stuck = gate()
  const first = one(() => stuck.promise)
  assert.equal(await one(async () => 'went round'), 'went round')
  stuck.resolve()
  await first
  const [slow, quick] = [gate(), gate()]
  const began: string[] = []
  const both = [
    one(() => {
      began.push('slow')
      return slow.promise
    }),
    one(() => {
      began.push('quick')
      return quick.promise
    }),
  ]
  await Promise.resolve()
  assert.deepEqual(began, ['slow'])
  slow.resolve()
  quick.resolve()
  await Promise.all(both)
})
