/** What of the API's description would break a caller of the former one: see docs/versions.md. */

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
}
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
type Body = { content?: Record<string, { schema?: Schema }>; required?: boolean }
type Operation = {
  parameters?: Parameter[]
  requestBody?: Body
  responses?: Record<string, Body>
  'x-audience'?: string[]
  'x-sunset'?: string
}
export type Description = { paths: Record<string, Record<string, Operation>> }

/** Every break from one description to another, in words that stay the same; what went after its sunset is none. */
export function breaks(before: Description, after: Description, today: string): string[] {
  const found: string[] = []
  for (const [path, methods] of Object.entries(before.paths))
    for (const [method, old] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`
      const next = after.paths[path]?.[method]
      if (!next) {
        if (!old['x-sunset'] || old['x-sunset'] > today) found.push(`${name}: is gone`)
        continue
      }
      found.push(...operation(old, next).map((what) => `${name}: ${what}`))
    }
  return found
}

function operation(old: Operation, next: Operation): string[] {
  const found: string[] = []
  for (const who of old['x-audience'] ?? [])
    if (!next['x-audience']?.some((now) => now === who || now === 'anyone' || now === who.split(':')[0]))
      found.push(`${who} may not call any more`)
  const given = (list: Parameter[] | undefined) =>
    new Map((list ?? []).map((item) => [`${item.in} ${item.name}`, item]))
  const [had, has] = [given(old.parameters), given(next.parameters)]
  // What has a default need not be sent, though the description calls it required.
  const needed = (item: Parameter | undefined) => item?.required === true && item.schema?.default === undefined
  for (const [name, item] of has) if (needed(item) && !needed(had.get(name))) found.push(`${name} is needed`)
  for (const [name, item] of had) {
    const now = has.get(name)
    if (!now && item.in !== 'path') found.push(`${name} is gone`)
    if (now) found.push(...input(item.schema, now.schema, name))
  }
  found.push(...input(bodyOf(old.requestBody), bodyOf(next.requestBody), 'body'))
  for (const [status, answer] of Object.entries(old.responses ?? {})) {
    const now = next.responses?.[status]
    if (!now) found.push(`answer ${status} is gone`)
    else found.push(...output(bodyOf(answer), bodyOf(now), `answer ${status}`))
  }
  return found
}

function bodyOf(body: Body | undefined): Schema | undefined {
  return body?.content?.['application/json']?.schema
}

/** What was sent must still be taken. */
function input(old: Schema | undefined, next: Schema | undefined, at: string): string[] {
  if (!old || !next) return []
  const found: string[] = []
  const [took, takes] = [kinds(old), kinds(next)]
  for (const kind of took) if (takes.size && !takes.has(kind)) found.push(`${at} takes no ${kind} any more`)
  for (const name of next.required ?? [])
    if (!old.required?.includes(name) && next.properties?.[name]?.default === undefined)
      found.push(`${at}.${name} is needed`)
  for (const [name, schema] of Object.entries(old.properties ?? {})) {
    if (!next.properties) continue
    const now = next.properties[name]
    if (!now) found.push(`${at}.${name} is not taken any more`)
    else found.push(...input(schema, now, `${at}.${name}`))
  }
  return [...found, ...input(old.items, next.items, `${at}[]`)]
}

/** What was told must still be told, in no new kind. */
function output(old: Schema | undefined, next: Schema | undefined, at: string): string[] {
  if (!old) return []
  if (!next) return [`${at} is not described any more`]
  const found: string[] = []
  const [told, tells] = [kinds(old), kinds(next)]
  // New words of an enumeration are growth; a new type is not.
  const types = (set: Set<string>) => [...set].filter((kind) => !kind.startsWith('"'))
  for (const kind of types(tells)) if (told.size && !told.has(kind)) found.push(`${at} may be ${kind} now`)
  for (const [name, schema] of Object.entries(old.properties ?? {})) {
    const now = next.properties?.[name]
    if (!now) found.push(`${at}.${name} is gone`)
    else {
      if (old.required?.includes(name) && !next.required?.includes(name)) found.push(`${at}.${name} may be missing now`)
      found.push(...output(schema, now, `${at}.${name}`))
    }
  }
  return [...found, ...output(old.items, next.items ?? (old.items && {}), `${at}[]`)]
}

/** The types and words a value may be of. */
function kinds(schema: Schema): Set<string> {
  const words = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])].map((word) =>
    JSON.stringify(word),
  )
  const types = [schema.type ?? []].flat()
  const inner = (schema.anyOf ?? []).flatMap((part) => [...kinds(part)])
  return new Set([...types, ...words, ...inner])
}
