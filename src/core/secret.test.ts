import assert from 'node:assert/strict'
import { createCipheriv } from 'node:crypto'
import { before, test } from 'node:test'
import * as secret from './secret.ts'

before(() => secret.useKey('a key for tests, long enough to be one'))

test('what is sealed under a person’s key opens with it and with no other', () => {
  const mine = secret.newDataKey()
  const sealed = secret.seal(mine.key, { name: '木村 みさき', phone: '090' })
  assert.deepEqual(secret.unseal(secret.unwrap(mine.wrapped), sealed), { name: '木村 みさき', phone: '090' })
  assert.throws(() => secret.unseal(secret.newDataKey().key, sealed))
  assert.ok(!sealed.includes('木村'))
})

test('a changed bit anywhere is noticed', () => {
  const sealed = secret.sealAnswer('{"total_yen":2990}')
  for (const at of [0, 12, 28, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] as number) ^ 1
    assert.throws(() => secret.unsealAnswer(changed))
  }
  assert.throws(() => secret.unsealAnswer(sealed.subarray(0, 20)))
  assert.equal(secret.unsealAnswer(sealed), '{"total_yen":2990}')
})

test('what is sealed says by which algorithm; what was sealed before it did opens still', () => {
  const { key } = secret.newDataKey()
  const sealed = secret.seal(key, { name: '木村' })
  assert.deepEqual([...sealed.subarray(0, 2)], [0xe0, 1])
  const sealedBefore = (nonce: Buffer) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = Buffer.concat([cipher.update(JSON.stringify({ name: '木村' })), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }
  for (const start of [
    [0, 0],
    [0xe0, 1],
    [0xe0, 9],
  ])
    assert.deepEqual(secret.unseal(key, sealedBefore(Buffer.from([...start, ...Array(10).fill(7)]))), { name: '木村' })
  const unknown = Buffer.from(sealed)
  unknown[1] = 9
  assert.throws(() => secret.unseal(key, unknown))
})

test('the same text is sealed differently each time, and found by a hash that is always the same', () => {
  assert.notDeepEqual(secret.sealAnswer('x'), secret.sealAnswer('x'))
  assert.deepEqual(secret.blind('email', 'a@example.jp'), secret.blind('email', 'a@example.jp'))
  assert.notDeepEqual(secret.blind('email', 'a@example.jp'), secret.blind('phone', 'a@example.jp'))
  assert.notDeepEqual(secret.blind('ab', 'c'), secret.blind('a', 'bc'))
  assert.equal(secret.blind('email', '').length, 16)
})

test('another master key opens nothing and finds nothing', () => {
  const { wrapped } = secret.newDataKey()
  const answer = secret.sealAnswer('x')
  const found = secret.blind('email', 'a@example.jp')
  secret.useKey('another key for tests, as long as that')
  assert.throws(() => secret.unwrap(wrapped))
  assert.throws(() => secret.unsealAnswer(answer))
  assert.notDeepEqual(secret.blind('email', 'a@example.jp'), found)
  secret.useKey('a key for tests, long enough to be one')
  assert.equal(secret.unsealAnswer(answer), 'x')
})
