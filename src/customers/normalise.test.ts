import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as normal from './normalise.ts'

test('a name keeps every character its owner writes; only its spaces are tidied', () => {
  for (const name of ['𠮷野', '髙橋', '﨑山', '神谷', '渡邉', 'O’Brien', 'ㇰ'])
    assert.equal(normal.properName(name), name)
  assert.equal(normal.properName('　木村　 花子 '), '木村 花子')
})

test('name variants find each other and spaces do not matter', () => {
  assert.equal(normal.nameKey('髙橋　花'), normal.nameKey('高橋花'))
  assert.equal(normal.nameKey('𠮷田'), normal.nameKey('吉田'))
  assert.equal(normal.nameKey('﨑山'), normal.nameKey('崎山'))
  assert.notEqual(normal.nameKey('木村'), normal.nameKey('本村'))
})

test('kana of half width, hiragana, small and large, with any dash, compare equal', () => {
  assert.equal(normal.properKana('ｷﾑﾗ　ﾊﾅｺ'), 'キムラ ハナコ')
  assert.equal(normal.properKana('ばーばら'), 'バーバラ')
  for (const dash of ['ー', '-', '−', '‐', '―', 'ｰ', '－'])
    assert.equal(normal.kanaKey(`ニ${dash}ナ`), normal.kanaKey('にーな'))
  assert.equal(normal.kanaKey('ｼﾖｳｺ'), normal.kanaKey('しょうこ'))
  assert.equal(normal.kanaKey('みづき'), normal.kanaKey('ミズキ'))
  assert.equal(normal.kanaKey('カヲル'), normal.kanaKey('かおる'))
})

test('phones are one E.164 number however they are typed, new 060 numbers among them', () => {
  for (const typed of [
    '090-1234-5678',
    '０９０（１２３４）５６７８',
    '09012345678',
    '+81 90 1234 5678',
    '090ー1234ー5678',
    '090‐1234‐5678',
  ])
    assert.equal(normal.phone(typed), '+819012345678', typed)
  for (const prefix of ['060', '070', '080', '090'])
    assert.equal(normal.phone(`${prefix}-1111-2222`), `+81${prefix.slice(1)}11112222`)
  assert.equal(normal.phone('03-3344-5566'), '+81333445566')
  assert.equal(normal.phone('+1 415 555 2671'), '+14155552671')
  for (const bad of ['', '12', 'abc', '090-1234-567']) assert.equal(normal.phone(bad), undefined, bad)
})

test('e-mails are lower case and half width, or nothing', () => {
  assert.equal(normal.email(' Hanako＠Example.JP '), 'hanako@example.jp')
  for (const bad of ['hanako', 'a@b', 'a b@c.jp', '@c.jp', 'a@@c.jp', 'a@c..jp'])
    assert.equal(normal.email(bad), undefined, bad)
})

test('card numbers and postal codes lose their dashes', () => {
  assert.equal(normal.cardNumber('ｇ１２－３４ 56'), 'G123456')
  assert.equal(normal.postalCode('〒１５４−０００４'), '1540004')
  assert.equal(normal.postalCode('154-004'), undefined)
})

test('every form is its own form: reading it again changes nothing', () => {
  for (const form of [normal.properName, normal.properKana, normal.kanaKey, normal.nameKey, normal.cardNumber])
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(form(form(text)), form(text))))
})
