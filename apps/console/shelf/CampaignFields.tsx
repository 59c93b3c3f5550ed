import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import type { Campaign, CampaignSent } from '../../kit/shapes.ts'
import { FigureField, Several } from '../offers/fields.tsx'
import { Products } from '../offers/GoodsFields.tsx'
import { useBrands } from '../offers/saying.ts'
import { PrizeFields } from './PrizeFields.tsx'
import { useShelfWords } from './words.ts'

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

/** Everything a campaign says, to be filled in. */
export function CampaignFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const w = useShelfWords()
  const name = useName()
  const brands = useBrands()
  const set = (some: Partial<Draft>) => onChange({ ...draft, ...some })
  const figure = (
    key: 'rate_num' | 'rate_den' | 'serial_points' | 'basis_yen' | 'planned_sales_yen',
    label: string,
  ) => <FigureField label={label} value={draft[key]} onChange={(value) => set({ [key]: value ?? 0 })} />
  return (
    <>
      <div className="grid items-start gap-4 tablet:grid-cols-2">
        <Field label={w.name} value={draft.name} onChange={(value) => set({ name: value })} maxLength={100} />
        <Field label={w.nameEn} value={draft.name_en ?? ''} onChange={(name_en) => set({ name_en })} maxLength={100} />
        <Field label={w.maker} value={draft.maker} onChange={(maker) => set({ maker })} maxLength={100} />
        <span />
        <Field label={w.from} type="date" value={draft.starts_on} onChange={(starts_on) => set({ starts_on })} />
        <Field label={w.until} type="date" value={draft.ends_on} onChange={(ends_on) => set({ ends_on })} />
        {figure('rate_den', w.rateDen)}
        {figure('rate_num', w.rateNum)}
        {figure('serial_points', w.serialPoints)}
        <span />
        {figure('basis_yen', w.basis)}
        {figure('planned_sales_yen', w.planned)}
      </div>
      <section className="grid gap-3">
        <h2 className="text-16">{w.goods}</h2>
        {brands.length > 0 && (
          <Several
            label={w.brands}
            options={brands.map((each) => ({ value: each.brand_id, name: name(each) }))}
            chosen={draft.goods.brand_ids ?? []}
            onChange={(brand_ids) => set({ goods: { ...draft.goods, brand_ids } })}
          />
        )}
        <Products
          chosen={draft.goods.product_ids ?? []}
          onChange={(product_ids) => set({ goods: { ...draft.goods, product_ids } })}
        />
      </section>
      <PrizeFields draft={draft} onChange={set} />
      <div className="grid items-start gap-4 tablet:grid-cols-2">
        <Field label={w.termsJa} value={draft.terms ?? ''} onChange={(terms) => set({ terms })} maxLength={4000} />
        <Field
          label={w.termsEn}
          value={draft.terms_en ?? ''}
          onChange={(terms_en) => set({ terms_en })}
          maxLength={4000}
        />
        <Field
          label={w.couponOffer}
          value={draft.coupon_offer_id ?? ''}
          onChange={(coupon_offer_id) => set({ coupon_offer_id })}
          maxLength={36}
          autoComplete="off"
        />
      </div>
    </>
  )
}
