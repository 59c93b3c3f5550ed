import { seedTax } from '#catalog/catalog'
import { seedPurposes } from '#consent/consent'
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { putSetting, setting } from '#core/settings'

/** What every retailer needs before the first product: tax rules and consent purposes. Laid once; what she changed later stays. */
export async function layFoundation(db: Pool): Promise<void> {
  if (await setting(db, 'engawa.foundation', false)) return
  await transaction(db, system, async (tx) => {
    await seedTax(tx)
    await seedPurposes(tx)
    await putSetting(tx, 'engawa.foundation', true, 'engawa')
  })
}
