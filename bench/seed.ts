import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeApiKey } from '../src/access/access.ts'
import { seedTax } from '../src/catalog/catalog.ts'
import { system } from '../src/core/actor.ts'
import { transaction } from '../src/core/database.ts'
import type { House } from './house.ts'

export type Size = { products: number; customers: number; history: number }

/** Fill a migrated house with a retailer of the given size (seed.sql), in one go. */
export async function seed(house: House, size: Size): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, 'seed.sql'), 'utf8')
    .replaceAll(':products', String(size.products))
    .replaceAll(':customers', String(size.customers))
    .replaceAll(':history', String(size.history))
  await house.owner.pool.query(text)
  await transaction(house.db, system, (tx) => seedTax(tx))
}

/** A new API key with these scopes. */
export async function apiKey(house: House, scopes: string[]): Promise<string> {
  return (await transaction(house.db, system, (tx) => makeApiKey(tx, { name: 'bench', scopes }))).key
}

/** The id seed.sql gives to the thing of this name (md5 as uuid). */
export function uuidOf(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
