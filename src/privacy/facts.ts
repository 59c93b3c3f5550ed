/** What is concluded of a person, each with what it rests on, for her own eyes; she has any of it forgotten, and takes that back. */
import type { Actor } from '#core/actor'
import type { Db, Tx } from '#core/database'
import { refuse } from '#core/problem'
import { profilesOf } from '#customers/customers'
import { membershipsOf, namesOf as segmentNames } from '#segments/segments'
import { type Evidence, type Fact, forgetFact, forgottenOf, recallFact, namesOf as tagNames, tagsOf } from '#tags/tags'

export type Concluded = Fact & {
  name: string
  name_en: string | null
  since: string
  strength: number | null
  evidence: Evidence[]
  why: { condition: { ja: string; en: string }; saw: unknown }[]
}
export type Facts = {
  items: Concluded[]
  forgotten: (Fact & { name: string; name_en: string | null; forgotten_at: string })[]
}

/** Everything concluded of her just now, and what she had us forget. */
export async function facts(db: Db, profile_id: string): Promise<Facts> {
  const profile_ids = await profilesOf(db, profile_id)
  const tags = (await tagsOf(db, profile_ids)).map(({ tag_id, ...tag }) => ({
    kind: 'tag' as const,
    fact: tag_id,
    why: [],
    ...tag,
  }))
  const segments = (await membershipsOf(db, profile_ids)).map(({ segment_id, ...segment }) => ({
    kind: 'segment' as const,
    fact: segment_id,
    strength: null,
    evidence: [],
    ...segment,
  }))
  const gone = await forgottenOf(db, profile_ids)
  const ids = gone.map(({ fact }) => fact)
  const names = new Map([...(await tagNames(db, ids)), ...(await segmentNames(db, ids))])
  return {
    items: [...tags, ...segments],
    forgotten: gone.flatMap((one) => {
      const known = names.get(one.fact)
      return known ? [{ ...one, ...known }] : []
    }),
  }
}

/** Forget a fact, at once and for good; refuses 404 what is not concluded of her. A repeat changes nothing. */
export async function forget(tx: Tx, actor: Actor, profile_id: string, one: Fact): Promise<Facts> {
  const { items, forgotten } = await facts(tx, profile_id)
  const same = (other: Fact) => other.kind === one.kind && other.fact === one.fact
  if (!items.some(same) && !forgotten.some(same)) unknown()
  await forgetFact(tx, actor, profile_id, one)
  return facts(tx, profile_id)
}

/** Take back that a fact is forgotten: it is concluded again if it still follows. Refuses 404 what was never forgotten. */
export async function recall(tx: Tx, actor: Actor, profile_id: string, one: Fact): Promise<Facts> {
  const { items, forgotten } = await facts(tx, profile_id)
  const same = (other: Fact) => other.kind === one.kind && other.fact === one.fact
  if (!items.some(same) && !forgotten.some(same)) unknown()
  await recallFact(tx, actor, profile_id, one)
  return facts(tx, profile_id)
}

function unknown(): never {
  return refuse('privacy.no_fact', 404, 'そのような推測はしていません。', 'Nothing of the kind is concluded of you.', {
    field: 'fact',
  })
}
