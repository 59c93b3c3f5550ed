/** Stock: each row is what lies of some goods at a place, as counted there. The ledger gets the difference as a movement. */
import type { Db } from '#core/database'
import { hashId } from '#core/id'
import { fault } from '#integrations/faults'
import { goods } from '#integrations/goods'
import type { Context, Effects } from '#integrations/job-context'
import { type Mapped, mapper } from '#integrations/mapped'
import { broughtThings } from '#integrations/origin'
import { placesByKey } from '#integrations/place-keys'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked } from '#integrations/run'
import { available, countMany } from '#inventory/inventory'
import { places } from '#stores/stores'

type Ready = Mapped & { place_id: string; variant_id: string }

/** The job of importing stock. */
export async function stockJob(context: Context<'stock'>): Promise<Job<Mapped, Ready> & { effects: Effects }> {
  const { plan, actor, read, import_id } = context
  const { columns, map } = mapper(plan)
  const effects = { counts: 0 } satisfies Effects
  return {
    ...(await inRows(() => read(columns), map, 500)),
    retries: true,
    effects,
    look: (db, units) => look(db, context, units),
    async write(tx, rows) {
      const moved = await countMany(
        tx,
        actor,
        { kind: 'import', id: import_id },
        rows.map(({ row, place_id, variant_id, values }) => ({
          movement_id: hashId('import', import_id, row),
          place_id,
          variant_id,
          counted: Number(values.quantity),
        })),
      )
      await broughtThings(tx, import_id, 'count', moved)
      tx.afterCommit(() => {
        effects.counts += moved.length
      })
      return { written: rows.length, repeated: 0, refused: [] }
    },
  }
}

async function look(
  db: Db,
  { plan: { source }, policy = 'replace' }: Context<'stock'>,
  units: readonly Mapped[],
): Promise<Looked<Ready>> {
  const named = units.map(({ values }) => ({
    product: values.product as string | undefined,
    gtin: values.gtin as string | undefined,
  }))
  const goodsOf = await goods(db, source, named)
  const placeOf = placesByKey(source, await places(db))
  const looked: Looked<Ready> = { fresh: [], repeated: 0, refused: [] }
  const found: Ready[] = []
  const here = new Set<string>()
  for (const [at, unit] of units.entries()) {
    const { row, values } = unit
    const item = goodsOf(named[at] ?? {})
    const place_id = placeOf(String(values.place))?.place_id
    const wrong = !place_id
      ? fault('place', 'unknown_place')
      : !item
        ? fault(values.product === undefined ? 'gtin' : 'product', 'unknown_product')
        : Number(values.quantity) < 0
          ? fault('quantity', 'negative')
          : here.has(`${place_id} ${item.variant_id}`)
            ? fault('product', 'twice_here')
            : undefined
    if (wrong) looked.refused.push({ row, fault: wrong })
    else if (place_id && item) {
      here.add(`${place_id} ${item.variant_id}`)
      found.push({ ...unit, place_id, variant_id: item.variant_id })
    }
  }
  const shelves = await available(
    db,
    found.map(({ variant_id }) => variant_id),
    [...new Set(found.map(({ place_id }) => place_id))],
  )
  const onHand = new Map(shelves.map((shelf) => [`${shelf.place_id} ${shelf.variant_id}`, shelf.on_hand]))
  for (const one of found) {
    const there = onHand.get(`${one.place_id} ${one.variant_id}`)
    if (there === Number(one.values.quantity) || (policy === 'keep' && there !== undefined)) looked.repeated += 1
    else if (policy === 'fail' && there !== undefined)
      looked.refused.push({ row: one.row, fault: fault('product', 'exists') })
    else looked.fresh.push(one)
  }
  return looked
}
