import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgetKept, kept } from './kept.ts'

test('what is kept goes when it is old, when there is too much of it, and when another database is opened', async () => {
  const memory = kept<string>({ ttl_ms: 20, max: 2 })
  memory.set('a', 'one').set('b', 'two').set('c', 'three')
  assert.equal(memory.get('a'), undefined, 'the least used made room')
  assert.equal(memory.get('c'), 'three')
  await new Promise((resolve) => setTimeout(resolve, 40))
  assert.equal(memory.get('c'), undefined, 'too old')
  memory.set('d', 'four')
  forgetKept()
  assert.equal(memory.get('d'), undefined)
})
