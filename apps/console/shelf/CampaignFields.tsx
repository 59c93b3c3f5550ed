import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import { FigureField, Several } from '../offers/fields.tsx'
import { Products } from '../offers/GoodsFields.tsx'
import { useBrands } from '../offers/saying.ts'
import type { Draft } from './draft.ts'
import { PrizeFields } from './PrizeFields.tsx'
import { useShelfWords } from './words.ts'

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
