/** When this, then these: every event that someone acts on, and what time alone makes happen, on one page. */

import { tick as forgetSessions } from '#access/access'
import { type AtOnce, dropMonths, type Reactions, type Summary, type Watcher } from '#activity/activity'
import { tick as closeMonths } from '#business/business'
import { merge as joinCarts } from '#carts/carts'
import { tick as forgetMessages } from '#collection/collection'
import type { Pool } from '#core/database'
import { tick as forgetAnswers } from '#core/sweep'
import { tick as forgetScans } from '#customers/customers'
import { tick as dueGifts } from '#gifts/gifts'
import {
  catchUp,
  forgetDeliveries,
  forgetUploads,
  pollOutlets,
  pushStock,
  tellOutlet,
  webhookReaction,
  workOutlets,
} from '#integrations/integrations'
import { closeOver as closePopups, tick as releaseHolds } from '#inventory/inventory'
import { bonusReaction, tick as expirePoints, fanReaction, tickFans, tickTiers } from '#loyalty/loyalty'
import { mailGift, mailHold, mailOrder } from '#messaging/messaging'
import { forgetSlow } from '#operations/operations'
import { tickHolds as dueHolds, tick as dueOrders, returnLapsed as lapsedGifts } from '#orders/orders'
import { arrive, tick as lapseProofs } from '#proofs/proofs'
import {
  buildReaction,
  tick as dueStandings,
  atOnce as segmentsAtOnce,
  summary as segmentsSummary,
} from '#segments/segments'
import { tick as dueTags, rebuildReaction, atOnce as tagsAtOnce, summary as tagsSummary } from '#tags/tags'

const joinedIn = ({ visitor_profile_id, profile_ids }: Record<string, unknown> = {}): string[] =>
  [visitor_profile_id, profile_ids].flat().filter((one) => typeof one === 'string')

/** What a guest told of her purchases elsewhere is hers once she is known. */
const keptProofs: Reactions[string][number] = {
  name: 'kept proofs',
  when: ({ payload }) => joinedIn(payload).length > 0,
  run: (tx, { profile_id, payload }) => arrive(tx, profile_id, joinedIn(payload)),
}

export const reactions: Reactions = {
  'customer.signed_in': [
    {
      name: 'join carts',
      run: async (tx, { profile_id, payload }) => {
        if (typeof payload.visitor_profile_id === 'string') await joinCarts(tx, payload.visitor_profile_id, profile_id)
      },
    },
    keptProofs,
  ],
  'customer.merged': [
    {
      name: 'join carts',
      run: async (tx, { profile_id, payload }) => {
        for (const joined of (payload.profile_ids ?? []) as string[]) await joinCarts(tx, joined, profile_id)
      },
    },
    keptProofs,
  ],
  'order.placed': [mailOrder('order.placed')],
  'order.ready': [mailOrder('order.ready')],
  'order.pickup_reminded': [mailOrder('order.pickup_reminded')],
  'order.shipped': [mailOrder('order.shipped'), tellOutlet('order.shipped')],
  'order.cancelled': [mailOrder('order.cancelled'), tellOutlet('order.cancelled')],
  'gift.reminded': [mailGift('gift.reminded')],
  'gift.claimed': [mailGift('gift.claimed')],
  'hold.placed': [mailHold('hold.placed')],
  'hold.reminded': [mailHold('hold.reminded')],
  'hold.released': [mailHold('hold.released')],
  'tag.changed': [rebuildReaction],
  'segment.changed': [buildReaction],
}

/** Who follows whatever types somebody wants just now. */
export const watchers: readonly Watcher[] = [webhookReaction, bonusReaction, fanReaction]

/** What is recomputed for a person whose summaries are out of date: tags first, segments ask for them. */
export const summaries: readonly Summary[] = [tagsSummary, segmentsSummary]

/** What must not wait for a worker. */
export const atOnce: readonly AtOnce[] = [...tagsAtOnce, ...segmentsAtOnce]

type Sweep = (db: Pool, now: string) => Promise<number>

/** What is due by the clock: each room sweeps its own rows, a limited number at a time, and says how many. */
export const sweeps: readonly Sweep[] = [
  releaseHolds,
  closePopups,
  dueHolds,
  dueOrders,
  dueGifts,
  lapseProofs,
  lapsedGifts,
  expirePoints,
  dueTags,
  dueStandings,
  tickTiers,
  tickFans,
  catchUp,
  closeMonths,
  pollOutlets,
  workOutlets,
  pushStock,
]

/** What is merely old: looked at once an hour. */
export const cleaning: readonly Sweep[] = [
  forgetSessions,
  forgetScans,
  forgetMessages,
  forgetAnswers,
  forgetDeliveries,
  forgetUploads,
  forgetSlow,
  dropMonths,
]

const hour_ms = 3_600_000
// A row that stays due whatever is done must not hold the sweep for ever.
const rounds_max = 200
let cleaned_at = 0

/** Sweep everything that is due at `now`, room by room; one room's failure does not keep the others waiting. */
export async function tick(db: Pool, now: string): Promise<number> {
  const old = Math.abs(Date.parse(now) - cleaned_at) >= hour_ms
  if (old) cleaned_at = Date.parse(now)
  let swept = 0
  const failures: unknown[] = []
  for (const sweep of old ? [...sweeps, ...cleaning] : sweeps) {
    try {
      for (let round = 0; round < rounds_max; round++) {
        const found = await sweep(db, now)
        if (found === 0) break
        swept += found
      }
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length) throw new AggregateError(failures, 'sweeping failed')
  return swept
}
