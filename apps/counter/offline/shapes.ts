import type {
  Category,
  OfflineSale,
  Order,
  OrderSettings,
  Place,
  ProductSummary,
  TaxRule,
  TillGood,
  TillOffer,
  WhoAmI,
} from '../../kit/shapes.ts'
import type { Parked } from '../sale/shapes.ts'

export type Good = TillGood

/** What the till remembers beside the goods. */
export type Facts = {
  me: WhoAmI
  places: Place[]
  rules: TaxRule[]
  settings: OrderSettings
  offers: TillOffer[]
  categories: Category[]
  /** The tiles as they stood, by tab. */
  tiles: Record<string, ProductSummary[]>
  /** `as_of` of the last look at the catalogue. */
  goods_as_of: string
  /** When the whole catalogue was last read. */
  goods_whole_at: string
  device: string
  till_key: string
  sequence: number
  /** The sale under way, so that a reload loses nothing. */
  sale: Parked
  parked: Parked[]
}

/** What is printed: an order as the server knows it, or as the till sold it while nobody could be asked. */
export type Paper = Pick<
  Order,
  | 'number'
  | 'placed_at'
  | 'total_yen'
  | 'discount_yen'
  | 'taxes'
  | 'points_earned'
  | 'points_used'
  | 'place_id'
  | 'staff_id'
> & {
  lines: Pick<
    Order['lines'][number],
    'line_no' | 'name' | 'quantity' | 'unit_yen' | 'amount_yen' | 'discount_yen' | 'reduced' | 'rate_num' | 'rate_den'
  >[]
  /** Why something was taken off; missing on what was printed before that was kept. */
  discounts?: Pick<Order['discounts'][number], 'name' | 'name_en' | 'lines'>[]
  payments: Pick<Order['payments'][number], 'method' | 'amount_yen' | 'tendered_yen' | 'change_yen'>[]
  staff_name: string
  /** Null until the server knows of it. */
  order_id: string | null
  /** A card was read, so points follow when it is told. */
  earns_later: boolean
}

/** One sale as it waits: what will be told, and what was printed. */
export type QueuedSale = { sequence: number; place_id: string; sale: OfflineSale }
