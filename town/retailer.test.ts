import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brands, products, retailer } from './retailer.ts'

const town = retailer('test')
const variants = products.flatMap((product) => product.variants.map((variant) => ({ product, variant })))

/** Written apart from codes.ts on purpose: the check must not repeat the maker's mistake. */
function validGtin(code: string): boolean {
  const digits = [...code].map(Number)
  const sum = digits.reverse().reduce((total, digit, i) => total + digit * (i % 2 === 1 ? 3 : 1), 0)
  return /^\d{13}$/.test(code) && sum % 10 === 0
}

const katakana = /^[ァ-ヴー]+$/

test('every code is a valid GTIN-13, unique, and of the invented maker or in-store', () => {
  const codes = variants.map(({ variant }) => variant.gtin)
  assert.equal(new Set(codes).size, codes.length)
  for (const code of codes) {
    assert.ok(validGtin(code), code)
    assert.match(code, /^(45999900|20)/)
  }
})

test('the goods of the journeys carry their JAN, price and tax', () => {
  const wanted: [gtin: string, yen: number, tax: string][] = [
    ['4599990000016', 594, 'food'],
    ['4599990000023', 756, 'food'],
    ['4599990000153', 330, 'standard'],
    ['4599990000030', 2990, 'standard'],
    ['4599990000047', 3990, 'standard'],
    ['4599990000061', 3240, 'food'],
    ['4599990000085', 5400, 'food'],
    ['4599990000092', 4990, 'standard'],
    ['4599990000115', 11000, 'standard'],
    ['4599990000139', 14300, 'standard'],
    ['4599990000146', 1296, 'food'],
    ['4599990000160', 8800, 'standard'],
  ]
  for (const [gtin, yen, tax] of wanted) {
    const found = variants.find(({ variant }) => variant.gtin === gtin)
    assert.ok(found, gtin)
    assert.deepEqual([found.variant.yen, found.variant.tax_included, found.product.tax], [yen, true, tax], gtin)
  }
  const byCode = (code: string) => variants.find(({ product }) => product.code === code)
  assert.deepEqual([byCode('latte')?.variant.yen, byCode('latte')?.variant.tax_included], [500, false])
  assert.equal(byCode('whole-wheat-cookie')?.variant.yen, 320)
  assert.equal(byCode('assorted-cookies')?.variant.yen, 2160)
  assert.deepEqual([byCode('gion-lunch')?.variant.yen, byCode('gion-lunch')?.product.tax], [4400, 'eat_in'])
  assert.equal(byCode('linen-socks')?.variant.yen, 1990)
})

test('there are enough products of both rates, all described in both languages', () => {
  assert.ok(products.length >= 300)
  assert.ok(new Set(products.map(({ picture }) => picture.motif)).size >= 40)
  assert.equal(new Set(products.map((p) => p.code)).size, products.length)
  for (const tax of ['food', 'standard', 'alcohol'] as const) assert.ok(products.some((p) => p.tax === tax))
  for (const p of products) {
    assert.match(p.name.kana, katakana, p.code)
    assert.ok(p.name.ja && p.name.en && p.text.ja.endsWith('。') && /[.!]$/.test(p.text.en), p.code)
    assert.ok(brands.some((b) => b.code === p.brand))
    assert.ok(town.categories.some((c) => c.code === p.category))
    assert.ok(p.variants.length > 0)
    for (const v of p.variants) assert.ok(Number.isInteger(v.yen) && v.yen > 0, v.gtin)
  }
})

test('the places are real points in Japan with hours and a name in kana', () => {
  assert.ok(town.places.filter((p) => p.kind === 'shop').length >= 8)
  for (const p of town.places) {
    assert.match(p.name.kana, katakana, p.code)
    assert.match(p.postal_code, /^\d{3}-\d{4}$/)
    assert.match(p.phone, /-000/, 'an exchange that does not exist')
    assert.ok(p.latitude > 24 && p.latitude < 46 && p.longitude > 122 && p.longitude < 146, p.code)
  }
})

test('staff codes and PINs are unique, and S-017 佐藤 works in Shinjuku', () => {
  assert.ok(town.staff.length >= 40)
  assert.equal(new Set(town.staff.map((s) => s.code)).size, town.staff.length)
  assert.equal(new Set(town.staff.map((s) => s.pin)).size, town.staff.length)
  const sato = town.staff.find((s) => s.code === 'S-017')
  assert.deepEqual([sato?.family, sato?.places], ['佐藤', ['shinjuku']])
  for (const role of ['clerk', 'manager', 'agent', 'marketer', 'merchandiser', 'admin'])
    assert.ok(
      town.staff.some((s) => s.role === role),
      role,
    )
  for (const s of town.staff) {
    assert.match(s.family_kana + s.given_kana, katakana, s.code)
    for (const place of s.places) assert.ok(town.places.some((p) => p.code === place))
  }
})

test('customers are invented: example addresses, numbers that cannot ring, valid cards, katakana readings', () => {
  assert.ok(town.people.length >= 120)
  for (const key of ['email', 'card', 'code'] as const)
    assert.equal(new Set(town.people.map((p) => p[key])).size, town.people.length, key)
  for (const p of town.people) {
    assert.match(p.email, /^[a-z0-9.]+@example\.jp$/)
    assert.match(p.phone, /^0[789]0-?000\d-?\d{4}$/)
    assert.match(p.card, /^29/)
    assert.ok(validGtin(p.card))
    assert.match(p.family_kana + p.given_kana, katakana)
    assert.equal(new Date(p.birth).toISOString().slice(0, 10), p.birth)
  }
  assert.deepEqual([town.people[0]?.family, town.people[0]?.given], ['木村', '美咲'])
})

test('people are as people are: families share a door and a telephone, some are there twice, some are typed wrong', () => {
  const large = retailer('test', { shoppers: 2000 })
  const persons = Map.groupBy(large.people, (one) => one.is)
  assert.equal(persons.size, 2000)
  const twice = [...persons.values()].filter((records) => records.length > 1)
  assert.ok(twice.length > 60, `${twice.length} are two records`)
  assert.ok(twice.some(([a, b]) => a?.family_kana !== b?.family_kana || a?.given_kana !== b?.given_kana))
  assert.ok(twice.every((records) => new Set(records.map(({ card }) => card)).size === records.length))
  const homes = [...Map.groupBy(large.people, (one) => one.household).values()].filter((home) => home.length > 1)
  assert.ok(homes.every((home) => new Set(home.map(({ address }) => address)).size === 1))
  assert.ok(homes.some((home) => home.length !== new Set(home.map(({ phone }) => phone)).size))
  assert.ok(large.cards.length > 150 && large.cards.every(({ holder }) => persons.has(holder)))
  assert.ok(['drawer', 'purse', 'lost'].every((where) => large.cards.some(({ lies }) => lies === where)))
  assert.deepEqual(
    retailer('test')
      .people.slice(0, 160)
      .map(({ code, email }) => [code, email]),
    large.people.slice(0, 160).map(({ code, email }) => [code, email]),
    'a larger town has the smaller one’s people first',
  )
})

test('some shelves are empty, some hold a last piece, and the journeys find theirs', () => {
  const pieces = (place: string, gtin: string) =>
    town.stock.find((s) => s.place === place && s.gtin === gtin)?.on_hand ?? 0
  assert.equal(pieces('shinjuku', '4599990000030'), 1)
  assert.equal(pieces('warehouse', '4599990000030'), 0)
  assert.ok(pieces('shinjuku', '4599990000047') >= 1)
  assert.ok(town.stock.some((s) => s.on_hand === 0))
  assert.ok(town.stock.some((s) => s.on_hand >= 1 && s.on_hand <= 3))
  assert.ok(town.stock.every((s) => Number.isInteger(s.on_hand) && s.on_hand >= 0))
})

test('the same seed builds the same town, another seed another', () => {
  assert.deepEqual(retailer('test'), town)
  assert.notDeepEqual(retailer('other').people, town.people)
})
