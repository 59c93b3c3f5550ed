import { data } from 'react-router'
import { take, takeIfAny } from '../kit/client.ts'
import { addDays, calendarDay } from '../kit/format.ts'
import { langOf } from '../kit/words.ts'
import type { Route } from './+types/root.ts'
import { apiOf } from './api.server.ts'
import { brandOf } from './brand.server.ts'
import { lookOf } from './brand.ts'
import { agreedIn } from './consent/agreed.ts'
import { categoriesOf, noticesOf } from './known.server.ts'

/** What every page knows of who arrives: language, who she is, her cart's count, her shop and its day, and whether it is open online at all. */
export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const position = choice.here ?? {}
  const calm = <T>(work: Promise<T | null>) => work.catch(() => null)
  const [me, cart, found, categories, brand, notices] = await Promise.all([
    calm(takeIfAny(api.GET('/v1/customers/me'))),
    calm(takeIfAny(api.GET('/v1/carts/current'))),
    calm(take(api.GET('/v1/stores/places', { params: { query: { pickup: true, limit: 100, ...position } } }))),
    calm(categoriesOf(api)),
    calm(brandOf(request, api)),
    calm(noticesOf(api)),
  ])
  const shops = found?.items ?? []
  const place_id = choice.place_id ?? me?.home_place_id
  const place = shops.find((shop) => shop.place_id === place_id) ?? null
  const lang = langOf(request.headers.get('cookie'))
  const now = cart?.as_of ?? today(shops[0]?.business_date)
  const member = me?.kind === 'member' ? me : null
  const top = (categories ?? []).filter((each) => each.parent_id === null)
  const look = brand && lookOf(brand)
  const who = { visiting: me !== null, member, count: cart?.pieces ?? 0 }
  // Who could not be asked is no reason to close.
  const open = notices?.published ?? true
  const agreed = agreedIn(request.headers.get('cookie') ?? '')
  // Others are told of her choice only where the retailer has others' tags on the page.
  const tags = (notices?.external_transmission.length ?? 0) > 0
  return data({ lang, ...who, shops, place, choice, now, top, look, open, agreed, tags }, { headers })
}

/** The present, by the shops' own date where that is later: a demo's clock may be days ahead of this machine's. */
function today(business_date: string | undefined): string {
  const now = new Date().toISOString()
  const ahead = business_date ? (Date.parse(business_date) - Date.parse(calendarDay(now))) / 86_400_000 : 0
  return ahead > 0 ? addDays(now, ahead) : now
}
