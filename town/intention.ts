import { type City, cities } from '#channels/weather/climate'
import type { Report } from '#channels/weather/report'
import type { Weekday } from './calendar.ts'
import type { Scene } from './scenes.ts'

/** What is bought: an item and how many. */
export type Line = {
  gtin: string
  quantity: number
  /** Taken off by an offer, where the past tells of one. */
  discount_yen?: number
}

/** Who looks: a known member, or a browser nobody has recognised yet. */
export type Looker = { person: string } | { visitor: string }

export type Device = 'app' | 'phone' | 'desktop'

/** Why somebody buys: the truth of the town, never sent to the platform. */
export type Why = { because: 'need' | 'payday' | 'rain' | 'scene' | 'offer' | 'joined'; of?: string }

type Sale = {
  lines: Line[]
  /** Points the buyer would like to spend, if there are so many. */
  points: number
  why: Why
}

/** One thing somebody means to do at a moment; whether it succeeds is for the platform to say. */
export type Intention = { at: string } & (
  | ({
      kind: 'till'
      place: string
      staff: string
      person: string | null
      eat_in: boolean
      payment: 'cash' | 'card'
      tender: 'exact' | 'round_up'
    } & Sale)
  | ({ kind: 'ship'; person: string; device: Device } & Sale)
  | ({ kind: 'collect'; person: string; device: Device; place: string; hand_over: HandOver | null } & Sale)
  | ({ kind: 'agent'; person: string; staff: string; way: 'ship' | 'collect'; place: string; in_cart: Line[] } & Sale)
  | { kind: 'hold'; person: string; place: string; lines: Line[]; outcome: 'bought' | 'waiting' | 'let_go' }
  | { kind: 'told'; person: string; offer: string }
  | {
      kind: 'join'
      person: string
      route: 'ec' | 'tablet' | 'line' | 'poster'
      place: string | null
      staff: string | null
    }
  | { kind: 'visit'; person: string; place: string; by: 'app' | 'beacon' | 'wifi'; minutes: number }
  | { kind: 'view'; who: Looker; product: string; gtin: string; device: Device; seconds: number; anonymous_id: string }
  | { kind: 'search'; who: Looker; words: string; device: Device; anonymous_id: string }
  | { kind: 'cart'; who: Looker; gtin: string; quantity: number; device: Device; anonymous_id: string }
  | { kind: 'talk'; person: string; channel: 'line' | 'phone'; place: string; about: string }
  | { kind: 'delivery'; place: string; lines: Line[] }
)

/** The pick-up of a collect order; add_on is what is bought beside it. */
export type HandOver = { at: string; staff: string; add_on: Line[] }

export type Day = {
  date: string
  weekday: Weekday
  weather: Record<Region, Report>
  scenes: Scene[]
  intentions: Intention[]
}

export const regions = cities
export type Region = City

/** The region whose weather a shop shares. */
export function regionOf(prefecture: string): Region {
  if (prefecture === '北海道') return 'sapporo'
  if (prefecture === '沖縄県') return 'naha'
  return prefecture === '京都府' || prefecture === '滋賀県' ? 'kyoto' : 'tokyo'
}
