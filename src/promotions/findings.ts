import { type Sellable, sellables, taxRules, variantsSelected } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { settingNow } from '#core/settings'
import { clock, local } from '#core/time'
import type { Selector } from '#pricing/offer'
import { priceAt } from '#pricing/price'
import { rateFor, shownYen, type TaxRule } from '#pricing/tax'
import { type Facts, type Finding, isEarned, type Law, lint, type RuleName } from '#promotions/lint'
import { asOffers } from '#promotions/live'
import { offer } from '#promotions/offers'
import { displayLaw } from '#promotions/settings'
import type { OfferBody } from '#promotions/shapes'

const day_ms = 86_400_000
const most_goods = 5_000
// Where a retailer's day begins for prices; shops of one group share it.
const zone = 'Asia/Tokyo'

/** A finding that somebody has set aside for the offer as it is written now. */
export type Overridden = { reason: string; staff_id: string; overridden_at: string }
export type Found = Finding & { override: Overridden | null }

/** What an offer may run into, by the rules that hold when it begins. Writes nothing. */
export async function findingsOf(db: Db, body: OfferBody): Promise<Finding[]> {
  const at = body.starts_at && Date.parse(body.starts_at) > clock.ms() ? body.starts_at : clock.iso()
  const law: Law = await settingNow(db, displayLaw, at)
  return lint(body, law, await factsOf(db, body, law, at))
}

/** The same of an offer that is kept, with who set which aside. */
export async function findingsFor(db: Db, offer_id: string): Promise<Found[]> {
  const body = await offer(db, offer_id)
  const aside = await rows<Overridden & { rule: string }>(
    db,
    sql`select v.rule, v.reason, v.staff_id, v.overridden_at from promotions.override v
        join promotions.offer o on o.offer_id = v.offer_id and o.written = v.written where v.offer_id = ${offer_id}`,
  )
  return (await findingsOf(db, body)).map((finding) => {
    const one = aside.find(({ rule }) => rule === finding.rule)
    return {
      ...finding,
      override: one ? { reason: one.reason, staff_id: one.staff_id, overridden_at: one.overridden_at } : null,
    }
  })
}

/** Refuse (422), naming rule and field, an offer that may run into something nobody has set aside. */
export async function needClear(db: Db, offer_id: string): Promise<void> {
  const open = (await findingsFor(db, offer_id)).filter(({ level, override }) => level === 'stop' && !override)
  const [first] = open
  if (!first) return
  refuse(
    'promotions.not_clear',
    422,
    `「${first.law.ja}」に触れるおそれがあります。内容を見直すか、理由を記録して進めてください。`,
    `This may run into: ${first.law.en}. Please change it, or go on with a reason on record.`,
    { field: first.field, rule: first.rule, rules: open.map(({ rule, field }) => ({ rule, field })) },
  )
}

/** Set a rule aside for an offer as it is written now: by name, with the reason. Written anew, the offer is looked at anew. */
export async function override(
  tx: Tx,
  actor: Actor,
  offer_id: string,
  { rule, reason }: { rule: RuleName; reason: string },
): Promise<Found[]> {
  const found = (await findingsFor(tx, offer_id)).find((one) => one.rule === rule && one.level === 'stop')
  if (!found)
    refuse('promotions.nothing_found', 409, 'この項目の指摘はありません。', 'There is nothing to set aside.', {
      field: 'rule',
    })
  if (!reason.trim())
    refuse('promotions.no_reason', 422, '理由を入力してください。', 'Please give the reason.', { field: 'reason' })
  try {
    await run(
      tx,
      sql`insert into promotions.override (offer_id, written, rule, reason, staff_id, overridden_at)
          select offer_id, written, ${rule}, ${reason.trim()}, ${actor.id}, ${clock.iso()} from promotions.offer where offer_id = ${offer_id}`,
    )
  } catch (error) {
    if (brokenConstraint(error) !== 'override_pkey') throw error
    refuse('promotions.set_aside', 409, 'すでに理由が記録されています。', 'It has been set aside already.', {
      field: 'rule',
    })
  }
  return findingsFor(tx, offer_id)
}

async function factsOf(db: Db, { rule, lottery: by_lot }: OfferBody, law: Law, at: string): Promise<Facts> {
  const [whole] = await asOffers(db, [{ offer_id: '', name: '', name_en: null, rule }])
  if (!whole) throw new Error('one offer made none')
  const { effect, conditions, goods } = whole
  const taxes = await taxRules(db)
  const named = async (which: Selector) => [
    ...(await sellables(db, { variant_ids: await variantsSelected(db, which, most_goods) })).values(),
  ]
  const begins = momentOf(Date.parse(at))
  const prices = (items: readonly Sellable[]) => items.flatMap((item) => shownAt(item, taxes, begins) ?? [])
  const gift = effect.kind === 'gift' ? prices(await named(goods)) : []
  const basket = (effect.kind === 'gift' || by_lot) && conditions.basket ? prices(await named(conditions.basket)) : []
  const shows_former = (effect.kind === 'percent' || effect.kind === 'yen') && !by_lot && !isEarned(rule.conditions)
  const looked_at = shows_former ? await named(goods) : []
  const before = Array.from({ length: law.former_price.weeks * 7 }, (_, day) =>
    momentOf(Date.parse(at) - (day + 1) * day_ms),
  )
  return {
    gift_yen: gift.length > 0 ? Math.max(...gift) : null,
    basket_yen: basket.length > 0 ? Math.min(...basket) * (conditions.least_pieces ?? 1) : null,
    unproven: looked_at.flatMap((item) => unproven(item, taxes, law, begins, before) ?? []),
    looked_at: looked_at.length,
  }
}

type Moment = { at: string; date: string }
function momentOf(ms: number): Moment {
  const at = new Date(ms)
  return { at: at.toISOString(), date: local(at, zone).date }
}

/** Its price to customers at a moment, tax included; undefined when it was not on sale. */
function shownAt(
  { prices, tax_category }: Sellable,
  taxes: readonly TaxRule[],
  { at, date }: Moment,
): number | undefined {
  const row = priceAt(prices, at, 'ec')
  return row && shownYen(row.yen, row.tax_included, rateFor(taxes, tax_category, 'take_away', date))
}

// Each day before it begins at which the goods cost as much or more counts; what is on sale for a shorter time is held to its own days.
function unproven(
  item: Sellable,
  taxes: readonly TaxRule[],
  { former_price: line }: Law,
  begins: Moment,
  before: readonly Moment[],
): Facts['unproven'][0] | null {
  const yen = shownAt(item, taxes, begins)
  if (yen === undefined) return null
  const then = before.flatMap((moment) => shownAt(item, taxes, moment) ?? [])
  const days = then.filter((price) => price >= yen).length
  const enough = days * line.share_den >= then.length * line.share_num && days >= line.least_days
  return enough ? null : { name: item.name, yen, days, of_days: then.length }
}
