import { jan } from './codes.ts'
import type { Picture } from './pictures/draw.ts'
import type { PaletteName } from './pictures/palettes.ts'

export type BrandCode = 'honoto' | 'ayatoyuki'

/** `food` is taxed at the reduced rate unless eaten in; `eat_in` is a meal served at the table; value sold is untaxed. */
export type TaxCategory = 'standard' | 'food' | 'alcohol' | 'eat_in' | 'untaxed'

export type Words = { ja: string; kana: string; en: string }

export type Variant = {
  /** JAN, or an in-store code. */
  gtin: string
  yen: number
  /** Shown prices include tax; only café drinks are set before tax, since their rate follows the way of eating. */
  tax_included: boolean
  options: { color?: { ja: string; en: string }; size?: string }
  palette?: PaletteName
}

export type Product = {
  /** The retailer's own name for it; unique. */
  code: string
  brand: BrandCode
  category: CategoryCode
  name: Words
  maker: string
  text: { ja: string; en: string }
  tax: TaxCategory
  tags: string[]
  attributes: Record<string, string>
  picture: Picture
  /** False for what is made on order (café): no stock is kept. */
  stocked: boolean
  variants: Variant[]
}

export const categories = [
  { code: 'eat', parent: null, ja: '食べる', en: 'Eat' },
  { code: 'staples', parent: 'eat', ja: '米・穀物・麺', en: 'Rice, grains & noodles' },
  { code: 'seasoning', parent: 'eat', ja: '調味料・だし', en: 'Seasonings & dashi' },
  { code: 'pantry', parent: 'eat', ja: 'びん詰・漬物', en: 'Jars & pickles' },
  { code: 'drinks', parent: 'eat', ja: '飲みもの', en: 'Drinks' },
  { code: 'sweets', parent: 'eat', ja: 'お菓子', en: 'Sweets' },
  { code: 'cafe', parent: 'eat', ja: '縁側カフェ', en: 'Engawa café' },
  { code: 'live', parent: null, ja: '暮らす', en: 'Live' },
  { code: 'laundry', parent: 'live', ja: '洗濯・掃除', en: 'Laundry & cleaning' },
  { code: 'kitchen', parent: 'live', ja: '台所・食卓', en: 'Kitchen & table' },
  { code: 'bedding', parent: 'live', ja: '寝具・布もの', en: 'Bedding & textiles' },
  { code: 'scent', parent: 'live', ja: '香り・灯り', en: 'Scent & light' },
  { code: 'wear', parent: null, ja: '着る', en: 'Wear' },
  { code: 'tops', parent: 'wear', ja: 'シャツ・ニット', en: 'Shirts & knits' },
  { code: 'bottoms', parent: 'wear', ja: 'パンツ・スカート', en: 'Trousers & skirts' },
  { code: 'outer', parent: 'wear', ja: 'ワンピース・コート', en: 'Dresses & coats' },
  { code: 'goods', parent: 'wear', ja: '服飾小物', en: 'Accessories' },
  { code: 'care', parent: null, ja: '整える', en: 'Care' },
  { code: 'skincare', parent: 'care', ja: 'スキンケア', en: 'Skin care' },
  { code: 'makeup', parent: 'care', ja: 'メイク', en: 'Make-up' },
  { code: 'body', parent: 'care', ja: 'ボディ・バス', en: 'Body & bath' },
  { code: 'gifts', parent: null, ja: '贈る', en: 'Give' },
] as const

export type CategoryCode = (typeof categories)[number]['code']

type Told = Omit<Product, 'tags' | 'attributes' | 'stocked' | 'variants'> &
  Partial<Pick<Product, 'tags' | 'attributes' | 'stocked'>>

/** A product with the variants given; what is not told is usual. */
export function product(told: Told, ...variants: Variant[]): Product {
  return { tags: [], attributes: {}, stocked: true, ...told, variants }
}

/** The one piece of a product that has no choice, priced tax-inclusive. */
export const only = (item: number, yen: number): Variant => ({ gtin: jan(item), yen, tax_included: true, options: {} })

/** One size or content. */
export const sized = (item: number, yen: number, size: string): Variant => ({ ...only(item, yen), options: { size } })

type Color = readonly [ja: string, en: string, palette: PaletteName]

/** Every colour in every size, numbered onwards from `item`; `first` is the number of the first piece if it has its own. */
export function range(
  item: number,
  yen: number,
  colors: readonly Color[],
  sizes: readonly string[],
  first = item,
): Variant[] {
  return colors.flatMap(([ja, en, palette], c) =>
    sizes.map((size, s) => {
      const n = c * sizes.length + s
      return {
        ...only(n === 0 ? first : item + n, yen),
        options: { color: { ja, en }, ...(size && { size }) },
        palette,
      }
    }),
  )
}

export const kinari = ['生成り', 'Natural', 'kinari'] as const
export const white = ['白', 'White', 'yuki'] as const
export const indigo = ['藍', 'Indigo', 'ai'] as const
export const moss = ['苔', 'Moss', 'koke'] as const
export const charcoal = ['墨', 'Charcoal', 'sumi'] as const
export const gray = ['鼠', 'Grey', 'nezu'] as const
export const camel = ['檜', 'Camel', 'hinoki'] as const
export const vermilion = ['朱', 'Vermilion', 'shu'] as const
export const wisteria = ['藤', 'Wisteria', 'fuji'] as const
export const azuki = ['小豆', 'Azuki', 'azuki'] as const
export const cherry = ['桜', 'Cherry', 'sakura'] as const
export const pale = ['浅葱', 'Pale blue', 'asagi'] as const
