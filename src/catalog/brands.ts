import { emitAll } from '#activity/activity'
import { type FoundBy, gramsOf, type VariantCodes } from '#catalog/plan'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, rows, run, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { changedMeanwhile } from '#core/version'

export type Brand = {
  brand_id: string
  external_id: string | null
  name: string
  name_kana: string | null
  name_en: string | null
  look: Record<string, unknown>
  version: number
}
export type BrandInput = {
  external_id?: string | null
  name: string
  name_kana?: string | null
  name_en?: string | null
  look?: Record<string, unknown>
}

const columns = sql`brand_id, external_id, name, name_kana, name_en, look, version`

/** Every brand, by name. */
export function brands(db: Db): Promise<Brand[]> {
  return rows(db, sql`select ${columns} from catalog.brand order by coalesce(name_kana, name), brand_id`)
}

/** Write a brand known by `key` (our id, `ext:` and its own) or by its external_id; new when neither is known. What is left out stays. */
export async function putBrand(tx: Tx, actor: Actor, input: BrandInput, key?: string, seen?: number): Promise<Brand> {
  const named = key?.startsWith('ext:') ? key.slice(4) : undefined
  const external_id = input.external_id === undefined ? named : input.external_id
  const lookFor = named ?? (key ? undefined : external_id)
  const before = await one<Brand>(
    tx,
    sql`select ${columns} from catalog.brand where brand_id = ${key && !named ? key : null} or external_id = ${lookFor ?? null} for update`,
  )
  if (before && seen !== undefined && seen !== before.version) return changedMeanwhile()
  const brand = {
    external_id: null,
    name_kana: null,
    name_en: null,
    look: {},
    ...before,
    ...input,
    ...(external_id !== undefined && { external_id }),
  }
  const brand_id = before?.brand_id ?? (key && !named ? key : external_id ? hashId('brand', external_id) : id())
  const stored = await one<Brand>(
    tx,
    sql`insert into catalog.brand as brand (brand_id, external_id, name, name_kana, name_en, look)
        values (${brand_id}, ${brand.external_id}, ${brand.name}, ${brand.name_kana}, ${brand.name_en}, ${JSON.stringify(brand.look)}::jsonb)
        on conflict (brand_id) do update set external_id = excluded.external_id, name = excluded.name, name_kana = excluded.name_kana,
          name_en = excluded.name_en, look = excluded.look, version = brand.version + 1
        where (brand.external_id, brand.name, brand.name_kana, brand.name_en, brand.look)
          is distinct from (excluded.external_id, excluded.name, excluded.name_kana, excluded.name_en, excluded.look)
        returning ${columns}`,
  ).catch(refuseTaken)
  if (!stored) return before as Brand
  if (
    before &&
    (before.name !== stored.name || before.name_kana !== stored.name_kana || before.name_en !== stored.name_en)
  )
    await reindex(tx, stored)
  await emitAll(tx, [
    {
      type: before ? 'brand.changed' : 'brand.added',
      profile_id: noOne,
      source: 'catalog',
      message_id: `brand:${brand_id}:${stored.version}`,
      subject_kind: 'brand',
      subject_id: brand_id,
      version: stored.version,
      actor,
      payload: { name: stored.name },
    },
  ])
  return stored
}

// Products are found by their brand's name too.
async function reindex(tx: Tx, brand: Brand): Promise<void> {
  const found = await rows<FoundBy & { variants: VariantCodes[] }>(
    tx,
    sql`select p.product_id, p.external_id, p.name, p.name_kana, p.name_en, p.tags, coalesce((
          select json_agg(json_build_object('gtin', v.gtin, 'external_id', v.external_id, 'options', v.options, 'withdrawn_at', v.withdrawn_at))
          from catalog.variant v where v.product_id = p.product_id), '[]') as variants
        from catalog.product p where p.brand_id = ${brand.brand_id} order by p.product_id for update of p`,
  )
  const list = found.map((product) => ({
    product_id: product.product_id,
    search_grams: gramsOf(product, product.variants, brand),
  }))
  await run(
    tx,
    sql`update catalog.product p set search_grams = r.search_grams
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(product_id uuid, search_grams text[]) where p.product_id = r.product_id`,
  )
}

function refuseTaken(error: unknown): never {
  if (brokenConstraint(error) !== 'brand_external_id_key') throw error
  return refuse(
    'catalog.external_id_taken',
    409,
    'この外部IDは別のブランドで使われています。',
    'This external id belongs to another brand.',
    { field: 'external_id' },
  )
}
