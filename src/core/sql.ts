/** A statement as text and values; nests inside another `sql` template. Named after its text, so PostgreSQL plans it once. */
export type Sql = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name: string | undefined
  readonly parts: Parts
}
/** A class, so that no object out of a request can pass for a piece of a statement, whatever its keys. */
class Parts {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = values
  }
}

const names = new Map<string, string>()
const texts = new WeakMap<TemplateStringsArray, { text: string; name: string }>()

/** SQL written as SQL: every `${value}` becomes a parameter, every `${sql`…`}` is spliced in. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const parts = new Parts(strings, values)
  if (!values.some(isSql)) {
    let known = texts.get(strings)
    if (!known) {
      const text = strings.reduce((whole, piece, at) => `${whole}$${at}${piece}`)
      known = { text, name: nameOf(text) }
      texts.set(strings, known)
    }
    return { ...known, values, parts }
  }
  const flat = { strings: [''], values: [] as unknown[] }
  splice(flat, parts)
  const text = flat.strings.reduce((whole, piece, at) => `${whole}$${at}${piece}`)
  return { text, values: flat.values, name: nameOf(text), parts }
}

/** Text spliced as it is: only for names and clauses written in our own source, never for input. */
export function raw(text: string): Sql {
  return { text, values: [], name: undefined, parts: new Parts([text], []) }
}

/** Statements joined by a separator, e.g. conditions by ` and `. */
export function join(list: readonly Sql[], separator: string): Sql {
  const flat = { strings: [''], values: [] as unknown[] }
  list.forEach((item, at) => {
    if (at > 0) flat.strings[flat.strings.length - 1] += separator
    splice(flat, item.parts)
  })
  const text = flat.strings.reduce((whole, piece, at) => `${whole}$${at}${piece}`)
  return { text, values: flat.values, name: undefined, parts: new Parts(flat.strings, flat.values) }
}

function splice(into: { strings: string[]; values: unknown[] }, parts: Parts): void {
  into.strings[into.strings.length - 1] += parts.strings[0] ?? ''
  parts.values.forEach((value, at) => {
    const after = parts.strings[at + 1] ?? ''
    if (isSql(value)) {
      splice(into, value.parts)
      into.strings[into.strings.length - 1] += after
    } else {
      into.values.push(value)
      into.strings.push(after)
    }
  })
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'parts' in value && value.parts instanceof Parts
}

// PostgreSQL cuts statement names at 63 bytes, so the name is a short hash; the text stays the truth within pg's own check.
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `e${names.size.toString(36)}_${hash(text)}`
    names.set(text, name)
  }
  return name
}

function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return value.toString(36)
}
