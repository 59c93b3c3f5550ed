import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Problem } from '#core/problem'
import { fields, resources } from '#integrations/fields'
import { planOf } from '#integrations/map'
import { mapper } from '#integrations/mapped'

const maps = join(import.meta.dirname, '../../maps')
const minimal = `source: shop
rates: { usd: 110 }
products:
  fields:
    external_id: id
    name: name
`
function complaint(text: string, resource: 'products' | 'purchases' = 'products'): string {
  try {
    planOf(text, resource, 'shop.yml')
  } catch (error) {
    if (error instanceof Problem) return error.text.en
    throw error
  }
  return ''
}

test('the maps that are shipped are in order', () => {
  for (const name of readdirSync(maps).filter((file) => file.endsWith('.yml'))) {
    const text = readFileSync(join(maps, name), 'utf8')
    const has = resources.filter((resource) => new RegExp(`^${resource}:`, 'm').test(text))
    assert.ok(has.length > 0)
    for (const resource of has) assert.equal(planOf(text, resource, name).resource, resource)
  }
})

test('what is wrong in a map is told with its line and field', () => {
  assert.equal(complaint(minimal), '')
  assert.match(
    complaint(minimal.replace('name: name', 'nam: name')),
    /^shop\.yml:\d+ products\.fields\.name: This field must be mapped/,
  )
  assert.match(
    complaint(minimal.replace('name: name', 'name: { colum: x }')),
    /shop\.yml:6 products\.fields\.name\.colum: There is no such item/,
  )
  assert.match(
    complaint(`${minimal}    price_yen: { column: p, times: eur }\n`),
    /shop\.yml:7 products\.fields\.price_yen\.times: rates has no eur/,
  )
  assert.match(
    complaint(`${minimal}    colour: c\n`),
    /shop\.yml:7 products\.fields\.colour: products have no such field/,
  )
  assert.match(complaint(`${minimal}    brand: { column: b, constant: c }\n`), /shop\.yml:7 .*exactly one/)
  assert.match(complaint(minimal.replace('source: shop', 'source: My Shop')), /shop\.yml:1 source/)
  assert.match(complaint(minimal, 'purchases'), /no section purchases/)
  assert.match(complaint('source: [a\n'), /Not YAML/)
  assert.match(
    complaint(`${minimal}purchases:\n  way: walk\n  fields: {}\n`, 'purchases'),
    /shop\.yml:8 purchases\.way: One of: carry, ship, collect/,
  )
})

test('comments and order may change without making another import; a rate may not', () => {
  const sha = (text: string) => planOf(text, 'products').sha256.toString('hex')
  assert.equal(sha(minimal), sha(`# a comment\n${minimal.replace('external_id: id', 'external_id: { column: id }')}`))
  assert.notEqual(sha(minimal), sha(minimal.replace('110', '150')))
})

test('columns are joined, summed, chosen, looked up in tables and given defaults', () => {
  const plan = planOf(
    `source: shop
rates: { usd: 100 }
products:
  fields:
    external_id: { join: [a, b], with: '-' }
    name: { first: [long, short] }
    brand: { constant: 自社 }
    price_yen: { sum: [p, q], times: usd }
    category: { column: k, default: その他 }
    tax_category: { column: k, values: { 'BEER*': alcohol, 'B*': food, BAG: standard }, otherwise: standard }
`,
    'products',
  )
  const { columns, map } = mapper(plan)
  assert.deepEqual(columns, ['a', 'b', 'long', 'short', 'p', 'q', 'k'])
  const values = (cells: string[]) => map({ row: 1, cells }).values
  assert.deepEqual(values(['1', '2', '', 'ﾊﾟﾝ', '1.5', '', 'BREAD']), {
    external_id: '1-2',
    name: 'パン',
    brand: '自社',
    price_yen: 150,
    category: 'BREAD',
    tax_category: 'food',
  })
  assert.equal(values(['1', '2', 'x', '', '1', '2', 'BEERS']).tax_category, 'alcohol')
  assert.equal(values(['1', '2', 'x', '', '1', '2', 'BAG']).tax_category, 'standard')
  assert.equal(values(['1', '2', 'x', '', '1', '2', '']).category, 'その他')
})

test('a row with several wrong fields tells all of them, and never their values', () => {
  const plan = planOf(`${minimal}    gtin: jan\n    price_yen: p\n`, 'products')
  const { map } = mapper(plan)
  const { faults } = map({ row: 7, cells: ['', 'secret name', '123', 'dear'] })
  assert.deepEqual(
    faults.map(({ field, reason }) => [field, reason]),
    [
      ['external_id', 'missing'],
      ['gtin', 'gtin'],
      ['price_yen', 'number'],
    ],
  )
  assert.ok(!JSON.stringify(faults).includes('dear'))
})

test('every field of every resource can be mapped', () => {
  for (const resource of resources) {
    const all = Object.keys(fields[resource])
      .map((name) => `    ${name}: ${name}`)
      .join('\n')
    assert.equal(planOf(`source: shop\n${resource}:\n  fields:\n${all}\n`, resource).source, 'shop')
  }
})
