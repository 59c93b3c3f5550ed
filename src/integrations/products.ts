/** Products: one row is a product with one variant, or one more price of it. Brands and categories are made as they appear. */

import {
  type ProductInput,
  type ProductWords,
  productsNamed,
  putBrand,
  putCategory,
  putProducts,
  variantsNamed,
} from '#catalog/catalog'
import type { Actor } from '#core/actor'
import type { Db, Tx } from '#core/database'
import type { Refusal } from '#integrations/error-file'
import { fault } from '#integrations/faults'
import type { Context, Effects, Policy } from '#integrations/job-context'
import { keyOf } from '#integrations/keys'
import type { Plan } from '#integrations/map'
import { type Mapped, mapper, type Values } from '#integrations/mapped'
import { broughtThings } from '#integrations/origin'
import { inRows } from '#integrations/row-batches'
import type { Job, Looked, Written } from '#integrations/run'

type Known = { brands: Set<string>; categories: Set<string> }

/** The job of importing products. */
export async function productJob(context: Context<'products'>): Promise<Job<Mapped, Mapped> & { effects: Effects }> {
  const { plan, actor, read, import_id, policy = 'replace' } = context
  const { columns, map } = mapper(plan)
  const known: Known = { brands: new Set(), categories: new Set() }
  const effects = { products: 0 } satisfies Effects
  return {
    ...(await inRows(() => read(columns), map, 300)),
    retries: false,
    effects,
    look: (db, units) => look(db, plan, units, policy),
    async write(tx, rows) {
      const named = await nameThings(tx, actor, plan.source, rows, known)
      const bodies = bodiesOf(plan, rows)
      const before = await present(tx, bodies)
      const {
        written,
        unchanged,
        problems,
        rows: put,
      } = await putProducts(
        tx,
        actor,
        bodies.map(({ body }) => (policy === 'merge' ? onlyNew(body, before.get(body.external_id ?? '')) : body)),
      )
      await broughtThings(
        tx,
        import_id,
        'product',
        put.flatMap(({ product_id, external_id }) => (before.has(external_id ?? '') ? [] : product_id)),
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
        effects.products += written
      })
      return count(rows.length, refused, written, unchanged)
    },
  }
}

async function look(db: Db, plan: Plan<'products'>, units: readonly Mapped[], policy: Policy): Promise<Looked<Mapped>> {
  if (policy === 'replace' || policy === 'merge') return { fresh: [...units], repeated: 0, refused: [] }
  const key = ({ values }: Mapped) => keyOf(plan.source, String(values.external_id))
  const there = await variantsNamed(db, units.map(key))
  const known = units.filter((unit) => there.has(key(unit)))
  return {
    fresh: units.filter((unit) => !there.has(key(unit))),
    repeated: policy === 'keep' ? known.length : 0,
    refused: policy === 'fail' ? known.map(({ row }) => ({ row, fault: fault('external_id', 'exists') })) : [],
  }
}

function present(tx: Tx, bodies: readonly { body: ProductInput }[]): Promise<Map<string, ProductWords>> {
  return productsNamed(
    tx,
    bodies.flatMap(({ body }) => body.external_id ?? []),
  )
}

// What the house says already stands; a row adds what was empty.
function onlyNew(body: ProductInput, before: ProductWords | undefined): ProductInput {
  if (!before) return body
  const kept = Object.entries(before).filter(([, value]) => value !== null && value !== '')
  return { ...body, ...Object.fromEntries(kept) }
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
