/** The texts that a sql`…` template can become: nested fragments are followed through constants, conditions and small functions. */
import ts from 'typescript'

/** Statement text with `$n` where values go; `blind` says where a fragment could not be followed. */
export type Texts = { pieces: string[][]; blind: string | undefined }
const most = 64

/** Every text of a template: one per combination of its fragments. Pieces are what stands between values. */
export function textsOf(template: ts.TemplateLiteral, checker: ts.TypeChecker): Texts {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { pieces: [[template.text]], blind: undefined }
  let pieces: string[][] = [[template.head.text]]
  for (const { expression, literal } of template.templateSpans) {
    const value = isSql(checker.getTypeAtLocation(expression))
      ? follow(expression, checker)
      : { pieces: [['', '']], blind: undefined }
    if (value.blind) return value
    pieces = pieces
      .flatMap((before) => value.pieces.map((part) => append(append(before, part), [literal.text])))
      .slice(0, most)
  }
  return { pieces, blind: undefined }
}

/** Pieces as PostgreSQL reads them. */
export function numbered(pieces: readonly string[]): string {
  return pieces.reduce((whole, piece, at) => `${whole}$${at}${piece}`)
}

const append = (a: readonly string[], b: readonly string[]) => [
  ...a.slice(0, -1),
  `${a.at(-1) ?? ''}${b[0] ?? ''}`,
  ...b.slice(1),
]
const text = (value: string): Texts => ({ pieces: [[value]], blind: undefined })
const blind = (node: ts.Node): Texts => ({ pieces: [], blind: node.getText() })

function isSql(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type]
  return parts.some((part) => part.getProperty('parts') !== undefined && part.getProperty('text') !== undefined)
}

function either(list: Texts[]): Texts {
  const lost = list.find(({ blind }) => blind)
  return lost ?? { pieces: list.flatMap(({ pieces }) => pieces).slice(0, most), blind: undefined }
}

/** The texts of an expression whose type is Sql. */
function follow(node: ts.Expression, checker: ts.TypeChecker, depth = 0): Texts {
  if (depth > 8) return blind(node)
  const on = (next: ts.Expression) => follow(next, checker, depth + 1)
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  )
    return on(node.expression)
  if (ts.isConditionalExpression(node)) return either([on(node.whenTrue), on(node.whenFalse)])
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return either([on(node.left), on(node.right)])
  if (ts.isTaggedTemplateExpression(node)) return textsOf(node.template, checker)
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const value = initializerOf(node, checker)
    if (value && ts.isParameter(value)) {
      const given = passed(value)
      return given.length ? either([...given, ...(value.initializer ? [value.initializer] : [])].map(on)) : blind(node)
    }
    return value && ts.isExpression(value) ? on(value) : blind(node)
  }
  if (!ts.isCallExpression(node)) return blind(node)
  const [first, second] = node.arguments
  const name = node.expression.getText()
  if (name === 'raw' && first) return words(first, checker)
  if (name === 'join' && first && second) return joined(first, words(second, checker), checker, depth)
  const maker = ts.isIdentifier(node.expression) ? initializerOf(node.expression, checker) : undefined
  const bodies = maker ? results(maker) : []
  return bodies.length ? either(bodies.map(on)) : blind(node)
}

/** A plain text, or each of the texts its type allows. */
function words(node: ts.Expression, checker: ts.TypeChecker): Texts {
  const type = checker.getTypeAtLocation(node)
  const options = type.isUnion() ? type.types : [type]
  if (options.every((option) => option.isStringLiteral()))
    return either(options.map((option) => text((option as ts.StringLiteralType).value)))
  const value = ts.isIdentifier(node) ? initializerOf(node, checker) : node
  return value && ts.isStringLiteralLike(value) ? text(value.text) : blind(node)
}

/** `join(list, ' and ')` with everything the list may hold. */
function joined(list: ts.Expression, separator: Texts, checker: ts.TypeChecker, depth: number): Texts {
  const between = separator.pieces[0]?.[0]
  const items = between === undefined ? undefined : itemsOf(list, checker, depth)
  if (between === undefined || !items?.length) return blind(list)
  return items.reduce((before, item) => {
    if (before.blind || item.blind) return before.blind ? before : item
    const pieces = before.pieces.flatMap((a) => item.pieces.map((b) => append(append(a, [between]), b)))
    return { pieces: pieces.slice(0, most), blind: undefined }
  })
}

/** The items of a list of fragments: as written, as pushed later, mapped (twice), or returned by a function. */
function itemsOf(list: ts.Expression, checker: ts.TypeChecker, depth: number): Texts[] | undefined {
  if (depth > 8) return undefined
  if (ts.isConditionalExpression(list)) {
    const both = [list.whenTrue, list.whenFalse].map((side) => itemsOf(side, checker, depth + 1))
    return both.find((items) => items?.length) ?? both[0]
  }
  if (ts.isArrayLiteralExpression(list)) {
    const items = list.elements.map((item) =>
      ts.isSpreadElement(item) ? itemsOf(item.expression, checker, depth + 1) : [follow(item, checker, depth + 1)],
    )
    return items.every((item) => item !== undefined) ? items.flat() : undefined
  }
  if (ts.isIdentifier(list)) {
    const value = initializerOf(list, checker)
    const begun = value && ts.isExpression(value) ? itemsOf(value, checker, depth + 1) : undefined
    return begun && [...begun, ...pushed(list).map((item) => follow(item, checker, depth + 1))]
  }
  if (!ts.isCallExpression(list)) return undefined
  const { expression, arguments: given } = list
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'map' && given[0]) {
    const bodies = results(given[0]).map((body) => follow(body, checker, depth + 1))
    return bodies.length ? [either(bodies), either(bodies)] : undefined
  }
  const maker = ts.isIdentifier(expression) ? initializerOf(expression, checker) : undefined
  const returned = (maker ? results(maker) : []).map((body) => itemsOf(body, checker, depth + 1))
  return returned.find((items) => items?.length)
}

/** What `name.push(…)` adds to a list in the function around it. */
function pushed(name: ts.Identifier): ts.Expression[] {
  let around: ts.Node = name
  while (around.parent && !ts.isFunctionLike(around)) around = around.parent
  const found: ts.Expression[] = []
  const visit = (node: ts.Node) => {
    const callee =
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined
    if (callee?.name.text === 'push' && callee.expression.getText() === name.text)
      found.push(...(node as ts.CallExpression).arguments)
    ts.forEachChild(node, visit)
  }
  visit(around)
  return found
}

/** What the callers in the same file pass for a parameter of a function that stays in it. */
function passed(parameter: ts.ParameterDeclaration): ts.Expression[] {
  const maker = parameter.parent
  const name = maker.name ?? (ts.isVariableDeclaration(maker.parent) ? maker.parent.name : undefined)
  const exported = ts
    .getModifiers(maker as ts.FunctionDeclaration)
    ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!name || exported) return []
  const at = maker.parameters.indexOf(parameter)
  const found: ts.Expression[] = []
  const visit = (node: ts.Node) => {
    const given =
      ts.isCallExpression(node) && node.expression.getText() === name.getText() ? node.arguments[at] : undefined
    if (given) found.push(given)
    ts.forEachChild(node, visit)
  }
  visit(parameter.getSourceFile())
  return found
}

/** What a name stands for: its constant's value, its property's value, the function it names, or a parameter. */
function initializerOf(node: ts.Node, checker: ts.TypeChecker): ts.Node | undefined {
  let symbol = checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol)
  const declared = symbol?.valueDeclaration
  if (declared && ts.isVariableDeclaration(declared)) return isConstant(declared) ? declared.initializer : undefined
  if (declared && ts.isPropertyAssignment(declared)) return declared.initializer
  return declared && (ts.isFunctionDeclaration(declared) || ts.isParameter(declared)) ? declared : undefined
}

/** The expressions a function may return. */
function results(node: ts.Node): ts.Expression[] {
  if (!ts.isArrowFunction(node) && !ts.isFunctionDeclaration(node) && !ts.isFunctionExpression(node)) return []
  if (!node.body) return []
  if (!ts.isBlock(node.body)) return [node.body]
  const found: ts.Expression[] = []
  const visit = (child: ts.Node) => {
    if (ts.isReturnStatement(child) && child.expression) found.push(child.expression)
    if (!ts.isFunctionLike(child)) ts.forEachChild(child, visit)
  }
  ts.forEachChild(node.body, visit)
  return found
}

const isConstant = (declared: ts.VariableDeclaration) => (ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const) !== 0
