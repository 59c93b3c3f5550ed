/**
 * Writes what is derived: each room's schema.sql and src/rows.gen.ts from the migrated database, openapi.json from the
 * routes, apps/kit/api.gen.ts from openapi.json, the import table in ARCHITECTURE.md. Prints the files that changed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import openapiTypes, { astToString } from 'openapi-typescript'
import pg from 'pg'
import { open } from '#core/database'
import { buildApp } from '#http'
import { withDatabase } from './generate/database.ts'
import { eventsPage } from './generate/events.ts'
import { problemsFile } from './generate/problems.ts'
import { rowTypes } from './generate/rows.ts'
import { dump, schemas } from './generate/schema.ts'
import { importTable } from './tidy/imports.ts'

const root = join(import.meta.dirname, '..')

/** What comes from the database: file name → text. */
export async function fromDatabase(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const files = new Map<string, string>()
    for (const schema of await schemas(client)) files.set(`src/${schema}/schema.sql`, await dump(client, schema))
    files.set('src/rows.gen.ts', await rowTypes(client))
    return files
  } finally {
    await client.end()
  }
}

/** What comes from the routes: the API's description and the faces' client types. */
export async function fromRoutes(url: string): Promise<Map<string, string>> {
  const db = open(url, { connections: 1 })
  const app = await buildApp(db)
  try {
    await app.ready()
    const description = app.swagger()
    const types = await openapiTypes(JSON.parse(JSON.stringify(description)), { alphabetize: true })
    return new Map([
      ['openapi.json', `${JSON.stringify(description, null, 1)}\n`],
      ['apps/kit/api.gen.ts', `// Generated from openapi.json by npm run generate.\n${astToString(types)}`],
    ])
  } finally {
    await app.close()
    await db.close()
  }
}

/** ARCHITECTURE.md with the import table as it is. */
function quoted(): Map<string, string> {
  const file = join(root, 'ARCHITECTURE.md')
  if (!existsSync(file)) return new Map()
  const page = readFileSync(file, 'utf8')
  const table = `<!-- imports -->\n${importTable()}\n<!-- /imports -->`
  return new Map([['ARCHITECTURE.md', page.replace(/<!-- imports -->[\s\S]*?<!-- \/imports -->/, () => table)]])
}

if (import.meta.main) {
  const files = await withDatabase(
    async (url) =>
      new Map([
        ...(await fromDatabase(url)),
        ...(await fromRoutes(url)),
        ...problemsFile(root),
        ...quoted(),
        ['docs/integrate/events.md', eventsPage()],
      ]),
  )
  for (const [name, text] of files) {
    const file = join(root, name)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(name)
  }
  process.exit()
}
