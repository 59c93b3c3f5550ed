import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#core/actor'
import { only, sql, transaction } from '#core/database'
import { testDatabase } from '#core/testing'
import { layFoundation } from './foundation.ts'

test('processes that start together on an empty house lay it once, and none of them fails', async () => {
  const house = await testDatabase()
  try {
    await Promise.all(Array.from({ length: 4 }, () => layFoundation(house.db)))
    await layFoundation(house.db)
    const laid = await transaction(house.db, system, (tx) =>
      only<{ tags: number; marks: number }>(
        tx,
        sql`select (select count(*) from tags.tag)::integer as tags,
              (select count(*) from core.setting where key in ('engawa.foundation', 'engawa.tags_laid'))::integer as marks`,
      ),
    )
    assert.deepEqual(laid, { tags: 16, marks: 2 })
  } finally {
    await house.close()
  }
})
