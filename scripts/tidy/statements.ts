/** SQL: no clock of its own, and every schema written only by the room that owns it. */
import ts from 'typescript'
import { type File, type Finding, isCode, isGenerated, isTest, lineAt, tree, walk } from './source.ts'

/** A piece of SQL and where it begins in its file. */
type Piece = { file: File; text: string; start: number }

/** Rooms whose work is to read across: they may read every room's tables, and write only their own. */
export const readers = ['desk', 'tags', 'segments', 'predict', 'measurement']

const verb =
  /^\s*(select|insert\s+into|update\s+[\w."]+\s+set|delete\s+from|merge\s+into|truncate|with\s+\w+|create\s+(table|or|temp|index|function|unlogged)|alter|drop|call|perform|copy|lock)\b/i

/** The SQL of a file: all of a .sql file, and in TypeScript every sql`…` and every string that begins as a statement. */
function pieces(file: File): Piece[] {
  if (file.path.endsWith('.sql')) return isGenerated(file.path) ? [] : [{ file, text: bare(file.text), start: 0 }]
  if (!isCode(file)) return []
  const found: Piece[] = []
  walk(tree(file), (node) => {
    const tagged = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql'
    // Statements also hide in plain strings (checks). Tests quote broken ones on purpose.
    const text = ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)
    const statement =
      text && !ts.isTaggedTemplateExpression(node.parent) && !isTest(file.path) && verb.test(node.getText().slice(1))
    if (!tagged && !statement) return
    const template = tagged ? node.template : (node as ts.StringLiteralLike | ts.TemplateExpression)
    found.push({ file, text: bare(withoutValues(template).slice(1, -1)), start: template.getStart() + 1 })
  })
  return found
}

/** The template with every `${…}` blanked: positions stay, nested statements are pieces of their own. */
function withoutValues(node: ts.Node): string {
  let text = node.getText()
  if (!ts.isTemplateExpression(node)) return text
  for (const { expression } of node.templateSpans) {
    const start = expression.getFullStart() - node.getStart()
    text = `${text.slice(0, start)}${blank(expression.getFullText())}${text.slice(start + expression.getFullWidth())}`
  }
  return text
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

/** Comments and quoted texts blanked; bodies between $$ stay, they are SQL. */
function bare(text: string): string {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|(?<![\w'"`])[eE]?'(?:[^']|'')*'/g, blank)
}

const clocks =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|uuidv7|uuid_generate_v\w+|gen_random_uuid)\s*\(|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i
// UUIDs are made by core.uuid7 from a given instant; only it asks for randomness, and the checks which spoil a copy on purpose.
const randomAllowed = /^migrations\/(0001_core|0561_core_uuid7)\.sql$|^src\/\w+\/([a-z]+-)?checks\.ts$/

/** SQL never asks what time it is, and never rolls dice: the time is passed in, so that tests and the town hold the clock. */
export function clock(files: readonly File[]): Finding[] {
  return files.filter(inProduct).flatMap((file) =>
    pieces(file).flatMap(({ text, start }) => {
      const found: Finding[] = []
      for (const match of text.matchAll(new RegExp(clocks, 'gi'))) {
        if (/gen_random_uuid/i.test(match[0]) && randomAllowed.test(file.path)) continue
        found.push({
          rule: 'clock',
          path: file.path,
          line: lineAt(file.text, start + match.index),
          message: `${match[0].trim()} in SQL; pass the time in`,
        })
      }
      return found
    }),
  )
}

// Yardsticks in bench/ measure another program's way; they are not part of the product.
const inProduct = ({ path }: File) => /^(src|migrations)\//.test(path)
// `engawa verify` recomputes balances across rooms, and spoils rows only in a copy made for it;
// the demo's "start over" empties every room at once, as their owner.
const acrossRooms = (path: string) => /^src\/(\w+\/([a-z]+-)?checks|demo-wipe)\.ts$/.test(path)

const target = '("?[a-z_]\\w*"?)\\s*\\.\\s*("?[a-z_]\\w*"?)'
const writes = new RegExp(
  `\\b(insert\\s+into|delete\\s+from(?:\\s+only)?|merge\\s+into|truncate(?:\\s+table)?|copy|create\\s+(?:unlogged\\s+)?table(?:\\s+if\\s+not\\s+exists)?|alter\\s+table|drop\\s+table|create\\s+(?:or\\s+replace\\s+)?(?:function|procedure|view)|(?<!\\bfor\\s|\\bdo\\s|\\bkey\\s)update(?:\\s+only)?)\\s+${target}`,
  'gi',
)
const bareWrites =
  /\b(insert\s+into|delete\s+from|merge\s+into|truncate\s+table)\s+("?[a-z_]\w*"?)(?!\s*\.)(?=\s|\(|;|$)/gi
const uses = new RegExp(`\\b${target}(?![\\w"])(?!\\s*[.(])`, 'gi')
const created = new RegExp(`\\bcreate\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?${target}`, 'gi')

const clean = (name: string | undefined) => (name ?? '').replaceAll('"', '').toLowerCase()

/** The schemas a file owns: its room's, and those a migration makes. */
function owned(file: File): string[] {
  const room = file.path.match(/^src\/([a-z]+)\//)?.[1] ?? file.path.match(/^migrations\/\d+_([a-z]+)/)?.[1]
  const made = file.path.startsWith('migrations/')
    ? [...bare(file.text).matchAll(/create\s+schema\s+(?:if\s+not\s+exists\s+)?(\w+)/gi)]
    : []
  return [...(room ? [room] : []), ...made.map((match) => clean(match[1]))]
}

/** A file writes only its room's schema and reads only that; other rooms are asked by their functions. `readers` may read all. */
export function ownership(files: readonly File[]): Finding[] {
  const tables = new Set<string>()
  for (const file of files) {
    if (!file.path.startsWith('migrations/') || !file.path.endsWith('.sql')) continue
    for (const match of bare(file.text).matchAll(created)) tables.add(`${clean(match[1])}.${clean(match[2])}`)
  }
  const schemas = new Set([...tables].map((name) => name.split('.')[0]))
  const found: Finding[] = []
  for (const file of files) {
    const path = file.path
    if (isTest(path) || acrossRooms(path) || !inProduct(file)) continue
    const own = owned(file)
    // Migrations are one history: one of them may give indexes to several rooms, and move rows from one to another.
    const readsAll = path.startsWith('migrations/') || own.some((room) => readers.includes(room))
    for (const { text, start } of pieces(file)) {
      const add = (index: number, message: string) =>
        found.push({ rule: 'ownership', path, line: lineAt(file.text, start + index), message })
      const written = new Set<number>()
      for (const match of text.matchAll(writes)) {
        const schema = clean(match[2])
        if (!schemas.has(schema)) continue
        const name = `${schema}.${clean(match[3])}`
        written.add(match.index + match[0].length)
        if (!own.includes(schema))
          add(match.index, `${match[1]?.replace(/\s+/g, ' ')} ${name}: only src/${schema}/ writes its schema`)
      }
      for (const match of text.matchAll(bareWrites)) {
        if (clean(match[2]) === 'only' || clean(match[2]) === 'pg_temp') continue
        const temporary = new RegExp(
          `create\\s+temp(orary)?\\s+table\\s+(if\\s+not\\s+exists\\s+)?${match[2]}\\b`,
          'i',
        ).test(file.text)
        if (!temporary) add(match.index, `${match[0]}: name the schema with the table`)
      }
      for (const match of text.matchAll(uses)) {
        const schema = clean(match[1])
        const name = `${schema}.${clean(match[2])}`
        if (!tables.has(name) || own.includes(schema) || readsAll || written.has(match.index + match[0].length))
          continue
        add(match.index, `reads ${name}: ask ${schema} by its front door or a function of its schema`)
      }
    }
  }
  return found
}
