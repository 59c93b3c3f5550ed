/** Writes down every row of a house that has lived a little. `scripts/upgrade-fixture.ts` runs it inside the release's own checkout. */
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { open, raw, rows } from '../../src/core/database.ts'
import { live } from '../security/life.ts'
import { openHouse } from '../security/people.ts'

test('every row of a living house', async () => {
  const house = await openHouse()
  await live(house)
  const db = open(house.db.url, { role: 'engawa_owner', connections: 1 })
  const tables = await rows<{ name: string }>(
    db,
    raw(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where pg_get_userbyid(c.relowner) = 'engawa_owner' and not c.relispartition and c.relkind in ('r', 'p') order by 1`),
  )
  const lines: string[] = []
  for (const { name: table } of tables.filter(({ name }) => name !== 'core.function_file'))
    for (const { row } of await rows<{ row: unknown }>(db, raw(`select to_jsonb(t) as row from ${table} t`)))
      lines.push(JSON.stringify({ table, row }))
  writeFileSync(process.env.ENGAWA_FIXTURE as string, gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
  await db.close()
  await house.close()
})
