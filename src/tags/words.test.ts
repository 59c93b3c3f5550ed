import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findWord, ready } from '#tags/words'

const found = (text: string, words: string[], but: string[] = []) => findWord(ready(text), words, but)

test('width, kana and case do not matter', () => {
  for (const text of ['オーガニックオーツ', 'ｵｰｶﾞﾆｯｸ豆乳', 'おーがにっく の お茶', '有機・オーガニック'])
    assert.equal(found(text, ['オーガニック']), 'オーガニック', text)
  for (const text of ['ＯＲＧＡＮＩＣ oats', 'Organic Oats', 'organic'])
    assert.equal(found(text, ['organic']), 'organic', text)
  for (const text of ['洗剤 つめかえ用', '洗剤ﾂﾒｶｴ', '台所洗剤 詰替用'])
    assert.ok(found(text, ['つめかえ', '詰替']), text)
})

test('a word inside another word is not that word', () => {
  const no: [text: string, word: string][] = [
    ['固有機能のある靴', '有機'],
    ['inorganic salt', 'organic'],
    ['フライパン', 'パン'],
    ['パンツ', 'パン'],
    ['海綿スポンジ', '綿'],
    ['steam iron', 'tea'],
    ['1100g', '100'],
  ]
  for (const [text, word] of no) assert.equal(found(text, [word]), undefined, `${word} in ${text}`)
  const yes: [text: string, word: string][] = [
    ['国産有機大豆', '有機'],
    ['木の実の有機グラノーラ', '有機'],
    ['食パン 六枚', 'パン'],
    ['お中元ギフトセット', 'ギフト'],
    ['綿の靴下', '綿'],
    ['green tea, 50g', 'tea'],
  ]
  for (const [text, word] of yes) assert.equal(found(text, [word]), word, `${word} in ${text}`)
})

test('what is excepted hides the word within it, and only there', () => {
  assert.equal(found('有機ELライト', ['有機'], ['有機EL']), undefined)
  assert.equal(found('ベビーリーフ 80g', ['ベビー'], ['ベビーリーフ']), undefined)
  assert.equal(found('有機ベビーリーフとベビーソープ', ['ベビー'], ['ベビーリーフ']), 'ベビー')
})
