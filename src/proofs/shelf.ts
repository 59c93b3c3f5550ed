import { type Sellable, sellables, variantsSelected } from '#catalog/catalog'
import type { Db } from '#core/database'
import { setting } from '#core/settings'
import { addDays, businessDate, clock } from '#core/time'
import { offer } from '#promotions/promotions'
import { campaignOf, figuresOf } from '#proofs/campaigns'
import { proofTerms } from '#proofs/settings'
import type { Campaign, ShelfView } from '#proofs/shapes'

const most_goods = 200

/** The goods of a campaign that are on show. */
export async function goodsOf(db: Db, { goods }: Pick<Campaign, 'goods'>): Promise<Sellable[]> {
  return [...(await sellables(db, { variant_ids: await variantsSelected(db, goods, most_goods) })).values()]
}

/** Whether entries are taken today: from its first day until some days after its last, for receipts of those days. */
export function standing(campaign: Campaign, enter_days: number, today: string): 'before' | 'running' | 'over' {
  if (campaign.state !== 'live' || today > addDays(campaign.ends_on, enter_days)) return 'over'
  return today < campaign.starts_on ? 'before' : 'running'
}

/** What whoever scans the shelf's code sees: the goods, what they bring, the odds and the terms. */
export async function shelf(db: Db, code: string): Promise<ShelfView> {
  const found = await campaignOf(db, code)
  const { enter_days, keep_days } = await setting(db, proofTerms)
  const { coupon_offer_id, campaign_id } = found
  const coupon = coupon_offer_id ? await offer(db, coupon_offer_id) : null
  return {
    ...found,
    state: standing(found, enter_days, businessDate(clock.now())),
    enter_until: addDays(found.ends_on, enter_days),
    keep_days,
    takes_serials: found.serial_points > 0 && ((await figuresOf(db, [campaign_id])).get(campaign_id)?.serials ?? 0) > 0,
    coupon: coupon && { name: coupon.name, name_en: coupon.name_en },
    goods: (await goodsOf(db, found)).map(({ variant_id, product_id, gtin, name, name_en, options, picture_id }) => ({
      variant_id,
      product_id,
      gtin,
      name,
      name_en,
      options,
      picture_id,
    })),
  }
}
