/** A small retailer on a cluster of two whole engawas; each, and its PostgreSQL, may be killed -9 at any moment. */
import { randomUUID } from 'node:crypto'
import { system } from '../src/core/actor.ts'
import { open, transaction } from '../src/core/database.ts'
import { putSetting } from '../src/core/settings.ts'
import { receive } from '../src/inventory/inventory.ts'
import { published } from '../src/stores/stores.ts'
import { openCluster } from '../town/chaos/cluster.ts'
import { key, smallRetailer } from './retailer.ts'

export type FaultHouse = Awaited<ReturnType<typeof openFaultHouse>>

const pieces = 100_000

/** Start everything: fsync on, as a shop would run it. `close` ends only what was started here. */
export async function openFaultHouse() {
  const cluster = await openCluster(['all', 'all'], { ENGAWA_KEY: key })
  const { url, processes, killProcess, killDatabase, fallen } = cluster
  const db = open(url, { connections: 8, name: 'faults' })
  const retailer = await smallRetailer(db)
  await transaction(db, system, async (tx) => {
    await putSetting(tx, published.key, true, 'test')
    for (const variant_id of Object.values(retailer.variant).sort())
      await receive(tx, system, {
        place_id: retailer.shinjuku,
        variant_id,
        quantity: pieces,
        kind: 'receipt',
        source_kind: 'test',
        source_id: randomUUID(),
      })
  })
  return {
    ...retailer,
    url,
    servers: processes,
    killServer: killProcess,
    killDatabase,
    fallen,
    async close(): Promise<void> {
      await db.close().catch(() => {})
      await cluster.close()
    },
  }
}
