/** Purchases: a first reading of the file for what must be known before, then orders in batches, oldest first. */

import { ensureMonths } from '#activity/activity'
import { firstPrices, variantsNamed } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { addDays } from '#core/time'
import { type Basket, gather, passOf } from '#integrations/baskets'
import { type Context, type Effects, type Reader, saltOf } from '#integrations/job-context'
import { keyOf } from '#integrations/keys'
import type { Plan, Sale } from '#integrations/map'
import { type Mapped, mapper } from '#integrations/mapped'
import { welcome } from '#integrations/newcomers'
import { brought } from '#integrations/origin'
import { past } from '#integrations/past'
import { placesByKey } from '#integrations/place-keys'
import { samples } from '#integrations/price-samples'
import { knowledge, look, type Ready } from '#integrations/purchase-look'
import type { Row } from '#integrations/rows'
import type { Batch, Job } from '#integrations/run'
import { programme } from '#loyalty/loyalty'
import { bookMany } from '#orders/orders'
import { blankPlace, places, putPlace } from '#stores/stores'

const rows_a_pass = 200_000
const rows_a_batch = 1_500

/** The job of importing purchases. */
export async function purchaseJob(context: Context<Sale>): Promise<Job<Basket, Ready> & { effects: Effects }> {
  const { plan, actor, read, import_id, started_at } = context
  const { source, section } = plan
  const mapping = mapper(plan)
  const seen = await survey(plan, read)
  const known = knowledge()
  const effects = { orders: 0, customers: 0, places: 0, prices: 0 } satisfies Effects
  return {
    rows: seen.rows,
    retries: true,
    effects,
    batches: () => batches(plan, seen.rows, () => read(mapping.columns), mapping.map),
    async prepare(db) {
      if (seen.last === '') return
      await ensureMonths(db, addDays(seen.first.slice(0, 10), -1), addDays(seen.last.slice(0, 10), 1))
      effects.places = await openPlaces(db, actor, plan, seen.places)
      if (section.prices) effects.prices = await givePrices(db, actor, source, seen.prices)
    },
    look: (db, units) => look(db, plan, known, units),
    async write(tx, fresh) {
      const { met, fresh: newcomers } = await welcome(tx, actor, source, fresh)
      const terms = await programme(tx)
      const orders = fresh.map((ready) => {
        const owner = ready.profile_id ?? met.get(ready.basket.customer ?? '') ?? null
        return past(plan, saltOf(context), ready, owner, started_at, terms)
      })
      await bookMany(tx, actor, orders)
      await brought(
        tx,
        import_id,
        'order',
        orders.map(({ order_id, profile_id, place_id }) => ({
          profile_id: profile_id ?? place_id,
          subject_id: order_id,
        })),
      )
      await brought(
        tx,
        import_id,
        'customer',
        newcomers.map((profile_id) => ({ profile_id, subject_id: profile_id })),
      )
      tx.afterCommit(() => {
        for (const [number, profile_id] of met) known.customers.set(number, profile_id)
        effects.orders += orders.length
        effects.customers += newcomers.length
      })
      return { written: fresh.reduce((sum, { basket }) => sum + basket.rows.length, 0), repeated: 0, refused: [] }
    },
  }
}

async function survey(plan: Plan<Sale>, read: Reader) {
  const { columns, map } = mapper(plan)
  const most = plan.section.pieces_at_most ?? Number.POSITIVE_INFINITY
  const seen = { rows: 0, places: new Set<string>(), first: '9999', last: '', prices: samples() }
  for await (const row of read(columns)) {
    seen.rows += 1
    const { values, faults } = map(row)
    if (faults.length) continue
    const at = String(values.placed_at)
    seen.places.add(String(values.place))
    if (at < seen.first) seen.first = at
    if (at > seen.last) seen.last = at
    if (plan.section.prices && values.product !== undefined && Number(values.quantity) <= most) {
      seen.prices.add(String(values.product), Number(values.quantity), Number(values.amount_yen), at)
    }
  }
  return seen
}

/** All rows of an order lie in one pass over the file; a large file is read several times rather than held in memory. */
async function* batches(
  plan: Plan<Sale>,
  rows: number,
  read: () => AsyncGenerator<Row>,
  map: (row: Row) => Mapped,
): AsyncGenerator<Batch<Basket>> {
  const passes = Math.max(1, Math.ceil(rows / rows_a_pass))
  for (let pass = 0; pass < passes; pass++) {
    const taken: Mapped[] = []
    for await (const row of read()) {
      const mapped = map(row)
      if (passOf(mapped, passes) === pass) taken.push(mapped)
    }
    const { baskets, refused } = gather(taken, plan.section.pieces_at_most)
    if (refused.length) yield { units: [], refused, rows: new Set(refused.map(({ row }) => row)).size }
    let units: Basket[] = []
    let count = 0
    for (const basket of baskets) {
      units.push(basket)
      count += basket.rows.length
      if (count < rows_a_batch) continue
      yield { units, refused: [], rows: count }
      units = []
      count = 0
    }
    if (count > 0) yield { units, refused: [], rows: count }
  }
}

/** Open the places a file names that are not there yet; returns how many. */
export async function openPlaces(
  db: Pool,
  actor: Actor,
  plan: Plan<Sale>,
  wanted: ReadonlySet<string>,
): Promise<number> {
  const placeOf = placesByKey(plan.source, await places(db))
  const missing = [...wanted].filter((place) => !placeOf(place)).sort()
  const { name = '店舗 {id}', kind = 'shop' } = plan.section.places ?? {}
  for (let at = 0; at < missing.length; at += 50) {
    await transaction(db, actor, async (tx) => {
      for (const place of missing.slice(at, at + 50)) {
        await putPlace(tx, actor, {
          ...blankPlace,
          external_id: keyOf(plan.source, place),
          kind,
          name: name.replaceAll('{id}', place),
          time_zone: plan.zone,
        })
      }
    })
  }
  return missing.length
}

async function givePrices(db: Pool, actor: Actor, source: string, prices: ReturnType<typeof samples>): Promise<number> {
  const medians = [...prices.medians()].map(([product, price]) => ({ key: keyOf(source, product), ...price }))
  let given = 0
  for (let at = 0; at < medians.length; at += 1_000) {
    const part = medians.slice(at, at + 1_000)
    const variants = await variantsNamed(
      db,
      part.map(({ key }) => key),
    )
    const list = part.flatMap(({ key, yen, since }) => {
      const variant_id = variants.get(key)
      return variant_id ? [{ variant_id, yen, valid_from: since }] : []
    })
    given += await transaction(db, actor, (tx) => firstPrices(tx, actor, list))
  }
  return given
}
