/**
 * Privacy: a person is forgotten when she asks. Owns the record of who was, which outlives every backup.
 *
 * Always true: erasing destroys the keys of all her profiles in one transaction with its record and its audit, so nothing sealed
 * can be read again by anybody; orders, payments and ledgers stay as the law wants them, under a number that leads to nobody;
 * whoever restores an older state of the data replays the record (`replay`), so that the forgotten stay forgotten.
 */
import { auditAll, forgetPerson, looksAt } from '#access/access'
import { emit } from '#activity/activity'
import { forget as forgetTold } from '#collection/collection'
import type { Actor } from '#core/actor'
import { forgetAnswersAbout, forgetAnswersOf } from '#core/answers'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { customerOf, erase as destroyKeys, profilesOf } from '#customers/customers'
import { unfinished } from '#orders/orders'
import { forget as forgetProofs } from '#proofs/proofs'
import { forget as forgetStanding } from '#segments/segments'
import { forget as forgetTags } from '#tags/tags'

export type Erasure = { erasure_id: string; profile_ids: string[]; erased_at: string }
/** A line of the record as it is kept beside the backups: ids and a moment, no key and no name. */
export type Forgotten = { profile_id: string; erasure_id: string; erased_at: string }

/** Forget a person in all her profiles. Refuses 404 an unknown one, 409 while an order or a hold of hers waits, or when she was erased. */
export async function erase(tx: Tx, actor: Actor, profile_id: string, reason: string): Promise<Erasure> {
  await customerOf(tx, profile_id)
  const profile_ids = await profilesOf(tx, profile_id)
  if ((await unfinished(tx, profile_ids)) > 0)
    refuse(
      'privacy.unfinished',
      409,
      'お渡しや発送、お取り置きの終わっていない注文があります。終えるか取り消してから消去してください。',
      'An order or hold is still waiting: finish or cancel it before erasing.',
      { field: 'profile_id' },
    )
  const erased_at = clock.iso()
  if ((await forget(tx, profile_ids, erased_at)) === 0)
    refuse('customers.erased', 410, 'このお客さまの情報は消去されました。', 'This customer was erased.')
  const erasure_id = id()
  await run(
    tx,
    sql`insert into privacy.erasure (profile_id, erasure_id, erased_at, reason, actor_kind, actor_id)
        select p, ${erasure_id}, ${erased_at}, ${reason}, ${actor.kind}, ${actor.id} from unnest(${profile_ids}::uuid[]) p`,
  )
  await auditAll(tx, actor, 'erased', profile_ids, { erasure_id })
  await emit(tx, {
    type: 'customer.erased',
    profile_id,
    source: 'privacy',
    message_id: erasure_id,
    subject_kind: 'erasure',
    subject_id: erasure_id,
    actor,
    payload: { profile_ids },
  })
  return { erasure_id, profile_ids, erased_at }
}

/** Who was forgotten since a moment, for the copy beside the backups. */
export function forgottenSince(db: Db, since: string): Promise<Forgotten[]> {
  return rows<Forgotten>(
    db,
    sql`select profile_id, erasure_id, erased_at from privacy.erasure where erased_at >= ${since} order by erased_at, profile_id`,
  )
}

/** Forget again whom an older state of the data still knows; how many were. What is known already changes nothing. */
export async function replay(tx: Tx, record: readonly Forgotten[]): Promise<number> {
  let again = 0
  for (const { profile_id, erasure_id, erased_at } of record) {
    again += await forget(tx, [profile_id], erased_at)
    await run(
      tx,
      sql`insert into privacy.erasure (profile_id, erasure_id, erased_at, reason, actor_kind, actor_id)
          values (${profile_id}, ${erasure_id}, ${erased_at}, 'restored', 'system', 'engawa restore') on conflict do nothing`,
    )
  }
  return again
}

async function forget(tx: Tx, profile_ids: readonly string[], at: string): Promise<number> {
  await forgetPerson(tx, profile_ids)
  await forgetTold(tx, profile_ids)
  await forgetProofs(tx, profile_ids)
  await forgetTags(tx, profile_ids)
  await forgetStanding(tx, profile_ids)
  await forgetAnswersOf(tx, profile_ids)
  await forgetAnswersAbout(tx, await looksAt(tx, profile_ids), (text) => profile_ids.some((one) => text.includes(one)))
  return destroyKeys(tx, profile_ids, at)
}
