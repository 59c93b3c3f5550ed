/** Both languages are whole: no word of storefront, console and display is missing in English, left in Japanese there, or used nowhere. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const sources = globSync('apps/{storefront,kit,console,display}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !file.endsWith('.gen.ts'),
)
const text = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const dictionaries = [...text].filter(([, source]) => /= dictionary\(\n/.test(source))
/** Names of the trade or of places that stay as they are. */
const stays = /^(日本語|〒|※|LINE)/

test('what English says is English', () => {
  const left = dictionaries.flatMap(([file, source]) => {
    const english = source.slice(source.indexOf('\n  },\n  {\n'))
    return [...english.matchAll(/^ {4}(\w+): .*[ぁ-んァ-ヶ一-龠]/gm)]
      .filter(([line]) => !stays.test(line.replace(/^.*?['`]/, '')))
      .map(([, key]) => `${file}: ${key}`)
  })
  assert.deepEqual(left, [])
})

test('no word stands in a component where only one language would see it', () => {
  const hard = [...text]
    .filter(([file, source]) => file.endsWith('.tsx') && !/= dictionary\(\n/.test(source))
    .flatMap(([file, source]) =>
      source
        .split('\n')
        .map((line) => line.replace(/\/\/.*|\/\*.*?\*\/|^\s*\*.*|^\/\*\*.*/g, ''))
        .filter((line) => /[ぁ-んァ-ヶ一-龠]/.test(line) && !/日本語|USUAL_PREFECTURE/.test(line))
        .map((line) => `${file}: ${line.trim().slice(0, 80)}`),
    )
  assert.deepEqual(hard, [])
})

test('a key that is asked for is there: an untranslated one does not compile', () => {
  assert.ok(dictionaries.length >= 8, `${dictionaries.length} dictionaries`)
  for (const [file, source] of dictionaries) {
    const keys = (from: string, to: string) =>
      [...source.slice(source.indexOf(from), source.lastIndexOf(to)).matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key)
    const middle = '\n  },\n  {\n'
    const ja = [...source.slice(0, source.indexOf(middle)).matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key)
    assert.deepEqual(keys(middle, '\n  },\n)').toSorted(), ja.toSorted(), file)
  }
})
