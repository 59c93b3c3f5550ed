import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Product, Variant } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'

type Picked = Record<string, string>

/** The variant that fits what was picked; without a pick the first in stock, so that a page never opens on a dead end. */
export function variantFor(product: Product, picked: Picked): Variant | undefined {
  const fits = product.variants.filter((variant) =>
    variant.options.every((option) => !picked[option.name.ja] || picked[option.name.ja] === option.value.ja),
  )
  return fits.find((variant) => variant.stock !== 'none') ?? fits[0] ?? product.variants[0]
}

type Props = { product: Product; picked: Picked; onPick: (picked: Picked) => void }

/** Colours and sizes in 44 px squares; what is sold out is struck through but can be looked at. */
export function Options({ product, picked, onPick }: Props) {
  const text = useText()
  const current = variantFor(product, picked)
  const names = product.variants[0]?.options.map((option) => option.name) ?? []
  if (product.variants.length < 2) return null
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-3">
      {names.map((name) => {
        const chosen = current?.options.find((option) => option.name.ja === name.ja)?.value.ja
        return (
          <ToggleButtonGroup
            key={name.ja}
            aria-label={text(name)}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={chosen ? [chosen] : []}
            onSelectionChange={(keys) => onPick({ ...everyOption(current), [name.ja]: String([...keys][0]) })}
            className="flex flex-wrap gap-2"
          >
            {valuesOf(product, name.ja).map((value) => {
              const out = variantFor(product, { ...everyOption(current), [name.ja]: value.ja })?.stock === 'none'
              return (
                <ToggleButton
                  key={value.ja}
                  id={value.ja}
                  className={`ui min-h-11 min-w-11 rounded-6 border border-control bg-surface px-3 text-14 data-[selected]:border-2 data-[selected]:border-indigo data-[selected]:bg-indigo-tint data-[selected]:font-bold data-[selected]:text-indigo ${out ? '!border-line !bg-sunk text-ink-3 line-through' : ''}`}
                >
                  {text(value)}
                </ToggleButton>
              )
            })}
          </ToggleButtonGroup>
        )
      })}
    </div>
  )
}

function everyOption(variant: Variant | undefined): Picked {
  return Object.fromEntries((variant?.options ?? []).map((option) => [option.name.ja, option.value.ja]))
}

function valuesOf(product: Product, name: string) {
  const values = product.variants.flatMap((variant) => variant.options.filter((option) => option.name.ja === name))
  return values.map((option) => option.value).filter((value, at, all) => all.findIndex((v) => v.ja === value.ja) === at)
}
