import { seedTax } from '#catalog/catalog'
import { seedPurposes } from '#consent/consent'
import { system } from '#core/actor'
import { type Pool, run, sql, type Tx, transaction } from '#core/database'
import { putSetting, setting, settingNow } from '#core/settings'
import { seedTags } from '#tags/tags'

/** What every retailer needs before the first product: tax rules, consent purposes, tags. Laid once; what she changed later stays. */
export async function layFoundation(db: Pool): Promise<void> {
  await layOnce(db, 'engawa.foundation', async (tx) => {
    await seedTax(tx)
    await seedPurposes(tx)
  })
  // On its own, so that a house from before there were tags gets them, too.
  await layOnce(db, 'engawa.tags_laid', seedTags)
}

async function layOnce(db: Pool, key: string, lay: (tx: Tx) => Promise<void>): Promise<void> {
  if (await setting(db, key, false)) return
  await transaction(db, system, async (tx) => {
    // Processes that start together on an empty house: one lays, the others find it laid.
    await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
    if (await settingNow(tx, { key, usual: false })) return
    await lay(tx)
    await putSetting(tx, key, true, 'engawa')
  })
}
