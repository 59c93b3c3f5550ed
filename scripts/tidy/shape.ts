/** The shape of files: how long, where they lie, which syntax they leave out. */
import ts from 'typescript'
import { at, type File, type Finding, isCode, isGenerated, isTest, lineAt, tree, walk } from './source.ts'

const cap = 400
const p95 = 300
const median = 80

const linesOf = (file: File) => file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0)
const isOurs = ({ path }: File) => !isGenerated(path) && !path.endsWith('.md')

/** How long files are: `{ files, median, p95, longest }` in lines. */
export function sizes(files: readonly File[]) {
  const lengths = files.filter(isOurs).map(linesOf)
  const sorted = lengths.sort((a, b) => a - b)
  const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { files: sorted.length, median: part(0.5), p95: part(0.95), longest: sorted.at(-1) ?? 0 }
}

/** No file over 400 lines; all but one in twenty at most 300; half of them at most 80. */
export function lengths(files: readonly File[]): Finding[] {
  const ours = files.filter(isOurs)
  const found = ours
    .filter((file) => linesOf(file) > cap)
    .map((file) => ({
      rule: 'length',
      path: file.path,
      line: cap + 1,
      message: `${linesOf(file)} lines; the cap is ${cap}`,
    }))
  const { median: half, p95: most } = sizes(files)
  const long = [...ours].sort((a, b) => linesOf(b) - linesOf(a))
  const blame = (share: number) => long[Math.floor(long.length * share)]
  if (most > p95)
    found.push({
      rule: 'length',
      path: blame(0.04)?.path ?? '',
      line: p95,
      message: `95% of files have up to ${most} lines; wanted ${p95}`,
    })
  if (half > median)
    found.push({
      rule: 'length',
      path: blame(0.49)?.path ?? '',
      line: median,
      message: `the median file has ${half} lines; wanted ${median}`,
    })
  return found
}

const forbidden = /(^|\/)(lib|libs|utils?|shared|types|services?|common|helpers?|misc)(\/|\.tsx?$)/

/** Folder (and file) names that say nothing about what is inside. */
export function folders(files: readonly File[]): Finding[] {
  return files.flatMap(({ path }) => {
    const name = path.match(forbidden)?.[2]
    return name ? [{ rule: 'folders', path, line: 1, message: `"${name}" says nothing; name the thing inside` }] : []
  })
}

// A room that has grown keeps one door: what others may use of it is listed there.
const isDoor = (path: string) => /^src\/(\w+)\/\1\.ts$/.test(path)

/** Files that only pass on what others export. A room's front door may. */
export function barrels(files: readonly File[]): Finding[] {
  return files.filter(isCode).flatMap((file) => {
    const { statements } = tree(file)
    const passes = statements.filter((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier)
    const barrel =
      /(^|\/)index\.tsx?$/.test(file.path) || (statements.length > 0 && passes.length === statements.length)
    const first = passes[0] ?? statements[0]
    return barrel && first && passes.length > 0 && !isDoor(file.path)
      ? [at('barrels', file, first, 'import things where they are written')]
      : []
  })
}

const unwanted: [string, (node: ts.Node) => boolean, string][] = [
  ['enum', ts.isEnumDeclaration, 'use a union of strings'],
  ['decorator', ts.isDecorator, 'call a function'],
  [
    'namespace',
    (node) => ts.isModuleDeclaration(node) && node.name.kind !== ts.SyntaxKind.StringLiteral && !isGlobal(node),
    'use a file',
  ],
  [
    'parameter property',
    (node) => ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent),
    'write the field out',
  ],
  ['any', (node) => node.kind === ts.SyntaxKind.AnyKeyword, 'say what it is, or unknown'],
]
const isGlobal = (node: ts.ModuleDeclaration) => (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0

/** Syntax that Node cannot erase, and `any`. */
export function syntax(files: readonly File[]): Finding[] {
  const found: Finding[] = []
  for (const file of files.filter(isCode)) {
    walk(tree(file), (node) => {
      for (const [name, is, instead] of unwanted)
        if (is(node)) found.push(at('syntax', file, node, `no ${name}: ${instead}`))
    })
  }
  return found
}

// Split so that this file does not find itself.
const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)

/** Marks of unfinished work. */
export function finished(files: readonly File[]): Finding[] {
  return files.filter(isOurs).flatMap((file) => {
    const match = unfinished.exec(file.text)
    return match
      ? [
          {
            rule: 'finished',
            path: file.path,
            line: lineAt(file.text, match.index),
            message: `${match[1]}: do it or open an issue`,
          },
        ]
      : []
  })
}

const runners = new Set(['test', 'it', 'suite', 'describe'])

/** Tests that leave others out, or themselves: `.only`, `.skip`, `.todo`. A skip with a reason (`{ skip: !linux && '…' }`) is fine. */
export function whole(files: readonly File[]): Finding[] {
  const found: Finding[] = []
  for (const file of files.filter((file) => isCode(file) && isTest(file.path))) {
    walk(tree(file), (node) => {
      if (
        ts.isPropertyAccessExpression(node) &&
        ts.isIdentifier(node.expression) &&
        runners.has(node.expression.text)
      ) {
        const name = node.name.text
        if (['only', 'skip', 'todo'].includes(name)) found.push(at('whole', file, node, `.${name} left in a test`))
      }
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
        const always = node.initializer.kind === ts.SyntaxKind.TrueKeyword
        if (always && ['only', 'skip', 'todo'].includes(node.name.text))
          found.push(at('whole', file, node, `${node.name.text}: true left in a test`))
      }
    })
  }
  return found
}

const audience =
  /^(anyone|visitor|member|staff|staff:(clerk|agent|marketer|merchandiser|manager|admin)|api:[a-z_]+(\.[a-z_]+)?)$/
const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'route'])

/** Every route says who may call it, in words the gate knows. (The server refuses to start without it, too.) */
export function audiences(files: readonly File[]): Finding[] {
  const found: Finding[] = []
  for (const file of files.filter((file) => isCode(file) && /^src\/.*\.ts$/.test(file.path) && !isTest(file.path))) {
    const constants = new Map<string, ts.Expression>()
    walk(tree(file), (node) => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
        constants.set(node.name.text, plain(node.initializer))
    })
    const property = (value: ts.Expression | undefined, name: string): ts.Expression | undefined => {
      const found = value && ts.isIdentifier(value) ? constants.get(value.text) : value
      if (!found || !ts.isObjectLiteralExpression(plain(found))) return undefined
      for (const item of (plain(found) as ts.ObjectLiteralExpression).properties) {
        if (ts.isSpreadAssignment(item)) {
          const inner = property(item.expression, name)
          if (inner) return inner
        } else if (item.name?.getText() === name) {
          if (ts.isPropertyAssignment(item)) return plain(item.initializer)
          if (ts.isShorthandPropertyAssignment(item)) return item.name
        }
      }
      return undefined
    }
    walk(tree(file), (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
      const { name, expression } = node.expression
      if (
        !verbs.has(name.text) ||
        !ts.isIdentifier(expression) ||
        !['app', 'scope', 'fastify'].includes(expression.text)
      )
        return
      const [first, second] = node.arguments
      if (name.text !== 'route' && (!first || !(ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))))
        return
      const config = property(name.text === 'route' ? first : second, 'config')
      const who = property(config, 'audience')
      if (!who) {
        if (!property(config, 'page'))
          found.push(at('audience', file, node, `${name.text} ${first?.getText() ?? ''} declares no audience`))
        return
      }
      const list = ts.isIdentifier(who) ? constants.get(who.text) : who
      for (const word of list && ts.isArrayLiteralExpression(list) ? list.elements : []) {
        if (ts.isStringLiteralLike(word) && !audience.test(word.text))
          found.push(at('audience', file, word, `nobody is called "${word.text}"`))
      }
    })
  }
  return found
}

/** An expression without `as const`, `satisfies …` and brackets around it. */
function plain(value: ts.Expression): ts.Expression {
  return ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)
    ? plain(value.expression)
    : value
}
