import type { Db } from '#core/database'
import { setting } from '#core/settings'
import { type AllocationRules, usualRules } from '#inventory/allocate'

/** How stock is dealt with, by setting (`inventory`). */
export type Policy = {
  allocation: AllocationRules
  /** How long goods are set aside unless asked otherwise, and at most. */
  hold_minutes: number
  hold_minutes_most: number
  /** ◎ is shown from so many pieces on. */
  many_from: number
}
export const usual: Policy = {
  allocation: usualRules,
  hold_minutes: 60,
  hold_minutes_most: 7 * 24 * 60,
  many_from: 5,
}

/** The policy in force; what was never set is as usual. */
export async function policy(db: Db): Promise<Policy> {
  const set = await setting<Partial<Policy>>(db, 'inventory', {})
  return { ...usual, ...set, allocation: { ...usual.allocation, ...set.allocation } }
}
