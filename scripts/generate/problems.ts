/** Every problem the house can answer with, read from its source: code, statuses, words in both languages. */
import ts from 'typescript'
import { type File, house, isCode, isTest, lineAt, tree, walk } from '../tidy/source.ts'

export type Found = {
  code: string
  status: number | null
  ja: string | null
  en: string | null
  path: string
  line: number
}
/** What is wrong with the words or numbers of a problem. */
export type Fault = { path: string; line: number; message: string }
type Entry = { statuses: number[]; ja: string; en: string }

// These pass on codes that others wrote.
const passesOn = /^src\/(core\/|catalog\/put-one\.ts|integrations\/newcomers\.ts)/
// Said of one thing in two ways: a version named by If-Match (412), and one that an order was decided by (409).
const twofold = ['carts.changed']
const inProduct = ({ path }: File) => path.startsWith('src/') && !isTest(path) && !path.endsWith('.gen.ts')

/** Everything that refuses: `refuse(…)`, `new Problem(…)`, `wording({…})` and `raise … errcode = 'EG…'` in SQL. */
export function problemsIn(files: readonly File[]): { found: Found[]; faults: Fault[] } {
  const found: Found[] = []
  const faults: Fault[] = []
  for (const file of files.filter(inProduct)) {
    if (file.path.endsWith('.sql')) found.push(...inStatements(file, file.text, 0))
    if (!isCode(file)) continue
    const constants = constantsOf(file)
    walk(tree(file), (node) => {
      const line = lineAt(file.text, node.getStart())
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql')
        found.push(...inStatements(file, node.template.getText(), line - 1))
      if (ts.isCallExpression(node) && node.expression.getText() === 'wording') {
        const [table] = node.arguments
        for (const item of table && ts.isObjectLiteralExpression(table) ? table.properties : []) {
          if (!ts.isPropertyAssignment(item) || !item.name) continue
          const [ja, en] = inBoth(item.initializer, constants)
          const code = ts.isStringLiteralLike(item.name) ? item.name.text : item.name.getText()
          found.push({ code, status: null, ja, en, path: file.path, line: lineAt(file.text, item.getStart()) })
        }
      }
      // One row of many: 409 when a code is taken, else 422.
      if (ts.isNewExpression(node) && node.expression.getText() === 'RowFault') {
        const [name, , ja, en] = node.arguments ?? []
        for (const text of textsOf(name, constants)) {
          const code = `catalog.${text}`
          const status = code.endsWith('_taken') ? 409 : 422
          found.push({ code, status, ja: textOf(ja, constants), en: textOf(en, constants), path: file.path, line })
        }
      }
      const refusing = ts.isCallExpression(node) && /(^|\.)refuse$/.test(node.expression.getText())
      const making = ts.isNewExpression(node) && node.expression.getText() === 'Problem'
      if (!refusing && !making) return
      const [first, second, third, fourth] = node.arguments ?? []
      const codes = textsOf(first, constants)
      if (codes.length === 0) {
        if (!passesOn.test(file.path))
          faults.push({ path: file.path, line, message: 'the code of a problem is written out' })
        return
      }
      const [ja, en] = refusing ? [textOf(third, constants), textOf(fourth, constants)] : inBoth(third, constants)
      for (const code of codes)
        for (const status of numbersOf(second, constants)) found.push({ code, status, ja, en, path: file.path, line })
    })
  }
  return { found, faults }
}

function inStatements(file: File, text: string, from: number): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(/raise\s+exception\s+using([^;]*?);/gi)) {
    const status = /errcode\s*=\s*'EG(\d{3})'/i.exec(match[1] ?? '')?.[1]
    const code = /message\s*=\s*'([a-z_.]+)'(?!\s*\|\|)/i.exec(match[1] ?? '')?.[1]
    const line = from + lineAt(text, match.index)
    if (status && code) found.push({ code, status: Number(status), ja: null, en: null, path: file.path, line })
  }
  return found
}

type Constants = Map<string, ts.Expression>
function constantsOf(file: File): Constants {
  const constants: Constants = new Map()
  walk(tree(file), (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer)
  })
  return constants
}

function inBoth(node: ts.Expression | undefined, constants: Constants): [string | null, string | null] {
  const value = node && ts.isIdentifier(node) ? constants.get(node.text) : node
  if (!value || !ts.isObjectLiteralExpression(value)) return value ? ['', ''] : [null, null]
  const part = (name: string) => {
    const item = value.properties.find((property) => property.name?.getText() === name)
    return item && ts.isPropertyAssignment(item) ? textOf(item.initializer, constants) : item ? '' : null
  }
  return [part('ja'), part('en')]
}

/** A text with `…` where a value goes; '' when it is put together elsewhere, null when it is not there. */
function textOf(node: ts.Expression | undefined, constants: Constants): string | null {
  if (!node) return null
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text)
    return value && value !== node && (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value))
      ? textOf(value, constants)
      : ''
  }
  if (ts.isConditionalExpression(node)) return textOf(node.whenTrue, constants)
  return ''
}

function textsOf(node: ts.Expression | undefined, constants: Constants): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue, constants), ...textsOf(node.whenFalse, constants)]
  const value = ts.isIdentifier(node) ? constants.get(node.text) : undefined
  return value && value !== node ? textsOf(value, new Map()) : []
}

function numbersOf(node: ts.Expression | undefined, constants: Constants): (number | null)[] {
  if (!node) return [null]
  if (ts.isNumericLiteral(node)) return [Number(node.text)]
  if (ts.isConditionalExpression(node))
    return [...numbersOf(node.whenTrue, constants), ...numbersOf(node.whenFalse, constants)]
  const value = ts.isIdentifier(node) ? constants.get(node.text) : undefined
  return value && value !== node ? numbersOf(value, new Map()) : [null]
}

/** One entry a code, and what is wrong: no words, a language missing, two meanings, two statuses. */
export function catalogueOf(files: readonly File[]): { entries: Map<string, Entry>; faults: Fault[] } {
  const { found, faults } = problemsIn(files)
  const entries = new Map<string, Entry>()
  const codes = [...new Set(found.map(({ code }) => code))].sort()
  for (const code of codes) {
    const all = found.filter((item) => item.code === code)
    const first = all[0] as Found
    const add = (message: string, { path, line }: Found = first) =>
      faults.push({ path, line, message: `${code}: ${message}` })
    const statuses = [...new Set(all.flatMap(({ status }) => (status === null ? [] : [status])))].sort()
    const ja = wordsOf(all.map((item) => item.ja))
    const en = wordsOf(all.map((item) => item.en))
    if (ja === null || en === null) add(`has no words in ${ja === null ? 'Japanese' : 'English'}`)
    for (const item of all) if (item.ja && item.en === null) add('lacks English', item)
    if (statuses.length > 1 && !twofold.includes(code))
      add(
        `is answered with ${statuses.join(' and ')}`,
        all.find(({ status }) => status === statuses[1]),
      )
    entries.set(code, { statuses, ja: ja ?? '', en: en ?? '' })
  }
  return { entries, faults }
}

function wordsOf(texts: (string | null)[]): string | null {
  return texts.find((text) => text) ?? texts.find((text) => text !== null) ?? null
}

/** src/problems.gen.ts: one line a code, so that two who add one each do not meet. */
export function problemsFile(root: string): Map<string, string> {
  const { entries } = catalogueOf(house(root))
  const lines = [...entries].map(([code, { statuses, ja, en }]) => `  ${JSON.stringify({ code, statuses, ja, en })},`)
  const text = `// Generated from the source by npm run generate.
export type Described = { code: string; statuses: number[]; ja: string; en: string }
export const problems: readonly Described[] = [
${lines.join('\n')}
]
`
  return new Map([['src/problems.gen.ts', text]])
}
