/** The maps that come with Engawa, by their names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Resource, resources } from '#integrations/fields'

const folder = join(import.meta.dirname, '../../maps')

export type Shipped = { name: string; title: string; resources: Resource[] }

/** Where the map of this name lies, when there is one. */
export function shippedMap(name: string): string | undefined {
  return shippedMaps().some((map) => map.name === name) ? join(folder, `${name}.yml`) : undefined
}

/** Its text. */
export function shippedText(name: string): string | undefined {
  const path = shippedMap(name)
  return path && readFileSync(path, 'utf8')
}

let found: Shipped[] | undefined
/** All of them, with what each of them reads. */
export function shippedMaps(): Shipped[] {
  found ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => {
      const map = parse(readFileSync(join(folder, file), 'utf8')) as { title?: string; [section: string]: unknown }
      const name = file.replace(/\.yml$/, '')
      return { name, title: map.title ?? name, resources: resources.filter((resource) => map[resource]) }
    })
  return found
}
