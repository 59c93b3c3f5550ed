/** Every page of each face, read from its own router: a page that is added is looked at without being named here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import storefront from '../../apps/storefront/routes.ts'

const root = join(import.meta.dirname, '../..')
type Route = { path?: string; file: string; children?: Route[] }

/** Addresses of the storefront's pages; what answers with a file of its own is none. */
export function storefrontPages(params: Record<string, string>): string[] {
  const walk = (routes: Route[], above: string): string[] =>
    routes.flatMap(({ path = '', file, children = [] }) => [
      ...(file.endsWith('.tsx') ? [`${above}/${path}`] : []),
      ...walk(children, `${above}/${path}`),
    ])
  return addresses(walk(storefront as Route[], ''), params)
}

/** Addresses of a face that is one page in the browser: the paths its router file names. */
export function facePages(face: 'counter' | 'console', params: Record<string, string>): string[] {
  const source = readFileSync(join(root, `apps/${face}/router.tsx`), 'utf8')
  const paths = [...source.matchAll(/path: '([^']+)'/g)].map(([, path]) => path as string)
  return addresses(paths, params).map((path) => `/${face}${path}`)
}

/** Addresses with something real in their places; a name nobody explained is a fault of the test that asks. */
function addresses(paths: string[], params: Record<string, string>): string[] {
  const filled = paths.map((path) =>
    `/${path}`.replaceAll(/\/+/g, '/').replaceAll(/:(\w+)\??|\*/g, (all, name: string | undefined) => {
      if (!name) return 'no-such-page'
      const value = params[name]
      if (value === undefined) throw new Error(`${path}: say in the test what ${all} is`)
      return value
    }),
  )
  return [...new Set(filled)]
}
