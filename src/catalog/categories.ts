import { emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, rows, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { changedMeanwhile } from '#core/version'

export type Category = {
  category_id: string
  external_id: string | null
  parent_id: string | null
  name: string
  name_en: string | null
  position: number
  version: number
}
export type CategoryInput = {
  external_id?: string | null
  parent_id?: string | null
  name: string
  name_en?: string | null
  position?: number
}

const columns = sql`category_id, external_id, parent_id, name, name_en, position, version`

/** Every category, in the order they are shown among their siblings. */
export function categories(db: Db): Promise<Category[]> {
  return rows(db, sql`select ${columns} from catalog.category order by position, name, category_id`)
}

/** Write a category known by `key` (our id, `ext:` and its own) or by its external_id; new when neither is known. What is left out stays. */
export async function putCategory(
  tx: Tx,
  actor: Actor,
  input: CategoryInput,
  key?: string,
  seen?: number,
): Promise<Category> {
  const named = key?.startsWith('ext:') ? key.slice(4) : undefined
  const external_id = input.external_id === undefined ? named : input.external_id
  const lookFor = named ?? (key ? undefined : external_id)
  const before = await one<Category>(
    tx,
    sql`select ${columns} from catalog.category where category_id = ${key && !named ? key : null} or external_id = ${lookFor ?? null} for update`,
  )
  if (before && seen !== undefined && seen !== before.version) return changedMeanwhile()
  const category = {
    external_id: null,
    parent_id: null,
    name_en: null,
    position: 0,
    ...before,
    ...input,
    ...(external_id !== undefined && { external_id }),
  }
  const category_id =
    before?.category_id ?? (key && !named ? key : external_id ? hashId('category', external_id) : id())
  if (category.parent_id) await refuseLoop(tx, category_id, category.parent_id)
  const stored = await one<Category>(
    tx,
    sql`insert into catalog.category as category (category_id, external_id, parent_id, name, name_en, position)
        values (${category_id}, ${category.external_id}, ${category.parent_id}, ${category.name}, ${category.name_en}, ${category.position})
        on conflict (category_id) do update set external_id = excluded.external_id, parent_id = excluded.parent_id, name = excluded.name,
          name_en = excluded.name_en, position = excluded.position, version = category.version + 1
        where (category.external_id, category.parent_id, category.name, category.name_en, category.position)
          is distinct from (excluded.external_id, excluded.parent_id, excluded.name, excluded.name_en, excluded.position)
        returning ${columns}`,
  ).catch(refuseKnown)
  if (!stored) return before as Category
  await emitAll(tx, [
    {
      type: before ? 'category.changed' : 'category.added',
      profile_id: noOne,
      source: 'catalog',
      message_id: `category:${category_id}:${stored.version}`,
      subject_kind: 'category',
      subject_id: category_id,
      version: stored.version,
      actor,
      payload: { name: stored.name, parent_id: stored.parent_id },
    },
  ])
  return stored
}

// Two moves at once could still make a loop, so moves take turns on one lock.
async function refuseLoop(tx: Tx, category_id: string, parent_id: string): Promise<void> {
  await one(tx, sql`select pg_advisory_xact_lock(hashtextextended('catalog.category', 0))`)
  const loop = await one(
    tx,
    sql`with recursive above as (
          select category_id, parent_id from catalog.category where category_id = ${parent_id}
          union select c.category_id, c.parent_id from catalog.category c join above a on c.category_id = a.parent_id)
        select 1 from above where category_id = ${category_id}`,
  )
  if (loop || category_id === parent_id)
    refuse(
      'catalog.category_loop',
      422,
      'カテゴリを自分の下に置くことはできません。',
      'A category cannot lie below itself.',
      { field: 'parent_id' },
    )
}

function refuseKnown(error: unknown): never {
  const constraint = brokenConstraint(error)
  if (constraint === 'category_external_id_key')
    refuse(
      'catalog.external_id_taken',
      409,
      'この外部IDは別のカテゴリで使われています。',
      'This external id belongs to another category.',
      { field: 'external_id' },
    )
  if (constraint === 'category_parent_id_fkey')
    refuse('catalog.no_category', 422, '親カテゴリが見つかりません。', 'There is no such parent category.', {
      field: 'parent_id',
    })
  throw error
}
