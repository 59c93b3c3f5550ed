/** What was told, as its owner and as staff see it. */
import { auditAll } from '#access/access'
import { sellables } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, type Sql, sql, type Tx } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { unseal } from '#customers/customers'
import { pointsFor } from '#proofs/settling'
import type { OfficeProof, ProofView } from '#proofs/shapes'

type Row = {
  profile_id: string
  proof_id: string
  campaign_id: string
  code: string
  campaign: string
  campaign_en: string | null
  kind: string
  state: string
  doubt: string | null
  variant_id: string
  price_yen: number | null
  bought_on: string | null
  sealed: Buffer | null
  has_photo: boolean
  entered_at: string
  keep_until: string
  points: number
  draw_number: number | null
  odds_den: number
  prize_id: string | null
  prize_name: string | null
  prize_name_en: string | null
  prize_state: string | null
  coupon_id: string | null
  rate_num: number
  rate_den: number
  serial_points: number
}

const columns = sql`x.profile_id, x.proof_id, x.campaign_id, c.code, c.name as campaign, c.name_en as campaign_en, x.kind, x.state, x.doubt, x.variant_id, x.price_yen,
  x.bought_on::text, x.sealed, x.sealed_photo is not null as has_photo, x.entered_at, x.keep_until, x.points, x.draw_number, c.odds_den, x.prize_id,
  z.name as prize_name, z.name_en as prize_name_en, x.prize_state, x.coupon_id, c.rate_num, c.rate_den, c.serial_points`

/** What somebody told, the last first. */
export async function mine(db: Db, profile_ids: readonly string[], before: string | null, limit: number) {
  const found = await read(
    db,
    sql`x.profile_id = any (${profile_ids}::uuid[]) and (${before}::uuid is null or x.proof_id < ${before}) order by x.proof_id desc limit ${limit}`,
  )
  return views(db, found)
}

/** One of hers by its id. */
export async function mineBy(db: Db, profile_id: string, proof_id: string): Promise<ProofView> {
  const [view] = await views(db, await read(db, sql`x.profile_id = ${profile_id} and x.proof_id = ${proof_id}`))
  return view ?? noProof()
}

export type Wanted = 'review' | 'won' | 'given'
/** What waits for staff (the first told first) or what was won; each look is in its owner's audit. */
export async function office(
  tx: Tx,
  actor: Actor,
  {
    want,
    campaign_id,
    after,
    limit,
  }: { want: Wanted; campaign_id: string | null; after: string | null; limit: number },
): Promise<OfficeProof[]> {
  const which = want === 'review' ? sql`x.state = 'review'` : sql`x.prize_state = ${want}`
  const found = await read(
    tx,
    sql`${which} and (${campaign_id}::uuid is null or x.campaign_id = ${campaign_id}) and (${after}::uuid is null or x.proof_id > ${after})
        order by x.proof_id limit ${limit}`,
  )
  return seen(tx, actor, found)
}

/** One as staff look at it; the look is in its owner's audit. Refuses 404. */
export async function officeBy(tx: Tx, actor: Actor, proof_id: string): Promise<OfficeProof> {
  const [view] = await seen(tx, actor, await read(tx, sql`x.proof_id = ${proof_id}`))
  return view ?? noProof()
}

/** What is to be decided on. */
export async function standing(
  tx: Tx,
  proof_id: string,
): Promise<Pick<Row, 'profile_id' | 'proof_id' | 'campaign_id' | 'state' | 'prize_id'>> {
  const found = await one<Pick<Row, 'profile_id' | 'proof_id' | 'campaign_id' | 'state' | 'prize_id'>>(
    tx,
    sql`select profile_id, proof_id, campaign_id, state, prize_id from proofs.proof where proof_id = ${proof_id}`,
  )
  return found ?? noProof()
}

/** The picture of a receipt; the look is in its owner's audit. Refuses 404 where there is none (any more). */
export async function photo(tx: Tx, actor: Actor, proof_id: string): Promise<{ media_type: string; base64: string }> {
  const found = await one<{ profile_id: string; sealed_photo: Buffer | null }>(
    tx,
    sql`select profile_id, sealed_photo from proofs.proof where proof_id = ${proof_id}`,
  )
  if (!found?.sealed_photo)
    return refuse('proofs.no_photo', 404, '写真はありません。', 'There is no picture.', { field: 'proof_id' })
  await auditAll(tx, actor, 'proofs.photo', [found.profile_id], { proof_id })
  return unseal(tx, found.profile_id, found.sealed_photo)
}

/** Her words and pictures go with her; what was given stays. */
export async function forget(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`select proofs.forget(${profile_ids}::uuid[])`)
}

function read(db: Db, which: Sql): Promise<Row[]> {
  return rows<Row>(
    db,
    sql`select ${columns} from proofs.proof x join proofs.campaign c on c.campaign_id = x.campaign_id
        left join proofs.prize z on z.prize_id = x.prize_id where ${which}`,
  )
}

async function seen(tx: Tx, actor: Actor, found: Row[]): Promise<OfficeProof[]> {
  await auditAll(tx, actor, 'proofs.read', [...new Set(found.map(({ profile_id }) => profile_id))])
  const shown = await views(tx, found)
  return Promise.all(
    found.map(async (row, at) => ({
      ...(shown[at] as ProofView),
      profile_id: row.profile_id,
      campaign_id: row.campaign_id,
      doubt: row.doubt,
      number: (await said(tx, row)).number,
      has_photo: row.has_photo,
      draw_number: row.draw_number,
      odds_den: row.odds_den,
    })),
  )
}

async function views(db: Db, found: Row[]): Promise<ProofView[]> {
  const goods = await sellables(db, { variant_ids: found.map(({ variant_id }) => variant_id) })
  return Promise.all(
    found.map(async (row) => {
      const known = goods.get(row.variant_id)
      return {
        ...row,
        variant: known?.name ?? '',
        variant_en: known?.name_en ?? null,
        shop: (await said(db, row)).shop,
        expected_points: row.state === 'settled' ? row.points : pointsFor(row, row),
        drawn: row.draw_number !== null,
        prize: row.prize_name
          ? { name: row.prize_name, name_en: row.prize_name_en, state: row.prize_state ?? '' }
          : null,
        coupon: row.coupon_id !== null,
      }
    }),
  )
}

type Said = { shop: string | null; number: string | null }
const nothing: Said = { shop: null, number: null }
async function said(db: Db, { profile_id, sealed }: Row): Promise<Said> {
  if (!sealed) return nothing
  try {
    return await unseal<Said>(db, profile_id, sealed)
  } catch (error) {
    if (error instanceof Problem && error.status === 410) return nothing
    throw error
  }
}

function noProof(): never {
  return refuse('proofs.no_proof', 404, 'この応募は見つかりません。', 'There is no such entry.', { field: 'proof_id' })
}
