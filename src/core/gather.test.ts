import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Db } from '#core/database'
import { gathered } from './gather.ts'

const pool = { query: () => Promise.reject(new Error('not asked')) } as Db

/** A load that answers when told, and remembers what it was asked. */
function slow() {
  const asked: string[][] = []
  const answers: (() => void)[] = []
  const look = gathered<string>((_, keys) => {
    asked.push(keys)
    return new Promise((done) => answers.push(() => done(new Map(keys.map((key) => [key, `found ${key}`])))))
  })
  return { look, asked, next: () => answers.shift()?.() }
}

suite('look-ups that travel together', () => {
  test('the first goes at once, those asked meanwhile go as one', async () => {
    const { look, asked, next } = slow()
    const first = look(pool, ['a'])
    const second = look(pool, ['b', 'c'])
    const third = look(pool, ['c'])
    assert.deepEqual(asked, [['a']])
    next()
    assert.deepEqual([...(await first)], [['a', 'found a']])
    assert.deepEqual(asked, [['a'], ['b', 'c']])
    next()
    assert.deepEqual([...(await second).keys()], ['b', 'c'])
    assert.deepEqual([...(await third).values()], ['found c'])
  })

  test('an answer under way is not given to who asks later', async () => {
    const { look, asked, next } = slow()
    const first = look(pool, ['a'])
    const again = look(pool, ['a'])
    next()
    await first
    next()
    await again
    assert.deepEqual(asked, [['a'], ['a']])
  })

  test('a transaction asks alone, and for each key once', async () => {
    const { look, asked, next } = slow()
    const tx = { ...pool, inTransaction: true } as Db
    const one = look(tx, ['a', 'a'])
    const two = look(tx, ['b'])
    assert.deepEqual(asked, [['a'], ['b']])
    next()
    next()
    await Promise.all([one, two])
  })

  test('a failure is told to those who asked, and to nobody after them', async () => {
    let fails = true
    const look = gathered<number>(async () => {
      if (fails) throw new Error('no server')
      return new Map([['a', 1]])
    })
    await assert.rejects(look(pool, ['a']), /no server/)
    fails = false
    assert.deepEqual([...(await look(pool, ['a', 'b']))], [['a', 1]])
  })
})
