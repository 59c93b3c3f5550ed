import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Facts, Good, Paper, QueuedSale } from './shapes.ts'

interface Till extends DBSchema {
  /** The catalogue, by variant; looked up by the code on the goods or by product. */
  goods: { key: string; value: Good & { gtin14: string }; indexes: { gtin14: string; product_id: string } }
  /** What else a sale needs, each under its name: who stands here, shops, tax rules, the device's own number. */
  facts: { key: keyof Facts; value: Facts[keyof Facts] }
  /** Sold and not told of yet, in the order it happened. */
  sales: { key: number; value: QueuedSale }
  /** What was printed, for printing it once more. */
  papers: { key: string; value: Paper; indexes: { placed_at: string } }
}
export type TillDb = IDBPDatabase<Till>

let opened: Promise<TillDb> | undefined

/** The till's own memory on this device. */
export function till(): Promise<TillDb> {
  opened ??= openDB<Till>('engawa-till', 1, {
    upgrade(db) {
      const goods = db.createObjectStore('goods', { keyPath: 'variant_id' })
      goods.createIndex('gtin14', 'gtin14')
      goods.createIndex('product_id', 'product_id')
      db.createObjectStore('facts')
      db.createObjectStore('sales', { keyPath: 'sequence' })
      db.createObjectStore('papers', { keyPath: 'number' }).createIndex('placed_at', 'placed_at')
    },
    // Another window brought a newer till: let it go on, this one is shown anew.
    blocking: (_before, _now, event) => {
      ;(event.target as IDBDatabase).close()
      location.reload()
    },
  })
  return opened
}

/** One fact as it was last known. */
export async function fact<Name extends keyof Facts>(name: Name): Promise<Facts[Name] | undefined> {
  return (await (await till()).get('facts', name)) as Facts[Name] | undefined
}

export async function keepFact<Name extends keyof Facts>(name: Name, value: Facts[Name]): Promise<void> {
  await (await till()).put('facts', value, name)
}
