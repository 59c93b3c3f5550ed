import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import type { OfferBody, OfferView } from '#promotions/shapes'

export type State = OfferView['state']

type Locked = { state: State; version: number; written: number; asked_by: string | null }

const shown = sql`o.offer_id, o.external_id, o.state, o.version, o.name, o.name_en, o.rule, o.starts_at, o.ends_at, o.member_cap, o.use_cap, o.budget_yen, o.lottery, o.asked_by,
  (select count(*)::integer from promotions.redemption r where r.offer_id = o.offer_id and r.state = 'used') as uses,
  (select coalesce(sum(r.discount_yen), 0)::bigint from promotions.redemption r where r.offer_id = o.offer_id and r.state = 'used') as given_yen,
  (select sum(s.left_uses)::bigint from promotions.slot s where s.offer_id = o.offer_id) as left_uses,
  (select sum(s.left_yen)::bigint from promotions.slot s where s.offer_id = o.offer_id) as left_yen`

/** Offers in these states (all unless said), the last changed first. */
export function offers(db: Db, states: readonly string[] | null, after: [string, string] | undefined, limit: number) {
  const [at, last] = after ?? [null, null]
  return rows<OfferView & { changed_at: string }>(
    db,
    sql`select ${shown}, o.changed_at from promotions.offer o where (${states}::text[] is null or o.state = any (${states}::text[]))
          and (${at}::timestamptz is null or (o.changed_at, o.offer_id) < (${at}::timestamptz, ${last}::uuid))
        order by o.changed_at desc, o.offer_id desc limit ${limit}`,
  )
}

/** One offer; refuses 404 when there is none. */
export async function offer(db: Db, offer_id: string): Promise<OfferView> {
  const found = await one<OfferView>(db, sql`select ${shown} from promotions.offer o where o.offer_id = ${offer_id}`)
  return found ?? noOffer(offer_id)
}

/** Draft an offer, or write anew the one with this external_id. */
export async function draftOffer(tx: Tx, actor: Actor, body: OfferBody): Promise<OfferView> {
  const offer_id = body.external_id ? hashId('offer', body.external_id) : id()
  const known = await one<{ version: number }>(
    tx,
    sql`select version from promotions.offer where offer_id = ${offer_id}`,
  )
  if (known) return changeOffer(tx, actor, offer_id, body)
  sensible(body)
  const { name, name_en, rule, starts_at, ends_at, member_cap, use_cap, budget_yen, lottery } = whole(body)
  await run(
    tx,
    sql`insert into promotions.offer (offer_id, external_id, name, name_en, rule, starts_at, ends_at, member_cap, use_cap, budget_yen, lottery, changed_at, changed_by)
        values (${offer_id}, ${body.external_id ?? null}, ${name}, ${name_en}, ${JSON.stringify(rule)}::jsonb, ${starts_at}, ${ends_at}, ${member_cap},
          ${use_cap}, ${budget_yen}, ${lottery && JSON.stringify(lottery)}::jsonb, ${clock.iso()}, ${actor.id})`,
  )
  return told(tx, actor, offer_id)
}

/** Write a draft or an approved offer anew: it is a draft again. What is live can only be ended, so that a receipt names what was. */
export async function changeOffer(
  tx: Tx,
  actor: Actor,
  offer_id: string,
  body: OfferBody,
  seen?: number,
): Promise<OfferView> {
  const { state, version } = await locked(tx, offer_id)
  if (seen !== undefined && seen !== version) changedMeanwhile()
  if (state === 'live' || state === 'stopped' || state === 'ended')
    refuse(
      'promotions.begun',
      409,
      '公開中・終了した特典は変更できません。新しい特典を作ってください。',
      'What is live or has ended cannot be changed; make a new offer.',
      { field: 'offer_id', state },
    )
  sensible(body)
  const { name, name_en, rule, starts_at, ends_at, member_cap, use_cap, budget_yen, lottery } = whole(body)
  await run(
    tx,
    sql`update promotions.offer set version = version + 1, written = version + 1, state = 'draft', asked_by = null, name = ${name}, name_en = ${name_en}, rule = ${JSON.stringify(rule)}::jsonb,
          starts_at = ${starts_at}, ends_at = ${ends_at}, member_cap = ${member_cap}, use_cap = ${use_cap}, budget_yen = ${budget_yen},
          lottery = ${lottery && JSON.stringify(lottery)}::jsonb, changed_at = ${clock.iso()}, changed_by = ${actor.id} where offer_id = ${offer_id}`,
  )
  return told(tx, actor, offer_id)
}

/** An offer as nobody else can change it until this transaction ends; refuses 404 when there is none. */
export function locked(tx: Tx, offer_id: string): Promise<Locked> {
  return one<Locked>(
    tx,
    sql`select state, version, written, asked_by from promotions.offer where offer_id = ${offer_id} for update`,
  ).then((found) => found ?? noOffer(offer_id))
}

/** Every version is kept as it stood, and the timeline tells of it. */
export async function told(tx: Tx, actor: Actor, offer_id: string): Promise<OfferView> {
  const now = await offer(tx, offer_id)
  const { uses: _, given_yen: __, left_uses: ___, left_yen: ____, ...kept } = now
  await run(
    tx,
    sql`insert into promotions.offer_change (offer_id, version, state, offer, changed_at, actor_kind, actor_id)
        values (${offer_id}, ${now.version}, ${now.state}, ${JSON.stringify(kept)}::jsonb, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
  await emit(tx, {
    type: 'offers.changed',
    profile_id: noOne,
    source: 'promotions',
    message_id: `offer:${offer_id}:${now.version}`,
    subject_kind: 'offer',
    subject_id: offer_id,
    version: now.version,
    actor,
    payload: { state: now.state },
  })
  return now
}

function whole(body: OfferBody) {
  const {
    name_en = null,
    starts_at = null,
    ends_at = null,
    member_cap = null,
    use_cap = null,
    budget_yen = null,
    lottery = null,
  } = body
  return { ...body, name_en, starts_at, ends_at, member_cap, use_cap, budget_yen, lottery }
}

// What no schema says: an offer that could never be given, or gives more than all.
function sensible({ rule, starts_at, ends_at, lottery }: OfferBody): void {
  const { effect } = rule
  if (starts_at && ends_at && Date.parse(ends_at) <= Date.parse(starts_at)) unsound('ends_at')
  if (effect.kind === 'percent' && effect.rate_num > effect.rate_den) unsound('rule.effect.rate_num')
  if (effect.kind === 'n_for_m' && effect.pay >= effect.buy) unsound('rule.effect.pay')
  if (effect.kind === 'points' && effect.times_num <= effect.times_den) unsound('rule.effect.times_num')
  if (effect.kind === 'gift' && Object.keys(rule.goods).length === 0) unsound('rule.goods')
  // Who wins is told by her coupon.
  if (lottery && !rule.conditions.coupon) unsound('rule.conditions.coupon')
}

function unsound(field: string): never {
  return refuse(
    'promotions.unsound',
    422,
    'この内容では、特典として成り立ちません。',
    'As it stands this could not be given.',
    { field },
  )
}

function noOffer(offer_id: string): never {
  return refuse('promotions.no_offer', 404, '特典が見つかりません。', 'There is no such offer.', { offer_id })
}
