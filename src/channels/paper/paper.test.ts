import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Paper, PaperKind } from '#channels/paper/paper'
import { pdf } from '#channels/paper/pdf'
import { roll } from '#channels/paper/roll'
import { has, sheet } from '#channels/paper/sheet'

const paper = (kind: PaperKind, more: Partial<Paper> = {}): Paper => ({
  kind,
  language: 'ja',
  number: '261122-ABC234',
  version: 1,
  replaces: null,
  date: '2026-11-22',
  time: '12:03',
  issuer: {
    name: '株式会社えんがわ百貨',
    registration_number: 'T1180301018771',
    place: '新宿店',
    postal_code: '160-0022',
    address: '東京都新宿区新宿3-1-1',
    phone: '03-1234-5678',
  },
  to: null,
  member: '********1234',
  of: null,
  lines: [
    {
      name: 'オーツ',
      quantity: 1,
      unit_yen: 594,
      discount_yen: 0,
      amount_yen: 594,
      reduced: true,
      rate_num: 8,
      rate_den: 100,
    },
    {
      name: '𠮷の|{シャツ}~',
      quantity: 2,
      unit_yen: 2990,
      discount_yen: 299,
      amount_yen: 5681,
      reduced: false,
      rate_num: 10,
      rate_den: 100,
    },
  ],
  items_yen: 6574,
  discount_yen: 299,
  points_discount_yen: 0,
  total_yen: 6275,
  taxes: [
    { rate_num: 8, rate_den: 100, reduced: true, taxable_yen: 594, tax_yen: 44 },
    { rate_num: 10, rate_den: 100, reduced: false, taxable_yen: 5681, tax_yen: 516 },
  ],
  payments: [{ method: 'cash', amount_yen: 6275, tendered_yen: 7000, change_yen: 725 }],
  points: { used: 0, earned: 62, back: 0, taken: 0 },
  purpose: null,
  stamp_yen: null,
  until: null,
  period: null,
  balance: [],
  bank: null,
  notes: [],
  ...more,
})
const text = (which: Paper, copy = 1) => roll(which, copy, 'text').toString('utf8')

test('a receipt says all that law asks: who, when, ※, total and tax of each rate, and how it was paid', () => {
  const shown = text(paper('receipt'))
  for (const part of [
    '株式会社えんがわ百貨',
    '登録番号 T1180301018771',
    '2026年11月22日 12:03',
    'オーツ※',
    '8%対象※',
    '¥594',
    '10%対象',
    '¥5,681',
    '¥516)',
    '※は軽減税率対象品目です。',
    'お釣り',
    '********1234',
  ])
    assert.ok(shown.includes(part), `${part}\n${shown}`)
  assert.ok(!shown.includes('再発行'))
})

test('a second print says so, a correction names what it corrects, a return its sale', () => {
  assert.match(text(paper('receipt'), 3), /再発行（2回目）/)
  assert.match(
    text(paper('receipt', { version: 2, replaces: '261122-ABC234' })),
    /訂正版 第2版（訂正前 261122-ABC234）/,
  )
  const returned = text(paper('return', { of: { number: '261101-ZZZ999', date: '2026-11-01' } }))
  for (const part of ['261101-ZZZ999', '2026年11月1日', '適  格  返  還  請  求  書'])
    assert.ok(returned.includes(part), returned)
})

test('a gift receipt shows no yen at all', () => {
  assert.doesNotMatch(text(paper('gift')), /¥|対象|T1180301018771/)
})

test('English is complete: only what people and shops are called stays as it is', () => {
  const issuer = { ...paper('receipt').issuer, name: 'Engawa', place: 'Shinjuku', address: null }
  const lines = paper('receipt').lines.map((line) => ({ ...line, name: 'Oats' }))
  for (const kind of ['receipt', 'return', 'formal_receipt', 'invoice', 'gift', 'hold'] as const) {
    const shown = text(
      paper(kind, { language: 'en', issuer, lines, purpose: 'goods', stamp_yen: 200, until: '2026-12-22' }),
      2,
    )
    assert.doesNotMatch(shown.replaceAll(/[※〒]/g, ''), /[぀-ヿ一-鿿]/, kind)
  }
})

test('printers get what they can print: no question mark in a name, a yen sign, a minus', () => {
  for (const format of ['escpos', 'star'] as const) {
    const bytes = roll(paper('receipt'), 1, format).toString('latin1')
    assert.ok(bytes.includes('-\\299'), format)
    assert.ok(!/[^\x1b]\?/.test(bytes.replaceAll(/\x1b.{1,2}/g, '')), format)
  }
})

test('every paper becomes a PDF, long ones of several pages', async () => {
  const many = paper('invoice', {
    to: { name: '合同会社山田食堂', honorific: '御中' },
    lines: Array.from({ length: 90 }, (_, at) => ({
      ...(paper('receipt').lines[at % 2] as Paper['lines'][0]),
      label: `11/${at}`,
    })),
  })
  for (const one of [
    paper('receipt'),
    paper('formal_receipt', { stamp_yen: 200, purpose: 'お品代', lines: [] }),
    paper('gift'),
    many,
  ]) {
    const bytes = await buffer(pdf(one, 1))
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
    const pages = bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length
    assert.equal(pages, one === many ? 4 : 1)
    assert.ok(bytes.length < 200_000, `${bytes.length} bytes`)
  }
})

test('our own words are all in the bold face', () => {
  const words = readFileSync(join(import.meta.dirname, 'words.ts'), 'utf8')
  const { doc } = sheet('A5', 'portrait', 'test', 'ja')
  doc.font('bold')
  assert.deepEqual(
    [...new Set(words)].filter((sign) => sign >= ' ' && !has(doc, sign)),
    [],
  )
  doc.font('regular')
  assert.deepEqual(
    [...'−¥〒髙﨑𠮷鷗'].filter((sign) => !has(doc, sign)),
    [],
  )
})
