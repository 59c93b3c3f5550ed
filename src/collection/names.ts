/** By what an item names a person, and which of it counts. Pure. */
import { type Name, type NamingKind, namingKinds, normalName } from '#customers/customers'
import type { SourceKind } from './sources.ts'

type Item = Record<string, unknown>

// What programmes send when they know nobody. One of these taken for a number would chain strangers together.
const nobody = new Set(
  'null undefined none nil void nan anonymous anonymousid anonymous_id user_id userid unknown guest test default false true n/a'.split(
    ' ',
  ),
)

/** Whether a value names nobody, whatever it is sent as. */
export function isBlocked(value: string): boolean {
  const text = value.trim().toLowerCase()
  return /^[0-]*$/.test(text) || text === '-1' || nobody.has(text) || text.includes('object object')
}

/** A source whose key only the retailer's own systems hold. What a page in a browser says of an address proves nothing. */
const trusted: Readonly<Record<SourceKind, boolean>> = {
  web: false,
  server: true,
  pos: true,
  iot: false,
  shared: false,
}

// As they are called in `context.externalIds`.
const external: Readonly<Record<string, NamingKind>> = {
  ...Object.fromEntries(namingKinds.map((kind) => [kind, kind])),
  user_id: 'external_id',
  line_user_id: 'line',
}
const longest = 255

/** Who an item is about: her own names, strongest first, and the browser. A device that many use is nobody's. */
export type Named = { names: Name[]; anonymous: Name | undefined }

/** The names of an item. Card, LINE, address and telephone count only from the retailer's own systems. */
export function namesOf(item: Item, source: SourceKind): Named {
  const found = new Map<NamingKind, string>()
  const add = (kind: NamingKind, value: unknown) => {
    const text = told(value)
    const normal = text === undefined ? undefined : normalName(kind, text)
    if (normal !== undefined && !found.has(kind)) found.set(kind, normal)
  }
  add('external_id', item.userId)
  if (trusted[source]) {
    const context = object(item.context)
    const given = Array.isArray(context.externalIds) ? context.externalIds : []
    for (const { type, id } of given.slice(0, 20).map(object))
      if (typeof type === 'string' && Object.hasOwn(external, type)) add(external[type] as NamingKind, id)
    const traits = { ...object(context.traits), ...object(item.traits) }
    add('email', traits.email)
    add('phone', traits.phone)
  }
  const names = namingKinds.flatMap((kind) => {
    const value = found.get(kind)
    return value === undefined ? [] : [{ kind, value }]
  })
  const anonymous = source === 'shared' ? undefined : told(item.anonymousId)
  return { names, anonymous: anonymous === undefined ? undefined : { kind: 'anonymous', value: anonymous } }
}

function told(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  if (typeof text !== 'string') return undefined
  const trimmed = text.trim()
  return trimmed.length > longest || isBlocked(trimmed) ? undefined : trimmed
}

function object(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : {}
}
