import { Button, IconButton } from '../../kit/Button.tsx'
import { newKey } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import type { VariantDraft } from './variants.ts'
import { useGoodsWords } from './words.ts'

type Props = { variants: VariantDraft[]; onChange: (variants: VariantDraft[]) => void }

/** What is sold under its own JAN and price: one line each; the last one cannot go. */
export function VariantFields({ variants, onChange }: Props) {
  const w = useGoodsWords()
  const change = (key: string, part: Partial<VariantDraft>) =>
    onChange(variants.map((variant) => (variant.key === key ? { ...variant, ...part } : variant)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-16 font-bold">{w.variants}</legend>
      {variants.map((variant) => (
        <div key={variant.key} className="grid grid-cols-[12rem_minmax(0,1fr)_8rem_auto] items-end gap-3">
          <Field
            label={w.gtin}
            inputMode="numeric"
            value={variant.gtin}
            onChange={(gtin) => change(variant.key, { gtin })}
            inputClass="figures"
          />
          <Field label={w.options} value={variant.options} onChange={(options) => change(variant.key, { options })} />
          {variant.variant_id ? (
            <span />
          ) : (
            <Field
              label={w.price}
              inputMode="numeric"
              value={variant.price}
              onChange={(price) => change(variant.key, { price })}
              inputClass="figures"
            />
          )}
          <IconButton
            icon="trash"
            label={`${w.remove} ${variant.gtin || variant.options}`}
            isDisabled={variants.length === 1}
            onPress={() => onChange(variants.filter((each) => each.key !== variant.key))}
          />
        </div>
      ))}
      <Button
        look="quiet"
        icon="plus"
        className="-ml-4 justify-self-start"
        onPress={() => onChange([...variants, { key: newKey(), gtin: '', options: '', price: '' }])}
      >
        {w.addVariant}
      </Button>
    </fieldset>
  )
}
