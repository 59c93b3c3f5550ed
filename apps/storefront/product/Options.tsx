import { pictureUrl } from '../../kit/naming.ts'
import type { Product, Variant } from '../../kit/shapes.ts'
import { Choice, Choices } from './Choice.tsx'

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
          <Choices key={name} label={name} className="flex flex-wrap items-center gap-2">
            {(group) =>
              values.map((value, at) => {
                const would = variantFor(product, { ...chosen, [name]: value }, place_id)
                const out = !would || (stockOf(product, would, place_id)?.stock ?? 'none') === 'none'
                const choice = {
                  group,
                  chosen: chosen[name] === value,
                  onChoose: () => onPick({ ...chosen, [name]: value }),
                }
                return pictured ? (
                  <Choice
                    key={value}
                    {...choice}
                    label={value}
                    className={`size-11 rounded-full border border-line bg-surface p-0.5 has-checked:border-2 has-checked:border-indigo ${out ? 'opacity-60' : ''}`}
                  >
                    <img
                      src={pictureUrl(product.picture_ids[at]) ?? ''}
                      alt=""
                      className="size-full rounded-full bg-sunk object-cover"
                    />
                  </Choice>
                ) : (
                  <Choice
                    key={value}
                    {...choice}
                    className={`ui inline-flex min-h-11 min-w-11 items-center justify-center rounded-6 border border-control bg-surface px-3 text-14 has-checked:border-2 has-checked:border-indigo has-checked:bg-indigo-tint has-checked:font-bold has-checked:text-indigo ${out ? '!border-line !bg-sunk text-ink-3 line-through' : ''}`}
                  >
                    {value}
                  </Choice>
                )
              })
            }
          </Choices>
        )
      })}
    </div>
  )
}

function valuesOf(product: Product, name: string): string[] {
  return [...new Set(product.variants.map((variant) => String(variant.options[name] ?? '')))].filter(Boolean)
}
