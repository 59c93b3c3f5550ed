import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { system } from '#core/actor'
import { only, run, sql, transaction } from '#core/database'
import { forgetKept } from '#core/kept'
import { confirmKey } from '#core/key'
import { sealAnswer, unsealAnswer, useKey } from '#core/secret'
import { putSetting } from '#core/settings'
import { type TestDatabase, testDatabase } from '#core/testing'
import { find, open, register } from '#customers/customers'
import { rewrapKeys } from '#customers/rewrap'
import { rotateKey } from '#rotate'

const first = 'the first master key, long enough to be one'
const second = 'the second master key, long enough to be one'
const third = 'the third master key, long enough to be one'
const fourth = 'the fourth master key, long enough to be one'

suite('the master key is changed while everything works', () => {
  let house: TestDatabase
  const people: string[] = []
  before(async () => {
    house = await testDatabase()
    await as(first)
    for (const name of ['a', 'b', 'c']) people.push(await join(name))
  })
  after(() => house.close())

  /** A process that starts with these keys. */
  async function as(key: string, former?: string): Promise<void> {
    forgetKept()
    useKey(key, former)
    await confirmKey(house.db, 'test')
  }
  const within = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(house.db, system, work)
  const join = async (name: string) =>
    (await within((tx) => register(tx, system, { family_name: '鍵', email: `${name}@example.jp` }))).profile_id
  const everybody = async () => {
    forgetKept()
    for (const [at, profile_id] of people.entries()) {
      const { email } = await within((tx) => open(tx, profile_id))
      assert.equal(await within((tx) => find(tx, 'email', email as string)), profile_id, `person ${at}`)
    }
  }

  test('a key alone that is not the house’s is refused, and so is a change without the former', async () => {
    await assert.rejects(as(second), { code: 'core.key_wrong' })
    await as(first)
    await assert.rejects(rotateKey(house.db), { code: 'core.no_former_key' })
  })

  test('with both keys everybody is read and found, before, amid and after', async () => {
    await as(second, first)
    await everybody()
    people.push(await join('d'))
    await within((tx) => rewrapKeys(tx, null, 2))
    await everybody()
    // Somebody joins through a process that has not heard of it.
    await as(first)
    people.push(await join('e'))
    await as(second, first)
    assert.ok((await rotateKey(house.db)) > 0)
    assert.equal(await rotateKey(house.db), 0)
    await everybody()
  })

  test('the new key alone is enough then, and the former one opens nothing', async () => {
    await as(second)
    await everybody()
    people.push(await join('f'))
    await assert.rejects(as(first), { code: 'core.key_wrong' })
  })

  test('and so it goes on', async () => {
    await as(third, second)
    await everybody()
    assert.equal(await rotateKey(house.db), people.length)
    await as(third)
    await everybody()
  })

  test('what was sealed before it said by which algorithm opens before, amid and after', async () => {
    const unmarked = (sealed: Buffer) => {
      assert.deepEqual([...sealed.subarray(0, 2)], [0xe0, 1])
      return sealed.subarray(2)
    }
    const answer = unmarked(sealAnswer('{"total_yen":2990}'))
    const opened = async () => {
      await everybody()
      assert.equal(unsealAnswer(answer), '{"total_yen":2990}')
    }
    await within(async (tx) => {
      const ring = await only<{ value: string }>(tx, sql`select value from core.setting where key = 'core.key_ring'`)
      await putSetting(tx, 'core.key_ring', unmarked(Buffer.from(ring.value, 'base64')).toString('base64'), 'test')
      const aged = await run(
        tx,
        sql`update customers.profile set wrapped_key = substring(wrapped_key from 3), sealed = substring(sealed from 3)
            where get_byte(wrapped_key, 0) = 224 and get_byte(wrapped_key, 1) = 1 and get_byte(sealed, 0) = 224 and get_byte(sealed, 1) = 1`,
      )
      assert.equal(aged, people.length)
    })
    await as(third)
    await opened()
    await as(fourth, third)
    await opened()
    await within((tx) => rewrapKeys(tx, null, 2))
    await opened()
    assert.equal(await rotateKey(house.db), people.length - 2)
    await as(fourth)
    await opened()
  })
})
