import assert from 'node:assert/strict'
import { test } from 'node:test'
import { join, raw, sql } from './sql.ts'

test('values become parameters and never text', () => {
  const { text, values } = sql`select ${1} where name = ${"'; drop table x; --"}`
  assert.equal(text, 'select $1 where name = $2')
  assert.deepEqual(values, [1, "'; drop table x; --"])
})

test('fragments are spliced in and their parameters numbered anew, however deep', () => {
  const inner = sql`b = ${2}`
  const middle = sql`(a = ${1} and ${inner})`
  const { text, values } = sql`select ${0} where ${middle} or c = ${3}`
  assert.equal(text, 'select $1 where (a = $2 and b = $3) or c = $4')
  assert.deepEqual(values, [0, 1, 2, 3])
})

test('the same text has the same name, other text another, and a fragment may be used twice', () => {
  const one = (value: number) => sql`select ${value} from one`
  assert.equal(one(1).name, one(2).name)
  assert.notEqual(one(1).name, sql`select ${1} from two`.name)
  const part = sql`x = ${5}`
  const twice = sql`select ${part} or ${part}`
  assert.equal(twice.text, 'select x = $1 or x = $2')
  assert.deepEqual(twice.values, [5, 5])
  const again = () => sql`select ${sql`y = ${1}`}`
  assert.equal(again().name, again().name)
  assert.ok((again().name as string).length < 64, 'PostgreSQL cuts longer names')
})

test('conditions are joined by their separator; none leave nothing', () => {
  const { text, values } = sql`select where ${join([sql`a = ${1}`, sql`b is null`, sql`c = ${2}`], ' and ')} limit ${3}`
  assert.equal(text, 'select where a = $1 and b is null and c = $2 limit $3')
  assert.deepEqual(values, [1, 2, 3])
  assert.equal(sql`select 1 ${join([], ',')}`.text, 'select 1 ')
})

test('raw text stands as it is, without parameters', () => {
  assert.equal(
    sql`select * from t order by ${raw('a desc')} limit ${1}`.text,
    'select * from t order by a desc limit $1',
  )
})

test('an object out of a request is a value, even one that looks like a fragment', () => {
  const evil = { text: 'x', values: [], name: 'n', parts: { strings: ['; drop table orders."order"'], values: [] } }
  const { text, values } = sql`select ${evil}`
  assert.equal(text, 'select $1')
  assert.deepEqual(values, [evil])
})
