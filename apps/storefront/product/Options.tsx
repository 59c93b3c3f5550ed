import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { pictureUrl } from '../../kit/naming.ts'
import type { Product, Variant } from '../../kit/shapes.ts'

type Picked = Record<string, string>

/** Stock of a variant at the chosen shop, or for delivery where no shop is chosen or the shop keeps none of it. */
export function stockOf(product: Product, variant: Variant, place_id: string | null | undefined) {
  const shop = product.places.find((place) => place.place_id === place_id)
  return shop?.variants.find((each) => each.variant_id === variant.variant_id) ?? (shop ? null : variant.ec)
}

/** The variant that fits what was picked; without a pick the first in stock here, so that a page never opens on a dead end. */
export function variantFor(product: Product, picked: Picked, place_id: string | null | undefined): Variant | undefined {
  const fits = product.variants.filter((variant) =>
    Object.entries(picked).every(([name, value]) => String(variant.options[name]) === value),
  )
  const there = (variant: Variant) => (stockOf(product, variant, place_id)?.stock ?? 'none') !== 'none'
  return fits.find(there) ?? fits[0] ?? product.variants[0]
}

/** Which picture shows this variant: where there are as many pictures as values of the first option, each has its own. */
export function pictureOf(product: Product, variant: Variant | undefined): number {
  const [first] = Object.keys(variant?.options ?? {})
  if (!first || !variant) return 0
  const values = valuesOf(product, first)
  return values.length === product.picture_ids.length ? Math.max(0, values.indexOf(String(variant.options[first]))) : 0
}

type Props = { product: Product; place_id: string | null; picked: Picked; onPick: (picked: Picked) => void }

/** Colours and sizes in one row of 44 px; what is sold out is struck through but can be looked at. */
export function Options({ product, place_id, picked, onPick }: Props) {
  const current = variantFor(product, picked, place_id)
  if (!current || product.variants.length < 2) return null
  const chosen = Object.fromEntries(Object.entries(current.options).map(([name, value]) => [name, String(value)]))
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      {Object.keys(chosen).map((name, index) => {
        const values = valuesOf(product, name)
        const pictured = index === 0 && values.length > 1 && values.length === product.picture_ids.length
        return (
          <ToggleButtonGroup
            key={name}
            aria-label={name}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[chosen[name] ?? '']}
            onSelectionChange={(keys) => onPick({ ...chosen, [name]: String([...keys][0]) })}
            className="flex flex-wrap items-center gap-2"
          >
            {values.map((value, at) => {
              const would = variantFor(product, { ...chosen, [name]: value }, place_id)
              const out = !would || (stockOf(product, would, place_id)?.stock ?? 'none') === 'none'
              return pictured ? (
                <Swatch key={value} value={value} picture_id={product.picture_ids[at]} out={out} />
              ) : (
                <ToggleButton
                  key={value}
                  id={value}
                  className={`ui min-h-11 min-w-11 rounded-6 border border-control bg-surface px-3 text-14 data-[selected]:border-2 data-[selected]:border-indigo data-[selected]:bg-indigo-tint data-[selected]:font-bold data-[selected]:text-indigo ${out ? '!border-line !bg-sunk text-ink-3 line-through' : ''}`}
                >
                  {value}
                </ToggleButton>
              )
            })}
          </ToggleButtonGroup>
        )
      })}
    </div>
  )
}

function Swatch({ value, picture_id, out }: { value: string; picture_id: string | undefined; out: boolean }) {
  return (
    <ToggleButton
      id={value}
      aria-label={value}
      className={`size-11 rounded-full border border-line bg-surface p-0.5 data-[selected]:border-2 data-[selected]:border-indigo ${out ? 'opacity-60' : ''}`}
    >
      <img src={pictureUrl(picture_id) ?? ''} alt="" className="size-full rounded-full bg-sunk object-cover" />
    </ToggleButton>
  )
}

function valuesOf(product: Product, name: string): string[] {
  return [...new Set(product.variants.map((variant) => String(variant.options[name] ?? '')))].filter(Boolean)
}
