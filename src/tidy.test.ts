import assert from 'node:assert/strict'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { importTable } from '../scripts/tidy/imports.ts'
import { sizes } from '../scripts/tidy/shape.ts'
import { type File, house, print } from '../scripts/tidy/source.ts'
import { rules } from '../scripts/tidy.ts'

type Name = keyof typeof rules

suite('the house is tidy', () => {
  const files = house(join(import.meta.dirname, '..'))
  for (const [name, rule] of Object.entries(rules)) test(name, () => assert.equal(print(rule(files)), ''))

  test('most files are short', (t) => {
    const { files: count, median, p95, longest } = sizes(files)
    t.diagnostic(`${count} files, median ${median} lines, 95% ≤ ${p95}, longest ${longest}`)
    assert.ok(count > 50)
  })
})

/** A violation sown into an otherwise empty house must be found at its file and line. */
function sown(rule: Name, line: number, path: string, text: string, ...others: File[]) {
  const found = rules[rule]([{ path, text }, ...others])
  const mine = found.filter((item) => item.path === path && item.line === line)
  assert.equal(mine.length, 1, `expected one finding of ${rule} at ${path}:${line}, got:\n${print(found)}`)
}
function fine(rule: Name, path: string, text: string, ...others: File[]) {
  assert.equal(print(rules[rule]([{ path, text }, ...others])), '')
}
const lines = (count: number) => '//\n'.repeat(count)
const tables = [
  { path: 'migrations/0001_orders.sql', text: 'create table orders."order" (a int);' },
  { path: 'migrations/0002_inventory.sql', text: 'create table inventory.stock (a int);' },
]

suite('each rule finds what it is for', () => {
  test('imports: a room sees only the rooms before it', () => {
    sown('imports', 2, 'src/inventory/a.ts', `import { x } from '#catalog/catalog'\nimport { y } from '#orders/orders'`)
    sown('imports', 1, 'src/inventory/a.ts', `import type { Order } from '../orders/orders.ts'`)
    sown('imports', 1, 'src/inventory/a.ts', `export { y } from '#orders/orders'`)
    sown('imports', 1, 'src/inventory/a.ts', `type Y = import('#orders/orders').Y`)
    fine('imports', 'src/orders/a.ts', `import { x } from '#inventory/inventory'\nimport { z } from '#core/id'`)
  })
  test('imports: core has no business noun', () => {
    sown('imports', 1, 'src/core/a.ts', `import { x } from '#stores/stores'`)
    sown('imports', 1, 'src/core/a.ts', `import { rooms } from '#rooms'`)
  })
  test('imports: pricing imports nothing', () => {
    sown('imports', 1, 'src/pricing/a.ts', `import { x } from '#core/id'`)
    sown('imports', 1, 'src/pricing/a.ts', `import fs from 'node:fs'`)
    fine('imports', 'src/pricing/a.ts', `import { x } from './money.ts'`)
  })
  test('imports: faces take the kit, the client and pricing', () => {
    sown('imports', 1, 'apps/counter/a.tsx', `import { x } from '#core/id'`)
    sown('imports', 1, 'apps/counter/a.tsx', `import type { X } from '../../src/orders/view.ts'`)
    sown('imports', 1, 'apps/counter/a.tsx', `import { x } from '../console/b.tsx'`)
    sown('imports', 1, 'apps/kit/a.tsx', `import { x } from '../console/b.tsx'`)
    fine('imports', 'apps/counter/a.tsx', `import { x } from '../kit/client.ts'\nimport { y } from '#pricing/receipt'`)
  })
  test('imports: the product knows nothing of its scripts, measurements and tests', () => {
    sown('imports', 1, 'src/orders/a.ts', `import { x } from '../../bench/run.ts'`)
    sown('imports', 1, 'src/orders/a.ts', `import { x } from './orders.test.ts'`)
  })
  test('imports: routes are mounted by http.ts alone', () => {
    sown('imports', 1, 'src/orders/a.ts', `import { orderRoutes } from './routes.ts'`)
    sown('imports', 1, 'src/start.ts', `import { orderRoutes } from '#orders/routes'`)
    fine('imports', 'src/http.ts', `import { orderRoutes } from '#orders/routes'`)
    sown('imports', 1, 'src/orders/routes.ts', `import { buildApp } from '#http'`)
    fine('imports', 'src/orders/routes.ts', `import type { App } from '#core/app'`)
  })
  test('imports: rooms are entered by their front door', () => {
    sown('imports', 1, 'src/orders/a.ts', `import { x } from '#catalog/search'`)
    fine('imports', 'src/orders/a.ts', `import { x } from '#catalog/catalog'`)
  })
  test('imports: nothing is loaded while running', () => {
    sown('imports', 2, 'src/orders/a.ts', `//\nexport const x = await import('#core/id')`)
    sown('imports', 1, 'src/orders/a.ts', 'export const x = (name: string) => import(name)')
  })
  test('cycles: around a corner, and by a type', () => {
    const b = { path: 'src/core/b.ts', text: `export { c } from '#core/c'` }
    const c = { path: 'src/core/c.ts', text: `//\nimport type { A } from './a.ts'` }
    assert.match(
      print(rules.cycles([{ path: 'src/core/a.ts', text: `import { b } from './b.ts'` }, b, c])),
      /^src\/core\/c\.ts:2 cycles/,
    )
    sown('cycles', 1, 'src/core/self.ts', `import './self.ts'`)
    fine('cycles', 'src/core/a.ts', `import { b } from './b.ts'`, b, { path: 'src/core/c.ts', text: '' })
  })
  test('quoted: ARCHITECTURE.md holds the table of imports', () => {
    const page = (text: string) => `# One page\n<!-- imports -->\n${text}\n<!-- /imports -->`
    sown('quoted', 2, 'ARCHITECTURE.md', page('| core | everything |'))
    sown('quoted', 1, 'ARCHITECTURE.md', '# One page')
    fine('quoted', 'ARCHITECTURE.md', page(importTable()))
  })
  test('lengths: the cap, and the many', () => {
    sown(
      'lengths',
      401,
      'src/orders/a.ts',
      lines(401),
      ...Array.from({ length: 30 }, (_, n) => ({ path: `src/b${n}.ts`, text: '//' })),
    )
    assert.match(
      print(rules.lengths(Array.from({ length: 20 }, (_, n) => ({ path: `src/${n}.ts`, text: lines(301) })))),
      /95%/,
    )
    assert.match(
      print(rules.lengths(Array.from({ length: 20 }, (_, n) => ({ path: `src/${n}.ts`, text: lines(81) })))),
      /median/,
    )
    fine('lengths', 'src/rows.gen.ts', lines(4000))
  })
  test('folders: names that say nothing', () => {
    sown('folders', 1, 'src/orders/helpers/a.ts', '')
    sown('folders', 1, 'apps/kit/utils.ts', '')
    fine('folders', 'src/catalog/utility-bills.ts', '')
  })
  test('barrels: files that only pass on', () => {
    sown('barrels', 1, 'src/core/all.ts', `export * from './id.ts'\nexport * from './time.ts'`)
    sown('barrels', 1, 'apps/kit/index.ts', `export { Button } from './Button.tsx'\nexport const x = 1`)
    fine('barrels', 'src/access/access.ts', `export { openSession } from './sessions.ts'`)
  })
  test('syntax: what Node cannot erase, and any', () => {
    sown('syntax', 2, 'src/a.ts', '\nenum Colour { red }')
    sown('syntax', 1, 'src/a.ts', 'class A { constructor(readonly b: string) {} }')
    sown('syntax', 1, 'src/a.ts', '@sealed class A {}')
    sown('syntax', 1, 'src/a.ts', 'namespace A { export const b = 1 }')
    sown('syntax', 1, 'src/a.ts', 'export const a = (b: any) => b')
    fine('syntax', 'src/a.ts', `declare module 'fastify' { interface A { b: string } }\n// any`)
  })
  test('finished: marks of unfinished work', () => {
    sown('finished', 2, 'src/a.ts', `//\n// ${'TO' + 'DO'}: later`)
    sown('finished', 1, 'src/a/functions.sql', `-- ${'FIX' + 'ME'}`)
  })
  test('whole: tests left out', () => {
    sown('whole', 1, 'src/a.test.ts', `test.only('x', () => {})`)
    sown('whole', 1, 'src/a.test.ts', `test('x', { skip: true }, () => {})`)
    fine('whole', 'src/a.test.ts', `test('x', { skip: !linux && 'reads /proc' }, () => {})`)
  })
  test('audiences: every route says who may call', () => {
    sown('audiences', 2, 'src/a/routes.ts', `\napp.get('/v1/a', { schema: {} }, run)`)
    sown('audiences', 1, 'src/a/routes.ts', `app.post('/v1/a', run)`)
    sown('audiences', 1, 'src/a/routes.ts', `app.get('/v1/a', { config: { audience: ['everybody'] } }, run)`)
    sown(
      'audiences',
      1,
      'src/a/routes.ts',
      `const staff = { audience: ['staff:cook'] }; app.get('/v1/a', { config: staff }, run)`,
    )
    fine(
      'audiences',
      'src/a/routes.ts',
      `const staff = { audience: ['staff'] }\napp.get('/v1/a', { config: staff }, run)`,
    )
  })
  test('clock: SQL never asks the time', () => {
    sown('clock', 2, 'migrations/0002_a.sql', 'create table orders.a (\n  at timestamptz default now());')
    sown('clock', 1, 'src/a/functions.sql', `create function a.b() as $$ select current_timestamp $$;`)
    sown('clock', 3, 'src/a/a.ts', 'rows(tx, sql`select 1\n  where x < ${now}\n  and clock_timestamp() > x`)')
    sown('clock', 1, 'src/a/a.ts', `const sql = 'select * from orders.order where at < now()'`)
    sown('clock', 1, 'src/a/a.ts', 'sql`select gen_random_uuid()`')
    fine('clock', 'src/a/a.ts', 'sql`select ${clock.now()} -- now()\n`')
  })
  test('ownership: a room writes only its own schema', () => {
    for (const statement of [
      'insert into orders."order" values (1)',
      'update orders."order" set a = 1',
      'delete from orders."order"',
      'merge into orders."order" o using x on true when matched then delete',
      'truncate orders."order"',
      'alter table orders."order" add b int',
    ]) {
      sown('ownership', 2, 'src/inventory/a.ts', `run(tx,\nsql\`${statement}\`)`, ...tables)
      sown('ownership', 1, 'src/inventory/b.ts', `const statement = '${statement}'`, ...tables)
      fine('ownership', 'src/inventory/checks.ts', `const corrupt = '${statement}'`, ...tables)
      sown(
        'ownership',
        2,
        'src/inventory/functions.sql',
        `create function inventory.f() as $$\n${statement} $$;`,
        ...tables,
      )
      fine('ownership', 'src/orders/a.ts', `run(tx, sql\`${statement}\`)`, ...tables)
    }
    sown(
      'ownership',
      1,
      'migrations/0009_inventory_more.sql',
      'create index on orders."order" (a); alter table orders."order" add b int',
      ...tables,
    )
    fine(
      'ownership',
      'src/inventory/a.ts',
      'sql`insert into inventory.stock values (1) on conflict do update set a = 2`',
      ...tables,
    )
    fine('ownership', 'src/inventory/a.ts', 'sql`select 1 from inventory.stock for update`', ...tables)
  })
  test('ownership: tables are named with their schema', () => {
    sown('ownership', 1, 'src/orders/a.ts', 'sql`insert into line (a) values (1)`', ...tables)
  })
  test('ownership: other rooms are read by their functions, but for the few readers', () => {
    sown('ownership', 1, 'src/carts/a.ts', 'sql`select * from inventory.stock`', ...tables)
    sown('ownership', 1, 'src/carts/a.ts', 'sql`select * from carts.cart c, orders."order" o`', ...tables)
    fine('ownership', 'src/carts/a.ts', 'sql`select inventory.take(${x})`', ...tables)
    fine('ownership', 'src/desk/a.ts', 'sql`select * from inventory.stock`', ...tables)
    sown('ownership', 1, 'src/desk/a.ts', 'sql`delete from inventory.stock`', ...tables)
  })
})
