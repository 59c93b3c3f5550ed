import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell as cell } from '#core/csv'
import { convert, type Kind } from '#integrations/convert'
import { date, time } from '#integrations/dates'
import { Unfit } from '#integrations/faults'
import { kana, plain } from '#integrations/letters'

const as = (text: string, kind: Kind, more: object = {}) => convert(text, kind, { zone: 'Asia/Tokyo', ...more })
const reason = (wanted: string) => (error: unknown) => error instanceof Unfit && error.reason === wanted

test('dates are read as Japan writes them: with eras in kanji, letter or one sign, in full width, packed', () => {
  for (const text of [
    '昭和18年10月1日',
    'S18.10.1',
    's18/10/01',
    '昭18-10-1',
    '㍼18年10月1日',
    '１９４３年１０月１日',
    '1943/10/1',
    '1943-10-01',
    '19431001',
  ]) {
    assert.equal(date(text), '1943-10-01', text)
  }
  assert.equal(date('令和元年5月1日'), '2019-05-01')
  assert.equal(date('R1.5.1'), '2019-05-01')
  assert.equal(date('平成32年3月1日'), '2020-03-01')
  assert.equal(date('2017-01-28 14:06:53'), '2017-01-28')
})

test('a date that does not exist, or is none, is refused', () => {
  for (const text of ['2023-02-29', '昭和18年13月1日', '10/1/1943', 'きのう', '1999-01-011', '0001-01-01'])
    assert.throws(() => date(text), reason('date'), text)
})

test('another order of day and month must be stated', () => {
  assert.equal(date('01/10/1943', 'DD/MM/YYYY'), '1943-10-01')
  assert.equal(date('10-1-1943', 'M-D-YYYY'), '1943-10-01')
  assert.throws(() => date('1943-10-01', 'DD/MM/YYYY'), reason('date'))
})

test('times are the shop’s own unless they carry an offset', () => {
  const at = (text: string, format?: string) => time(text, 'Asia/Tokyo', format)
  assert.equal(at('2017-01-28 14:06:53'), '2017-01-28T05:06:53.000Z')
  assert.equal(at('2017/1/28 9:05'), '2017-01-28T00:05:00.000Z')
  assert.equal(at('2017年1月28日 午後2時06分53秒'), '2017-01-28T05:06:53.000Z')
  assert.equal(at('20170128140653'), '2017-01-28T05:06:53.000Z')
  assert.equal(at('平成29年1月28日'), '2017-01-27T15:00:00.000Z')
  assert.equal(at('2017-01-28T14:06:53Z'), '2017-01-28T14:06:53.000Z')
  assert.equal(at('2017-01-28T14:06:53.123-05:00'), '2017-01-28T19:06:53.000Z')
  assert.equal(at('1485608813', 'epoch'), '2017-01-28T13:06:53.000Z')
  assert.equal(at('01/28/2017 14:06:53', 'MM/DD/YYYY'), '2017-01-28T05:06:53.000Z')
  for (const text of ['2017-01-28 25:00', '2017-01-28 12:60', '2017-01-28 noon'])
    assert.throws(() => at(text), reason('time'), text)
})

test('money becomes whole yen, half up, at the stated rate', () => {
  assert.equal(as('3.86', 'yen', { times: 110 }), 425)
  assert.equal(as('0.285', 'yen', { times: 100 }), 29)
  assert.equal(as('4.440892e-16', 'yen', { times: 110 }), 0)
  assert.equal(as('￥１，２３４', 'yen'), 1234)
  assert.equal(as('1,234円', 'yen'), 1234)
  assert.equal(as('▲500', 'yen'), -500)
  assert.equal(as('(500)', 'yen'), -500)
  assert.throws(() => as('free', 'yen'), reason('number'))
})

test('kana in half width and hiragana become full katakana; kanji among kana are refused', () => {
  assert.equal(as('ｲﾄｳ ｵﾄﾊ', 'kana'), 'イトウ オトハ')
  assert.equal(as('さとう　じゅん', 'kana'), 'サトウ ジュン')
  assert.equal(kana('ｼﾞｮｰｼﾞ'), 'ジョージ')
  assert.throws(() => as('伊藤', 'kana'), reason('kana'))
})

test('letters of names stay as their owners write them; only widths are made equal', () => {
  assert.equal(plain(' 髙橋　﨑子 '), '髙橋 﨑子')
  assert.equal(plain('ﾌﾟﾚﾐｱﾑ　ＢＥＥＲ\u0007 350ml'), 'プレミアム BEER 350ml')
  assert.equal(plain('神\ufa19'), '神\ufa19')
})

test('telephones, postal codes, addresses and JAN codes are read in every form and refused when wrong', () => {
  for (const text of [
    '090-1234-5678',
    '０９０１２３４５６７８',
    '+81-90-1234-5678',
    '090ー1234ー5678',
    '(090)1234-5678',
  ])
    assert.equal(as(text, 'phone'), '+819012345678', text)
  for (const text of ['〒154-0004', '1540004', '１５４－０００４']) assert.equal(as(text, 'postal'), '1540004', text)
  assert.equal(as('Taro@Example.JP', 'email'), 'taro@example.jp')
  assert.equal(as('４９０１２３４５６７８９４', 'gtin'), '04901234567894')
  assert.throws(() => as('12', 'phone'), reason('phone'))
  assert.throws(() => as('154-000', 'postal'), reason('postal'))
  assert.throws(() => as('taro@', 'email'), reason('email'))
  assert.throws(() => as('4901234567890', 'gtin'), reason('gtin'))
})

test('the error file holds nothing that a spreadsheet would run', () => {
  assert.equal(cell('=HYPERLINK("x")'), `"'=HYPERLINK(""x"")"`)
  assert.equal(cell('@a'), `"'@a"`)
  assert.equal(cell('fine'), 'fine')
  assert.equal(cell('a,b'), '"a,b"')
})
