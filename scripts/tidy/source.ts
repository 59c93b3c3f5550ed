/** What every rule of tidy works on: files as text, parsed when they are TypeScript, and findings that name file and line. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export type File = { path: string; text: string }
export type Finding = { rule: string; path: string; line: number; message: string }
/** A rule looks at the whole house at once and says what breaks it. */
export type Rule = (files: readonly File[]) => Finding[]

/** Every file the rules look at, generated ones and dependencies left out. */
export function house(root: string): File[] {
  const names = globSync(
    ['{src,apps,town,bench,e2e,scripts}/**/*.{ts,tsx,cjs,mjs,js,css,sql}', 'bin/*', 'migrations/*.{sql,ts}', '*.md'],
    { cwd: root, exclude: (name) => /(^|\/)(node_modules|build|\.react-router)$/.test(String(name)) },
  )
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const isCode = ({ path }: File) => /\.(ts|tsx)$/.test(path) && !isGenerated(path)
export const isGenerated = (path: string) => /\.gen\.ts$|(^|\/)schema\.sql$/.test(path)
/** Tests, and programs that tests start (`*.child.ts`). */
export const isTest = (path: string) =>
  /\.(test|child)\.tsx?$/.test(path) || path.startsWith('e2e/') || path === 'src/core/testing.ts'

const trees = new WeakMap<File, ts.SourceFile>()
/** The syntax tree of a TypeScript file. */
export function tree(file: File): ts.SourceFile {
  let known = trees.get(file)
  if (!known) {
    const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
    known = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
    trees.set(file, known)
  }
  return known
}

/** Visit a node and everything in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** Line number (from 1) of a position in a text. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** A finding at a syntax node. */
export function at(rule: string, file: File, node: ts.Node, message: string): Finding {
  return { rule, path: file.path, line: lineAt(file.text, node.getStart(tree(file))), message }
}

/** Findings printed one a line, as editors and terminals link them. */
export function print(findings: readonly Finding[]): string {
  return findings.map(({ rule, path, line, message }) => `${path}:${line} ${rule}: ${message}`).join('\n')
}
