/**
 * Every sql`…` of src/ is parsed by the real database, and the row type written beside it is held against the columns it
 * answers: a column renamed in a migration, or a sum read as a number that arrives as text, fails here and not in a shop.
 */
import { join } from 'node:path'
import type pg from 'pg'
import ts from 'typescript'
import { numbered, textsOf } from './fragments.ts'
import { at, type Finding, isGenerated, isTest, walk } from './source.ts'

type Statement = {
  file: ts.SourceFile
  path: string
  node: ts.TaggedTemplateExpression
  text: string
  row: ts.Type | undefined
}
export type Statements = {
  list: Statement[]
  blind: { path: string; line: number; what: string }[]
  checker: ts.TypeChecker
}
type Field = { name: string; dataTypeID: number }

const starts = /^\s*(select|insert|update|delete|merge|with|values|call)\b/i

/** All statements of the house with the row types they are read into, and those whose fragments nobody can foresee. */
export function statements(house: string): Statements {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(house, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )
  const inSource = (path: string) =>
    path.startsWith(join(house, 'src/')) && !isTest(path.slice(house.length + 1)) && !isGenerated(path)
  const program = ts.createProgram((config?.fileNames ?? []).filter(inSource), { ...config?.options, noEmit: true })
  const checker = program.getTypeChecker()
  const found: Statements = { list: [], blind: [], checker }
  for (const file of program.getSourceFiles()) {
    if (!inSource(file.fileName)) continue
    const path = file.fileName.slice(house.length + 1)
    walk(file, (node) => {
      if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'sql') return
      const { template } = node
      const head = ts.isNoSubstitutionTemplateLiteral(template) ? template.text : template.head.text
      // A fragment (a condition, a list of columns) is parsed inside the statements that use it.
      if (head.trim() ? !starts.test(head) : !isCallsStatement(node)) return
      const { pieces, blind } = textsOf(template, checker)
      if (blind)
        found.blind.push({ path, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, what: blind })
      for (const text of new Set(pieces.map(numbered))) {
        if (starts.test(text)) found.list.push({ file, path, node, text, row: rowType(node, checker) })
      }
    })
  }
  return found
}

const readers = new Set(['rows', 'one', 'only', 'run'])
const isCallsStatement = ({ parent }: ts.Node) =>
  ts.isCallExpression(parent) && readers.has(parent.expression.getText())

/** The row type of `rows<T>(db, sql`…`)`, `one<T>(…)`, `only<T>(…)`. */
function rowType(node: ts.Node, checker: ts.TypeChecker): ts.Type | undefined {
  const call = node.parent
  if (!ts.isCallExpression(call)) return undefined
  const name = call.expression.getText()
  if (name !== 'rows' && name !== 'one' && name !== 'only') return undefined
  const promise = checker.getTypeAtLocation(call) as ts.TypeReference
  const [answer] = checker.getTypeArguments(promise)
  if (!answer) return undefined
  return name === 'rows' ? checker.getTypeArguments(answer as ts.TypeReference)[0] : checker.getNonNullableType(answer)
}

/** What the database says of every statement. */
export async function prepareAll(client: pg.Client, { list, checker }: Statements): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { file, path, node, text, row } of list) {
    const add = (message: string) => found.push(at('statement', { path, text: file.text }, node, message))
    const answer = await describe(client, text)
    if (answer instanceof Error) add(answer.message)
    else if (row) for (const message of mismatches(row, answer, checker)) add(message)
  }
  return found
}

const numbers = [20, 21, 23, 26, 700, 701]
const anything = [17, 114, 1114, 1186, 2249, 2278, 3802]

/** Where the written row type and the columns differ: missing columns, texts read as numbers and the other way round. */
function mismatches(row: ts.Type, fields: readonly Field[], checker: ts.TypeChecker): string[] {
  const found: string[] = []
  for (const property of checker.getPropertiesOfType(row)) {
    const field = fields.find(({ name }) => name === property.name)
    if (!field) {
      if (!(property.flags & ts.SymbolFlags.Optional))
        found.push(`no column ${property.name}; the statement answers ${fields.map(({ name }) => name).join(', ')}`)
      continue
    }
    if (anything.includes(field.dataTypeID) || (field.dataTypeID >= 1000 && field.dataTypeID < 1040)) continue
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(property))
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Never) || checker.isArrayType(type)) continue
    const arrives = numbers.includes(field.dataTypeID)
      ? checker.getNumberType()
      : field.dataTypeID === 16
        ? checker.getBooleanType()
        : checker.getStringType()
    if (!checker.isTypeAssignableTo(type, arrives))
      found.push(`${property.name} arrives as ${checker.typeToString(arrives)}, not ${checker.typeToString(type)}`)
  }
  return found
}

/** Parse a statement without running it: its columns, or why it cannot run. */
function describe(client: pg.Client, text: string): Promise<Field[] | Error> {
  return new Promise((done) => {
    let answer: Field[] | Error = []
    const question = {
      submit(connection: { parse(query: object): void; describe(what: object): void; sync(): void }) {
        connection.parse({ name: '', text, types: [] })
        connection.describe({ type: 'S', name: '' })
        connection.sync()
      },
      handleRowDescription(message: { fields: Field[] }) {
        answer = message.fields
      },
      handleError(error: Error) {
        answer = error
        done(answer)
      },
      handleReadyForQuery() {
        done(answer)
      },
    }
    client.query(question as unknown as pg.Submittable)
  })
}
