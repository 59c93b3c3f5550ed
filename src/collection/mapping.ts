/** How a source's own words become ours: other names of events, other places where an identifier stands. Pure. */
type Item = Record<string, unknown>

/** `events`: their name → ours. `fields`: where an item lacks a value, the path at which this source keeps it. */
export type Mapping = { events?: Record<string, string>; fields?: Record<string, string> }

/** The item with what the mapping supplies; what it says itself stays. */
export function mapped(item: Item, { events, fields }: Mapping): Item {
  if (!events && !fields) return item
  const found = { ...item }
  for (const [field, path] of Object.entries(fields ?? {})) {
    if (at(item, field) !== undefined) continue
    const value = at(item, path)
    if (value !== undefined) put(found, field.split('.'), value)
  }
  if (typeof found.event === 'string' && events && Object.hasOwn(events, found.event)) found.event = events[found.event]
  return found
}

function at(item: Item, path: string): unknown {
  let value: unknown = item
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Item)[step]
  }
  return value === null || value === '' ? undefined : value
}

function put(item: Item, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    item[first] = value
    return
  }
  const inner = item[first]
  const copy = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...(inner as Item) } : {}
  item[first] = copy
  put(copy, rest, value)
}
