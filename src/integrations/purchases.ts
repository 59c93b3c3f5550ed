/** Purchases as past orders: looks up what the lines name, then books whole orders. */
import type { Refusal } from '#integrations/error-file'
import { type Basket, companions, gather, passOf } from '#integrations/baskets'
import { fault, type Fault } from '#integrations/faults'
import type { Plan } from '#integrations/map'
import { type Mapped, mapper } from '#integrations/mapped'
import { type Past, pastOrder } from '#integrations/past'
import { type Prices, priceProducts, samples } from '#integrations/price-samples'
import type { Batch, Job } from '#integrations/run'
import { ensureMonths } from '#activity/activity'
import { ruleAt, sellables, type Sellable, taxRules } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { type Db, type Pool, type Tx, transaction } from '#core/database'
import { addDays, businessDate } from '#core/time'
import { find, register } from '#customers/customers'
import { bookMany, booked, type PastOrder } from '#orders/orders'
import { blankPlace, type Place, places, putPlace } from '#stores/stores'
import { keyOf, productIds } from '#integrations/keys'
import type { Row } from '#integrations/rows'

const rows_a_pass = 200_000
const rows_a_batch = 600

/** An order ready to be booked, and whose it is. */
type Ready = { basket: Basket; past: Past; profile_id: string | undefined }

export type PurchaseJob = Job<Basket> & { booked: { orders: number; customers: number; places: number; priced: number } }

/** Read the file once for what must be known before: how long it is, its places, months and prices. */
export async function purchaseJob(plan: Plan<'purchases'>, actor: Actor, read: (columns: readonly string[]) => AsyncGenerator<Row>, started_at: string): Promise<PurchaseJob> {
  const { columns, map } = mapper(plan)
  const { section, source } = plan
  const seen = { rows: 0, places: new Set<string>(), first: '9999', last: '' }
  const prices: Prices | undefined = section.prices ? samples() : undefined
  for await (const row of read(columns)) {
    seen.rows += 1
    const { values, faults } = map(row)
    if (faults.length) continue
    seen.places.add(String(values.place))
    const at = String(values.placed_at)
    if (at < seen.first) seen.first = at
    if (at > seen.last) seen.last = at
    if (values.product !== undefined && !(Number(values.quantity) > (section.pieces_at_most ?? Number.POSITIVE_INFINITY))) {
      prices?.add(String(values.product), Number(values.quantity), Number(values.amount_yen), at)
    }
  }
  const done = { orders: 0, customers: 0, places: 0, priced: 0 }
  const known = { places: new Map<string, Place>(), customers: new Map<string, string>() }

  async function* batches(): AsyncGenerator<Batch<Basket>> {
    const passes = Math.max(1, Math.ceil(seen.rows / rows_a_pass))
    for (let pass = 0; pass < passes; pass++) {
      const rows: Mapped[] = []
      for await (const row of read(columns)) {
        const mapped = map(row)
        if (passOf(mapped, passes) === pass) rows.push(mapped)
      }
      const { baskets, refused } = gather(rows, section.pieces_at_most)
      const refusedRows = new Set(refused.map(({ row }) => row)).size
      if (refused.length) yield { units: [], refused, rows: refusedRows }
      let units: Basket[] = []
      let count = 0
      for (const basket of baskets) {
        units.push(basket)
        count += basket.lines.length
        if (count >= rows_a_batch) {
          yield { units, refused: [], rows: count }
          units = []
          count = 0
        }
      }
      if (count) yield { units, refused: [], rows: count }
    }
  }

  async function prepare(db: Pool): Promise<void> {
    if (seen.rows === 0 || seen.last === '') return
    await ensureMonths(db, addDays(seen.first.slice(0, 10), -1), addDays(seen.last.slice(0, 10), 1))
    const there = new Map((await places(db)).map((place) => [place.external_id, place]))
    const missing = [...seen.places].filter((place) => !there.has(keyOf(source, place))).sort()
    for (let at = 0; at < missing.length; at += 50) {
      await transaction(db, actor, async (tx) => {
        for (const place of missing.slice(at, at + 50)) await putPlace(tx, actor, placeOf(place))
      })
    }
    done.places = missing.length
    if (prices) done.priced = await priceProducts(db, actor, source, prices)
  }

  function placeOf(place: string) {
    const name = (section.places?.name ?? '店舗 {id}').replaceAll('{id}', place)
    return { ...blankPlace, external_id: keyOf(source, place), kind: section.places?.kind ?? ('shop' as const), name, time_zone: plan.zone }
  }

  async function look(db: Db, units: readonly Basket[]) {
    const repeats = await booked(db, units.map((basket) => keyOf(source, basket.key)))
    const lines = units.flatMap((basket) => basket.lines)
    const variants = await productIds(db, source, lines.flatMap(({ product }) => product ?? []))
    const goods = await sellables(db, { variant_ids: [...variants.values()], gtins: lines.flatMap(({ gtin }) => gtin ?? []) })
    const byGtin = new Map([...goods.values()].map((item) => [item.gtin?.padStart(14, '0'), item]))
    const rules = await taxRules(db)
    if (known.places.size === 0) for (const place of await places(db)) if (place.external_id) known.places.set(place.external_id, place)
    const fresh: Basket[] = []
    const refused: Refusal[] = []
    let repeated = 0
    for (const basket of units) {
      if (repeats.has(keyOf(source, basket.key))) {
        repeated += basket.lines.length
        continue
      }
      const place = known.places.get(keyOf(source, basket.place))
      const date = businessDate(new Date(basket.placed_at), place?.time_zone ?? plan.zone, place?.cutover ?? blankPlace.cutover)
      const faults: Refusal[] = []
      const find = (line: Basket['lines'][number]) => goods.get(variants.get(line.product ?? '') ?? '') ?? byGtin.get(line.gtin)
      for (const line of basket.lines) {
        const item = find(line)
        const wrong = item || section.unknown_product === 'keep' ? untaxed(item, date) : fault(line.product ? 'product' : 'gtin', 'unknown_product')
        if (wrong) faults.push({ row: line.row, fault: wrong })
      }
      const profile_id = basket.customer === undefined ? undefined : await customer(db, basket.customer)
      if (basket.customer !== undefined && !profile_id && section.unknown_customer === 'refuse') {
        faults.push(...basket.rows.map((row) => ({ row, fault: fault('customer', 'unknown_customer') })))
      }
      if (faults.length) {
        refused.push(...faults, ...companions(basket.rows, faults))
        continue
      }
      judged.set(basket, { basket, profile_id, past: { date, goods: basket.lines.map(find), rules } })
      fresh.push(basket)
    }
    return { fresh, repeated, refused }

    function untaxed(item: Sellable | undefined, date: string): Fault | undefined {
      const category = item?.tax_category ?? 'standard'
      return ruleAt(rules, category, section.supply_mode ?? 'take_away', date) ? undefined : fault('placed_at', 'no_tax', { category, date })
    }
  }
  const judged = new WeakMap<Basket, Ready>()

  async function customer(db: Db, external_id: string): Promise<string | undefined> {
    const found = known.customers.get(external_id) ?? (await find(db, 'external', keyOf(source, external_id)))
    if (!found) return undefined
    if (known.customers.size >= 100_000) known.customers.clear()
    known.customers.set(external_id, found)
    return found
  }

  async function write(tx: Tx, units: readonly Basket[]) {
    const made = new Map<string, string>()
    const orders: PastOrder[] = []
    for (const basket of units) {
      const { past, profile_id } = judged.get(basket) as Ready
      const place = known.places.get(keyOf(source, basket.place)) as Place
      let owner = profile_id ?? null
      if (basket.customer !== undefined && !owner) {
        owner = made.get(basket.customer) ?? (await customer(tx, basket.customer)) ?? null
        if (!owner) {
          const registered = await register(tx, actor, { external_id: keyOf(source, basket.customer), route: 'import', registered_at: basket.placed_at, channel: 'import' })
          owner = registered.profile_id
          made.set(basket.customer, owner)
        }
      }
      orders.push(await pastOrder(tx, plan, basket, past, place, owner, started_at))
    }
    const count = await bookMany(tx, actor, orders)
    tx.afterCommit(() => {
      for (const [external_id, profile_id] of made) known.customers.set(external_id, profile_id)
      done.orders += count
      done.customers += made.size
    })
    return { written: units.reduce((sum, basket) => sum + basket.lines.length, 0), repeated: 0, refused: [] }
  }

  return { rows: seen.rows, batches, prepare, look, write, retries: true, booked: done }
}
