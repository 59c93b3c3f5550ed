import { plusDays } from './calendar.ts'
import { type PaperCard, paperCards } from './drawers.ts'
import type { Person } from './people.ts'
import { type Place, type PopupDays, places } from './places.ts'
import { population } from './population.ts'
import { type BrandCode, categories, type Product } from './product.ts'
import { beauty } from './products/beauty.ts'
import { drinks } from './products/drinks.ts'
import { kitchen } from './products/kitchen.ts'
import { laundry } from './products/laundry.ts'
import { body } from './products/series/body.ts'
import { cupboard } from './products/series/cupboard.ts'
import { house } from './products/series/house.ts'
import { table } from './products/series/table.ts'
import { staples } from './products/staples.ts'
import { sweets } from './products/sweets.ts'
import { textiles } from './products/textiles.ts'
import { wear } from './products/wear.ts'
import { type Staff, staff } from './staff.ts'
import { openingStock, type Shelf } from './stock.ts'

export type Brand = {
  code: BrandCode
  name: string
  kana: string
  en: string
  line: { ja: string; en: string }
  look: { ink: string; paper: string }
}

/** The group; corporate number of all noughts, which no company can have. */
export const group = {
  name: '株式会社 縁の木',
  kana: 'エンノキ',
  en: 'Ennoki Inc.',
  invoice_number: 'T9000000000000',
} as const

export const brands: Brand[] = [
  {
    code: 'honoto',
    name: '穂の戸',
    kana: 'ホノト',
    en: 'Honoto',
    line: { ja: '食べること、暮らすこと。', en: 'To eat, to live.' },
    look: { ink: '#47652F', paper: '#EDF2E6' },
  },
  {
    code: 'ayatoyuki',
    name: '綾と雪',
    kana: 'アヤトユキ',
    en: 'Aya to Yuki',
    line: { ja: '着るもの、整えるもの。', en: 'To wear, to care.' },
    look: { ink: '#1F4E79', paper: '#EEF3F8' },
  },
]

export const products: Product[] = [
  ...staples,
  ...drinks,
  ...sweets,
  ...laundry,
  ...kitchen,
  ...textiles,
  ...wear,
  ...beauty,
  ...cupboard,
  ...table,
  ...house,
  ...body,
]

export type Retailer = {
  group: typeof group
  brands: Brand[]
  categories: typeof categories
  places: Place[]
  staff: Staff[]
  products: Product[]
  stock: Shelf[]
  people: Person[]
  cards: PaperCard[]
  popup: PopupDays
  /** How large the town is: 1 is the demo's. */
  scale: number
}

/** So many shoppers make a lively demo. */
export const demo_shoppers = 160

/** The whole invented retail group on a day; the same seed gives the same town. */
export function retailer(seed = 'engawa', { shoppers = demo_shoppers, today = '2026-11-15' } = {}): Retailer {
  const records = population(seed, shoppers)
  const scale = shoppers / demo_shoppers
  return {
    group,
    brands,
    categories,
    places,
    staff,
    products,
    stock: openingStock(seed, products, scale),
    people: records,
    cards: paperCards(seed, records),
    popup: { opens_on: plusDays(today, -2), closes_on: plusDays(today, 2) },
    scale,
  }
}
