import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { breaks, type Description } from '../scripts/breaks.ts'

const root = join(import.meta.dirname, '..')
const read = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T
const today = new Date().toISOString()

suite('the API grows and breaks nothing (docs/versions.md)', () => {
  const releases = globSync('docs/api/openapi-*.json', { cwd: root }).sort()
  const last = releases.at(-1) as string

  test('what would break a caller of the last release is listed with its reason, and nothing else is', () => {
    const listed = read<Record<string, string>>('docs/api/breaks.json')
    const found = breaks(read<Description>(last), read<Description>('openapi.json'), today)
    assert.deepEqual(found.toSorted(), Object.keys(listed).toSorted())
    assert.ok(Object.values(listed).every((reason) => reason.length > 20))
  })

  test('a break is seen: gone, needed, narrowed, no longer told', () => {
    const before = read<Description>(last)
    const spoil = (change: (copy: Description) => void) => {
      const copy = structuredClone(before)
      change(copy)
      return breaks(before, copy, today)
    }
    const order = (copy: Description) =>
      copy.paths['/v1/orders']?.post as NonNullable<Description['paths'][string][string]>
    const json = 'application/json'
    assert.deepEqual(breaks(before, before, today), [])
    assert.deepEqual(
      spoil((copy) => delete copy.paths['/v1/orders']?.post),
      ['POST /v1/orders: is gone'],
    )
    assert.match(String(spoil((copy) => order(copy)['x-audience']?.splice(0, 1))), /member may not call any more/)
    assert.match(
      String(spoil((copy) => order(copy).requestBody?.content?.[json]?.schema?.required?.push('gift'))),
      /body\.gift is needed/,
    )
    assert.match(
      String(spoil((copy) => delete order(copy).responses?.['201']?.content?.[json]?.schema?.properties?.total_yen)),
      /answer 201\.total_yen is gone/,
    )
  })
})
