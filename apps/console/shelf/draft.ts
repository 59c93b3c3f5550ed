import type { Campaign, CampaignSent } from '../../kit/shapes.ts'

export type Draft = Omit<CampaignSent, 'prizes'> & { prizes: NonNullable<CampaignSent['prizes']> }

/** A campaign as it is begun: a point for every ¥100. */
export const blank: Draft = {
  name: '',
  maker: '',
  goods: {},
  starts_on: '',
  ends_on: '',
  rate_num: 1,
  rate_den: 100,
  serial_points: 0,
  basis_yen: 0,
  planned_sales_yen: 0,
  odds_den: 100,
  prizes: [],
}

/** A kept campaign, to be written anew. */
export function draftOf(kept: Campaign): Draft {
  const { name, name_en, maker, goods, starts_on, ends_on, rate_num, rate_den, serial_points, basis_yen } = kept
  const { planned_sales_yen, odds_den, coupon_offer_id, terms, terms_en, prizes } = kept
  return {
    ...{ name, maker, goods, starts_on, ends_on, rate_num, rate_den, serial_points, basis_yen },
    ...{ planned_sales_yen, odds_den },
    ...(name_en && { name_en }),
    ...(coupon_offer_id && { coupon_offer_id }),
    ...(terms && { terms }),
    ...(terms_en && { terms_en }),
    prizes: prizes.map(({ prize_id: _, left_count: __, name_en, ...prize }) => ({
      ...prize,
      ...(name_en && { name_en }),
    })),
  }
}

/** Whether it says all that is needed. */
export function isWhole({ name, maker, goods, starts_on, ends_on, basis_yen, prizes }: Draft): boolean {
  const told = [name, maker, starts_on, ends_on].every((text) => text.trim() !== '')
  const some = Object.values(goods).some((list) => (list?.length ?? 0) > 0)
  return (
    told &&
    some &&
    basis_yen > 0 &&
    prizes.every((one) => one.name.trim() && one.value_yen && one.quantity && one.odds_num)
  )
}

/** What is typed, without what was left empty. */
export function sentOf(draft: Draft): CampaignSent {
  const { name_en, coupon_offer_id, terms, terms_en, goods, prizes, ...rest } = draft
  const named = Object.entries(goods).filter(([, list]) => (list?.length ?? 0) > 0)
  return {
    ...rest,
    goods: Object.fromEntries(named),
    ...(name_en?.trim() && { name_en: name_en.trim() }),
    ...(coupon_offer_id?.trim() && { coupon_offer_id: coupon_offer_id.trim() }),
    ...(terms?.trim() && { terms }),
    ...(terms_en?.trim() && { terms_en }),
    prizes: prizes.map(({ name_en, ...prize }) => ({ ...prize, ...(name_en?.trim() && { name_en: name_en.trim() }) })),
  }
}
