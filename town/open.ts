import { type Api, some } from './api.ts'
import { instant, plusDays } from './calendar.ts'
import { type Goods, shelve } from './goods.ts'
import { enrol } from './members.ts'
import { stateNotices } from './notices.ts'
import type { Place } from './places.ts'
import { type Restaurant, restaurants } from './restaurants.ts'
import type { Retailer } from './retailer.ts'
import type { Staff } from './staff.ts'

/** What the platform calls the town's places, goods and people. */
export type Opened = {
  place: Map<string, string>
  goods: Goods
  profile: Map<string, string>
}

const at_once = 4
const cards_a_list = 200
/** Servings a café can make before it buys again. */
export const servings_each = 900
/** What each café makes on order: kept as servings, since no stock is counted for it. */
export const servings = ({
  places,
  products,
}: Pick<Retailer, 'places' | 'products'>): { place: string; gtin: string }[] =>
  places
    .filter(({ cafe }) => cafe)
    .flatMap(({ code: place }) =>
      products
        .filter(({ stocked, category }) => !stocked && category === 'cafe')
        .flatMap(({ variants }) => variants.map(({ gtin }) => ({ place, gtin }))),
    )

/** Prices and stock count from this long before the week; answers are kept for 30 days, so a crashed week can go on. */
const days_before = 14
export const openingOf = (start: string): string => instant(plusDays(start, -days_before), 8 * 3600)

/**
 * Open the retailer through the public API: brands, categories, pictures, products, places, staff, stock, members. The
 * clock must stand at `openingOf(start)`. Sent again after a crash it goes on: every deed has its key or its own id.
 */
export async function openTown(api: Api, retailer: Retailer, wish: { seed: string; start: string }): Promise<Opened> {
  await stateNotices(api)
  const goods = await shelve(api, retailer, at_once)
  const place = new Map<string, string>()
  await some(retailer.places, at_once, async (one) => {
    const { place_id } = await api.put<{ place_id: string }>(`/v1/stores/places/ext:${one.code}`, {
      ...placeOf(one, goods.brand),
      ...(one.kind === 'popup' ? retailer.popup : {}),
    })
    place.set(one.code, place_id)
  })
  await Promise.all([
    some(retailer.staff, 2, (one) => hire(api, one, place)),
    some(retailer.places, 2, (one) => stock(api, retailer, one, place, goods)),
    some(restaurants, 2, (one) => list(api, one, goods)),
  ])
  const profile = await enrol(
    api,
    retailer.people.filter((p) => p.member_before),
    { ...wish, place, at_once },
  )
  await bringCards(api, retailer)
  return { place, goods, profile }
}

function placeOf(place: Place, brand: Map<string, string>): Record<string, unknown> {
  const { kind, name, postal_code, prefecture, city, address, phone, latitude, longitude, ships_ec, offers_pickup } =
    place
  const hours = Object.entries(place.hours).map(([day, span]) => [day, span ? [{ open: span[0], close: span[1] }] : []])
  return {
    kind,
    name: name.ja,
    name_kana: name.kana,
    name_en: name.en,
    brand_ids: place.brands.map((code) => brand.get(code)),
    postal_code,
    prefecture,
    city,
    address,
    phone,
    latitude,
    longitude,
    hours: Object.fromEntries(hours),
    ships_ec,
    offers_pickup,
    offers_holds: kind === 'shop',
    offers_order_ahead: place.cafe,
  }
}

async function list(api: Api, { code, serves, name, ...where }: Restaurant, goods: Goods): Promise<void> {
  const body = { kind: 'restaurant', name: name.ja, name_kana: name.kana, name_en: name.en, ...where }
  const { place_id } = await api.put<{ place_id: string }>(`/v1/stores/places/ext:${code}`, body)
  await api.put(`/v1/business/directory/${place_id}`, { product_ids: serves.map((one) => goods.product.get(one)) })
}

/** The former shops' cards, a list at a time: each waits for whoever finds it in a drawer. */
async function bringCards(api: Api, { cards }: Retailer): Promise<void> {
  for (let at = 0; at < cards.length; at += cards_a_list) {
    const list = cards.slice(at, at + cards_a_list)
    const body = {
      source: 'former shops',
      cards: list.map(({ number, pin, points }) => ({ card_number: number, pin, ...(points > 0 && { points }) })),
    }
    await api.post('/v1/integrations/old-cards', body, `cards:${at}`)
  }
}

async function hire(api: Api, one: Staff, place: Map<string, string>): Promise<void> {
  // Head office works for every shop; whoever names no place is held to none.
  const places = one.places.includes('office') ? [] : one.places.map((code) => place.get(code))
  await api.put(`/v1/access/staff/ext:${one.code}`, {
    code: one.code,
    display_name: `${one.family} ${one.given}`,
    display_name_en: one.en,
    role: one.role,
    place_ids: places,
    pin: one.pin,
  })
}

async function stock(api: Api, retailer: Retailer, at: Place, place: Map<string, string>, goods: Goods): Promise<void> {
  const place_id = place.get(at.code)
  const shelves = retailer.stock.filter((shelf) => shelf.place === at.code)
  const made = servings(retailer).filter(({ place: where }) => where === at.code)
  const lines = [
    ...shelves.filter((shelf) => shelf.on_hand > 0).map(({ gtin, on_hand }) => ({ gtin, quantity: on_hand })),
    ...made.map(({ gtin }) => ({ gtin, quantity: servings_each })),
  ].map(({ gtin, quantity }) => ({ variant_id: goods.variant.get(gtin), quantity }))
  if (lines.length > 0)
    await api.post('/v1/inventory/receipts', { place_id, kind: 'opening', lines }, `opening:${at.code}`)
  await some(
    shelves.filter((shelf) => shelf.safety > 0),
    2,
    async ({ gtin, safety }) => {
      await api.put(`/v1/inventory/places/${place_id}/variants/${goods.variant.get(gtin)}/safety`, { safety })
    },
  )
}
