/** Products: one row is a product with one variant, or one more price of it. Brands and categories are made as they appear. */

import { type ProductInput, putBrand, putCategory, putProducts } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import type { Refusal } from '#integrations/error-file'
import { fault } from '#integrations/faults'
import { keyOf } from '#integrations/keys'
import type { Plan } from '#integrations/map'
import { type Mapped, mapper, type Values } from '#integrations/mapped'
import type { Effects, Reader } from '#integrations/purchases'
import { inRows } from '#integrations/row-batches'
import type { Job, Written } from '#integrations/run'

type Known = { brands: Set<string>; categories: Set<string> }

/** The job of importing products. */
export async function productJob(
  plan: Plan<'products'>,
  actor: Actor,
  read: Reader,
): Promise<Job<Mapped, Mapped> & { effects: Effects }> {
  const { columns, map } = mapper(plan)
  const known: Known = { brands: new Set(), categories: new Set() }
  const effects: Effects = { products: 0 }
  return {
    ...(await inRows(() => read(columns), map, 300)),
    retries: false,
    effects,
    look: async (_db, units) => ({ fresh: [...units], repeated: 0, refused: [] }),
    async write(tx, rows) {
      const named = await nameThings(tx, actor, plan.source, rows, known)
      const bodies = bodiesOf(plan, rows)
      const { written, unchanged, problems } = await putProducts(
        tx,
        actor,
        bodies.map(({ body }) => body),
      )
      const refused = problems.flatMap(({ row, field, messages }): Refusal[] =>
        (bodies[row]?.rows ?? []).map((number) => ({
          row: number,
          fault: { ...fault(field ?? 'row', 'refused'), said: messages },
        })),
      )
      tx.afterCommit(() => {
        for (const brand of named.brands) known.brands.add(brand)
        for (const category of named.categories) known.categories.add(category)
        effects.products = (effects.products ?? 0) + written
      })
      return count(rows.length, refused, written, unchanged)
    },
  }
}

// A batch in which nothing changed was a repeat; a product with several rows is one change.
function count(rows: number, refused: readonly Refusal[], written: number, unchanged: number): Written {
  const taken = rows - new Set(refused.map(({ row }) => row)).size
  const repeated = written === 0 ? taken : Math.min(unchanged, taken)
  return { written: taken - repeated, repeated, refused: [...refused] }
}

async function nameThings(tx: Tx, actor: Actor, source: string, rows: readonly Mapped[], known: Known) {
  const fresh = (field: string, there: ReadonlySet<string>) =>
    [...new Set(rows.flatMap(({ values }) => (values[field] === undefined ? [] : String(values[field]))))].filter(
      (name) => !there.has(name),
    )
  const named = { brands: fresh('brand', known.brands), categories: fresh('category', known.categories) }
  for (const name of named.brands) await putBrand(tx, actor, { external_id: keyOf(source, name), name })
  for (const name of named.categories) await putCategory(tx, actor, { external_id: keyOf(source, name), name })
  return named
}

/** One body per product: rows of the same product in a batch are its prices, the last row's words count. */
function bodiesOf(plan: Plan<'products'>, rows: readonly Mapped[]): { body: ProductInput; rows: number[] }[] {
  const bodies = new Map<string, { body: ProductInput; rows: number[] }>()
  for (const { row, values } of rows) {
    const key = keyOf(plan.source, String(values.external_id))
    const earlier = bodies.get(key)
    const prices = [...(earlier?.body.variants?.[0]?.prices ?? []), ...pricesOf(plan, values)]
    bodies.set(key, { body: bodyOf(plan, key, values, prices), rows: [...(earlier?.rows ?? []), row] })
  }
  return [...bodies.values()]
}

type Prices = NonNullable<NonNullable<ProductInput['variants']>[number]['prices']>

function pricesOf(plan: Plan<'products'>, { price_yen, price_from }: Values): Prices {
  if (price_yen === undefined) return []
  return [
    {
      yen: Number(price_yen),
      tax_included: plan.section.tax_included ?? true,
      ...(price_from !== undefined && { valid_from: String(price_from) }),
    },
  ]
}

function bodyOf(plan: Plan<'products'>, key: string, values: Values, prices: Prices): ProductInput {
  const text = (field: string) => (values[field] === undefined ? {} : { [field]: String(values[field]) })
  const reference = (field: string) =>
    values[field] === undefined ? {} : { [field]: keyOf(plan.source, String(values[field])) }
  return {
    external_id: key,
    name: String(values.name),
    ...text('name_kana'),
    ...text('name_en'),
    ...text('description'),
    ...text('tax_category'),
    ...reference('brand'),
    ...reference('category'),
    ...(plan.section.published === false && { published_at: null }),
    variants: [{ external_id: key, ...text('gtin'), prices }],
  }
}
