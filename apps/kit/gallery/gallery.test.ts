/** `/kit` leaves nothing out: whatever the kit exports as a component stands there, under its own name. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const kit = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(kit, file), 'utf8')
const components = globSync('*.tsx', { cwd: kit }).flatMap((file) =>
  [...read(file).matchAll(/^export function ([A-Z]\w*)/gm)].map(([, name]) => String(name)),
)
const shown = globSync('gallery/*.tsx', { cwd: kit }).map(read).join('\n')
const missing = (names: readonly string[]) =>
  names.filter((name) => !shown.includes(`<Part name="${name}">`) || !new RegExp(`<${name}[\\s/>]`).test(shown))

test('every component of the kit is on its page', () => {
  assert.ok(components.length >= 30, `${components.length} components`)
  assert.deepEqual(missing(components), [])
  assert.deepEqual(missing(['Unheard']), ['Unheard'], 'a component that is not there is found')
})

test('every look, size and tone of a component is on its page', () => {
  const keysOf = (file: string, name: string) => {
    const [, body = ''] = new RegExp(`const ${name}[^=]*= \\{([\\s\\S]*?)\\n\\}`).exec(read(file)) ?? []
    return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => String(key))
  }
  const wanted = [
    ...keysOf('Button.tsx', 'looks'),
    ...keysOf('Button.tsx', 'sizes'),
    ...keysOf('Notice.tsx', 'tones'),
    ...keysOf('States.tsx', 'tones'),
  ]
  assert.ok(wanted.length >= 12, wanted.join())
  assert.deepEqual(
    wanted.filter((key) => !new RegExp(`['"]${key}['"]`).test(shown)),
    [],
  )
})
