import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Check } from '../../kit/Check.tsx'
import { keyed, take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import type { CatalogProduct } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useCategories } from './categories.ts'
import { VariantFields } from './VariantFields.tsx'
import { draftOf, type VariantDraft, variantsOf } from './variants.ts'
import { type GoodsWords, useGoodsWords } from './words.ts'

/** A product as its merchandiser writes it; a new one without a product. Prices are set beside it, since they have dates. */
export function ProductForm({ product }: { product?: CatalogProduct }) {
  const w = useGoodsWords()
  const nameOf = useName()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const categories = useCategories()
  const brands = useQuery({ queryKey: ['brands'], queryFn: () => take(api.GET('/v1/catalog/brands')) })
  const rules = useQuery({ queryKey: ['tax rules'], queryFn: () => take(api.GET('/v1/catalog/tax-rules')) })
  const taxes = [...new Set(['standard', ...(rules.data?.items ?? []).map((rule) => rule.category)])]
  const [name, setName] = useState(product?.name ?? '')
  const [kana, setKana] = useState(product?.name_kana ?? '')
  const [nameEn, setNameEn] = useState(product?.name_en ?? '')
  const [brand_id, setBrand] = useState(product?.brand?.brand_id ?? '')
  const [category_id, setCategory] = useState(product?.category?.category_id ?? '')
  const [tax_category, setTax] = useState(product?.tax_category ?? 'standard')
  const [description, setDescription] = useState(product?.description ?? '')
  const [descriptionEn, setDescriptionEn] = useState(product?.description_en ?? '')
  const [tags, setTags] = useState((product?.tags ?? []).join(' '))
  const [shown, setShown] = useState(Boolean(product?.published_at))
  const [variants, setVariants] = useState<VariantDraft[]>(() => draftOf(product))
  const act = useAct(async (key) => {
    const body = {
      name: name.trim(),
      name_kana: kana.trim() || null,
      name_en: nameEn.trim() || null,
      brand_id: brand_id || null,
      category_id: category_id || null,
      tax_category,
      description,
      description_en: descriptionEn,
      tags: tags.split(/[\s　]+/).filter(Boolean),
      published_at: shown ? (product?.published_at ?? nowIso()) : null,
      variants: variantsOf(variants),
    }
    const saved = product
      ? await take(
          api.PUT('/v1/catalog/products/{product_id}', {
            params: { path: { product_id: product.product_id } },
            headers: { 'If-Match': `"${product.version}"` },
            body,
          }),
        )
      : await take(api.POST('/v1/catalog/products', { body, ...keyed(key) }))
    await cache.invalidateQueries()
    say(w.saved)
    await go(`/products/${saved.product_id}`)
  })
  return (
    <Form act={act} label={w.save} ready={name.trim() !== '' && variants.length > 0}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <Field label={w.name} value={name} onChange={setName} maxLength={200} />
        <Field label={w.nameKana} value={kana} onChange={setKana} maxLength={200} />
        <Field label={w.nameEn} value={nameEn} onChange={setNameEn} maxLength={200} />
        <Field label={w.tags} value={tags} onChange={setTags} />
        <Picker
          label={w.category}
          value={category_id}
          onChange={setCategory}
          options={[
            { value: '', label: w.none },
            ...categories.map((category) => ({ value: category.category_id, label: nameOf(category) })),
          ]}
        />
        <Picker
          label={w.brand}
          value={brand_id}
          onChange={setBrand}
          options={[
            { value: '', label: w.none },
            ...(brands.data?.items ?? []).map((brand) => ({ value: brand.brand_id, label: nameOf(brand) })),
          ]}
        />
        <Picker
          label={w.taxCategory}
          value={tax_category}
          onChange={setTax}
          options={taxes.map((value) => ({ value, label: taxName(w, value) }))}
        />
      </div>
      <Words label={w.description} value={description} onChange={setDescription} />
      <Words label={w.descriptionEn} value={descriptionEn} onChange={setDescriptionEn} />
      <VariantFields variants={variants} onChange={setVariants} />
      <Check checked={shown} onChange={setShown}>
        {w.published}
      </Check>
    </Form>
  )
}

function Words({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextField value={value} onChange={onChange} className="grid gap-1">
      <Label className="ui text-14 font-bold">{label}</Label>
      <TextArea rows={4} className="rounded-6 border border-control bg-surface p-3 text-16" />
    </TextField>
  )
}

function taxName(w: GoodsWords, category: string): string {
  const key = `tax_${category}`
  return Object.hasOwn(w, key) ? w[key as 'tax_food'] : category
}
