/** Prices: each row one price of goods that are here, from a day on or from now. What has begun stands; its end may move. */
import { type Dated, putPrices } from '#catalog/catalog'
import type { Db } from '#core/database'
import { fault } from '#integrations/faults'
import { goods } from '#integrations/goods'
import type { Context, Effects } from '#integrations/job-context'
import { type Mapped, mapper } from '#integrations/mapped'
import { broughtThings } from '#integrations/origin'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked, Written } from '#integrations/run'

type Ready = Mapped & { variant_id: string }

/** The job of importing prices. */
export async function priceJob(context: Context<'prices'>): Promise<Job<Mapped, Ready> & { effects: Effects }> {
  const { plan, actor, read, import_id } = context
  const { columns, map } = mapper(plan)
  const effects = { prices: 0 } satisfies Effects
  return {
    ...(await inRows(() => read(columns), map, 500)),
    retries: true,
    effects,
    look: (db, units) => look(db, plan.source, units),
    async write(tx, rows) {
      const outcomes = await putPrices(
        tx,
        actor,
        rows.map(({ variant_id, values }): Dated => {
          const text = (name: string) => (values[name] === undefined ? undefined : String(values[name]))
          return {
            variant_id,
            yen: Number(values.price_yen),
            tax_included: plan.section.tax_included ?? true,
            channel: text('channel'),
            valid_from: text('price_from'),
            valid_to: text('price_until'),
          }
        }),
      )
      const outcome: Written = { written: 0, repeated: 0, refused: [] }
      const ids: string[] = []
      for (const [at, one] of outcomes.entries()) {
        const { row } = rows[at] as Ready
        if (typeof one === 'object') ids.push(one.price_id)
        else if (one === 'unchanged') outcome.repeated += 1
        else outcome.refused.push({ row, fault: fault(one === 'price_period' ? 'price_until' : 'price_from', one) })
      }
      outcome.written = ids.length
      await broughtThings(tx, import_id, 'price', ids)
      tx.afterCommit(() => {
        effects.prices += ids.length
      })
      return outcome
    },
  }
}

async function look(db: Db, source: string, units: readonly Mapped[]): Promise<Looked<Ready>> {
  const named = units.map(({ values }) => ({
    product: values.product as string | undefined,
    gtin: values.gtin as string | undefined,
  }))
  const goodsOf = await goods(db, source, named)
  const looked: Looked<Ready> = { fresh: [], repeated: 0, refused: [] }
  for (const [at, unit] of units.entries()) {
    const item = goodsOf(named[at] ?? {})
    if (Number(unit.values.price_yen) < 0) looked.refused.push({ row: unit.row, fault: fault('price_yen', 'negative') })
    else if (item) looked.fresh.push({ ...unit, variant_id: item.variant_id })
    else
      looked.refused.push({
        row: unit.row,
        fault: fault(unit.values.product === undefined ? 'gtin' : 'product', 'unknown_product'),
      })
  }
  return looked
}
