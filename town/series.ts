import { inStore, jan } from './codes.ts'
import { type PaletteName, palettes } from './pictures/palettes.ts'
import { type Product, product } from './product.ts'

type Shared = Pick<Product, 'brand' | 'category' | 'maker' | 'tax'> & {
  motif: Product['picture']['motif']
  /** Item number of the first row; the rows follow on. */
  from: number
  attributes?: Record<string, string>
  tags?: string[]
  /** Made on order at the counter: an in-store code, a price before tax since its rate follows the way of eating, no stock. */
  made?: boolean
}

/**
 * Sorts of one thing, a row for each: `code | 名前 | カナ | name | palette | yen | 説明。 | Text. | tags`. What they share is
 * told once above them.
 */
export function series({ from, motif, made = false, ...shared }: Shared, table: string): Product[] {
  return table
    .trim()
    .split('\n')
    .map((row, at) => {
      const [code = '', ja = '', kana = '', en = '', palette = '', yen = '', text = '', text_en = '', tags = ''] = row
        .split('|')
        .map((cell) => cell.trim())
      return product(
        {
          ...shared,
          code,
          name: { ja, kana, en },
          text: { ja: text, en: text_en },
          picture: { motif, palette: paletteOf(palette) },
          tags: [...(shared.tags ?? []), ...tags.split(' ').filter(Boolean)],
          stocked: !made,
        },
        { gtin: made ? inStore(from + at) : jan(from + at), yen: Number(yen), tax_included: !made, options: {} },
      )
    })
}

function paletteOf(name: string): PaletteName {
  if (!(name in palettes)) throw new Error(`no palette is called ${name}`)
  return name as PaletteName
}
