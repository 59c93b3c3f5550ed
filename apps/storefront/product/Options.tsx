import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Product, Variant } from '../../kit/shapes.ts'

type Picked = Record<string, string>

/** Stock of a variant at the chosen shop, or for delivery where no shop is chosen. */
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

type Props = { product: Product; place_id: string | null; picked: Picked; onPick: (picked: Picked) => void }

/** Colours and sizes in 44 px squares; what is sold out is struck through but can be looked at. */
export function Options({ product, place_id, picked, onPick }: Props) {
  const current = variantFor(product, picked, place_id)
  if (!current || product.variants.length < 2) return null
  const chosen = Object.fromEntries(Object.entries(current.options).map(([name, value]) => [name, String(value)]))
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-3">
      {Object.keys(chosen).map((name) => (
        <ToggleButtonGroup
          key={name}
          aria-label={name}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen[name] ?? '']}
          onSelectionChange={(keys) => onPick({ ...chosen, [name]: String([...keys][0]) })}
          className="flex flex-wrap gap-2"
        >
          {valuesOf(product, name).map((value) => {
            const would = variantFor(product, { ...chosen, [name]: value }, place_id)
            const out = !would || (stockOf(product, would, place_id)?.stock ?? 'none') === 'none'
            return (
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
      ))}
    </div>
  )
}

function valuesOf(product: Product, name: string): string[] {
  return [...new Set(product.variants.map((variant) => String(variant.options[name] ?? '')))].filter(Boolean)
}
