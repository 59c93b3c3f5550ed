import assert from 'node:assert/strict'
import { test } from 'node:test'
import { products } from '../retailer.ts'
import { draw, type MotifName, motifs } from './draw.ts'
import { type PaletteName, palettes } from './palettes.ts'

const names = Object.keys(motifs) as MotifName[]

/** Every tag closed in order, every attribute quoted, every reference defined, no number lost. */
function faults(svg: string): string[] {
  const out: string[] = []
  const open: string[] = []
  for (const [tag, slash, name = '', attributes = '', empty] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (slash) {
      if (open.pop() !== name) out.push(`misplaced ${tag}`)
    } else if (!empty) open.push(name)
    const keys = [...attributes.matchAll(/([\w:-]+)="/g)].map((m) => m[1])
    if (new Set(keys).size !== keys.length) out.push(`attribute twice: ${tag}`)
  }
  if (open.length) out.push(`unclosed ${open.join()}`)
  if (svg.replace(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, '').match(/[<>&]/)) out.push('stray markup')
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
  if (new Set(ids).size !== ids.length) out.push('id twice')
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) if (!ids.includes(id)) out.push(`no ${id}`)
  if (/NaN|undefined|Infinity|\[object/.test(svg)) out.push('not a number')
  return out
}

test('the fault finder finds faults', () => {
  assert.deepEqual(faults('<svg><g></g></svg>'), [])
  for (const bad of [
    '<svg><g></svg>',
    '<svg fill="url(#a)"></svg>',
    '<svg a="1" a="2"></svg>',
    '<svg x="NaN"></svg>',
    '<svg>a & b</svg>',
  ])
    assert.notDeepEqual(faults(bad), [], bad)
})

test('there are at least forty motifs, and each draws well-formed SVG in every palette', () => {
  assert.ok(names.length >= 40)
  for (const motif of names)
    for (const palette of Object.keys(palettes) as PaletteName[]) {
      const svg = draw({ motif, palette })
      assert.deepEqual(faults(svg), [], `${motif} in ${palette}`)
      assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640">'))
      assert.ok(svg.length < 60_000, `${motif} weighs ${svg.length}`)
    }
})

test('the same picture is drawn the same, byte for byte', () => {
  for (const motif of names) assert.equal(draw({ motif }), draw({ motif }))
})

test('pictures of two goods can stand in one page without sharing an id', () => {
  const ids = names.flatMap((motif) => [...draw({ motif }).matchAll(/ id="([^"]+)"/g)].map((m) => m[1]))
  assert.equal(new Set(ids).size, ids.length)
})

test('every motif is used by a product', () => {
  const used = new Set(products.map((p) => p.picture.motif))
  assert.deepEqual(
    names.filter((name) => !used.has(name)),
    [],
  )
})
