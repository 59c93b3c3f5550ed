/** Who may import whom: the table below, no cycles, routes mounted by http.ts alone, rooms entered by their front door. */
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { rooms } from '#rooms'
import { at, type File, type Finding, isCode, isTest, lineAt, tree, walk } from './source.ts'

export type Import = { file: File; to: string; node: ts.Node; type: boolean; dynamic: boolean }
/** A part of the house: which files it is, and which parts it may import besides itself. */
type Part = { name: string; holds: RegExp; may: readonly string[]; why: string }

type Room = (typeof rooms)[number]
const everyRoom = [...rooms]
const room = (name: string, at: number): Part => ({
  name,
  holds: new RegExp(`^src/${name}/`),
  may: ['core', 'pricing', 'channels', 'rows', ...everyRoom.slice(0, at)],
  why: '',
})

/** The table. Order matters twice: a file belongs to the first part that holds it, and a room sees only rooms above it. */
export const parts: readonly Part[] = [
  {
    name: 'pricing',
    holds: /^src\/pricing\//,
    may: [],
    why: 'pure arithmetic, the one folder of src/ that faces may import',
  },
  { name: 'core', holds: /^src\/core\//, may: [], why: 'no business noun' },
  {
    name: 'channels',
    holds: /^src\/channels\//,
    may: ['core', 'pricing'],
    why: 'outside worlds, each with a fake beside it',
  },
  ...rooms.map(room),
  {
    name: 'rows',
    holds: /^src\/(rows|problems)\.gen\.ts$/,
    may: [],
    why: 'generated from the database and the source',
  },
  { name: 'rooms', holds: /^src\/rooms\.ts$/, may: [], why: 'the list of rooms' },
  {
    name: 'http',
    holds: /^src\/http\.ts$/,
    may: ['core', 'rooms', ...everyRoom],
    why: 'mounts the routes; nobody else imports them',
  },
  {
    name: 'reactions',
    holds: /^src\/reactions\.ts$/,
    may: ['core', 'pricing', 'channels', ...everyRoom],
    why: 'when this, then these',
  },
  {
    name: 'commands',
    holds: /^src\/(commands\/|[\w-]+\.ts$)/,
    may: ['core', 'pricing', 'channels', 'rooms', 'http', 'reactions', 'town', 'bench', 'scripts', ...everyRoom],
    why: 'the command line: main.ts, start, commands/',
  },
  {
    name: 'kit',
    holds: /^apps\/kit\//,
    may: ['pricing'],
    why: 'what two or more faces use, with the generated client',
  },
  ...['storefront', 'counter', 'console', 'display'].map((name) => ({
    name,
    holds: new RegExp(`^apps/${name}/`),
    may: ['kit', 'pricing'],
    why: 'a face',
  })),
  { name: 'apps', holds: /^apps\//, may: ['kit', 'pricing'], why: 'what the faces are built with' },
  {
    name: 'town',
    holds: /^town\//,
    may: ['core', 'pricing', 'channels', 'rooms', 'http', 'reactions', 'commands', 'kit', ...everyRoom],
    why: 'the simulated town',
  },
  {
    name: 'bench',
    holds: /^bench\//,
    may: ['core', 'pricing', 'channels', 'rooms', 'http', 'reactions', 'commands', 'town', 'scripts', ...everyRoom],
    why: 'measurements; the browser is found as the tests find it',
  },
  {
    name: 'scripts',
    holds: /^(scripts\/|bin\/|migrations\/)/,
    may: ['core', 'rooms', 'activity', 'http', 'scripts', 'migrations'],
    why: 'build, check, test; the catalogue of events for the docs',
  },
]

/** Names of parts a room's file never needs, kept out of the quoted table. */
const shorten = (names: readonly string[]): string => {
  const all = everyRoom.every((name) => names.includes(name))
  const rest = names.filter((name) => !(all && everyRoom.includes(name as Room)))
  return [...rest, ...(all ? ['every room'] : [])].join(', ') || 'nothing'
}

/** The table as ARCHITECTURE.md quotes it. */
export function importTable(): string {
  const line = ({ name, may, why }: Part) => `| ${name} | ${shorten(may)} | ${why} |`
  return [
    '| part | may import | what it is |',
    '|---|---|---|',
    ...parts.filter((part) => !everyRoom.includes(part.name as Room)).map(line),
    `| a room | core, pricing, channels, the rooms before it: ${everyRoom.join(' → ')} | |`,
  ].join('\n')
}

const partOf = (path: string) => parts.find(({ holds }) => holds.test(path))

/** Every import, export … from and import() of a file, resolved to a path of the house where it is one. */
export function importsOf(file: File): Import[] {
  const found: Import[] = []
  walk(tree(file), (node) => {
    let target: ts.Expression | undefined
    let type = false
    let dynamic = false
    if (ts.isImportDeclaration(node)) {
      target = node.moduleSpecifier
      type = node.importClause?.isTypeOnly ?? false
    } else if (ts.isExportDeclaration(node)) {
      target = node.moduleSpecifier
      type = node.isTypeOnly
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      target = node.argument.literal as ts.StringLiteral
      type = true
    } else if (ts.isCallExpression(node) && isLoader(node.expression)) {
      target = node.arguments[0]
      dynamic = true
    }
    if (!target && !dynamic) return
    const name = target && ts.isStringLiteralLike(target) ? target.text : ''
    found.push({ file, to: resolve(file.path, name), node, type, dynamic })
  })
  return found
}

function isLoader(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function resolve(from: string, name: string): string {
  if (name.startsWith('#')) return `src/${name.slice(1)}.ts`
  if (name.startsWith('.'))
    return normalize(join(dirname(from), name))
      .replaceAll('\\', '/')
      .replace(/\?.*$/, '')
  return name
}

/** Imports outside the table; routes.ts imported by anyone but http.ts; rooms entered past their front door; loading while running. */
export function imports(files: readonly File[]): Finding[] {
  const found: Finding[] = []
  for (const file of files) {
    if (!isCode(file)) continue
    const from = partOf(file.path)
    for (const item of importsOf(file)) {
      const add = (rule: string, message: string) => found.push(at(rule, file, item.node, message))
      if (item.dynamic && file.path.startsWith('src/') && !isTest(file.path))
        add('dynamic', 'imports are written at the top of a file, not loaded while running')
      const to = partOf(item.to)
      if (!from || isTest(file.path)) continue
      if (!to) {
        if (from.name === 'pricing') add('imports', `pricing imports nothing, not even ${item.to}`)
        continue
      }
      if (isTest(item.to) && item.to !== 'src/core/testing.ts') add('imports', 'nobody imports a test')
      const inside = from.name === to.name
      const allowed = inside || from.may.includes(to.name)
      if (!allowed) add('imports', `${from.name} may not import ${to.name} (${item.to})`)
      if (/^src\/\w+\/routes\.ts$/.test(item.to) && from.name !== 'http')
        add('routes', 'routes.ts is mounted by src/http.ts and imported by nobody else')
      const door = `src/${to.name}/${to.name}.ts`
      const known = [
        door,
        `src/${to.name}/routes.ts`,
        `src/${to.name}/checks.ts`,
        `src/${to.name}/reactions.ts`,
        `src/${to.name}/tick.ts`,
      ]
      // What puts the house together (start, reactions, commands) may also take a room's machinery; rooms see doors only.
      if (
        allowed &&
        !inside &&
        rooms.includes(from.name as Room) &&
        everyRoom.includes(to.name as Room) &&
        !known.includes(item.to)
      ) {
        add('door', `${item.to} is private to its room; ask for it at ${door}`)
      }
    }
  }
  return found
}

/** Files that import each other, directly or around a corner. `import type { App } from '#core/app'` in a room is not counted. */
export function cycles(files: readonly File[]): Finding[] {
  const graph = new Map<string, Import[]>()
  for (const file of files) {
    if (isCode(file))
      graph.set(
        file.path,
        importsOf(file).filter((item) => !item.dynamic),
      )
  }
  const done = new Set<string>()
  const trail: string[] = []
  const found: Finding[] = []
  const visit = (path: string) => {
    if (done.has(path)) return
    trail.push(path)
    for (const { to, file, node } of graph.get(path) ?? []) {
      const since = trail.indexOf(to)
      if (since >= 0) found.push(at('cycles', file, node, [...trail.slice(since), to].join(' → ')))
      else if (graph.has(to)) visit(to)
    }
    trail.pop()
    done.add(path)
  }
  for (const path of graph.keys()) visit(path)
  return found
}

/** ARCHITECTURE.md quotes the table between two marks; it must be this table. */
export function quoted(files: readonly File[]): Finding[] {
  const page = files.find(({ path }) => path === 'ARCHITECTURE.md')
  if (!page) return [{ rule: 'quoted', path: 'ARCHITECTURE.md', line: 1, message: 'the page is missing' }]
  const begin = page.text.indexOf('<!-- imports -->')
  const part = page.text.slice(begin).match(/^<!-- imports -->\n([\s\S]*?)\n<!-- \/imports -->/)
  if (begin >= 0 && part?.[1]?.trim() === importTable()) return []
  const line = begin < 0 ? 1 : lineAt(page.text, begin)
  return [
    {
      rule: 'quoted',
      path: page.path,
      line,
      message: 'the import table is not the one of scripts/tidy/imports.ts (npm run generate copies it)',
    },
  ]
}
