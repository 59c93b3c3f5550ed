import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { day, figure, time, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useCategories } from '../goods/categories.ts'
import { usePlaces } from '../office.ts'
import type { Draft, Effect, Named, Selector, SlotKey } from './draft.ts'
import { type OfferWords, useOfferWords } from './words.ts'

/** Every brand, for names. */
export function useBrands() {
  const brands = useQuery({
    queryKey: ['brands'],
    queryFn: () => take(api.GET('/v1/catalog/brands')),
    staleTime: 60_000,
  })
  return brands.data?.items ?? []
}

/** What each slot of an offer's sentence says, in the words of the page. */
export function useSaying(): (draft: Draft) => Record<SlotKey, string> {
  const w = useOfferWords()
  const lang = useLang()
  const name = useName()
  const places = usePlaces()
  const brands = useBrands()
  const categories = useCategories()
  const and = lang === 'ja' ? '・' : ', '
  const moment = (iso: string) => `${day(iso, lang)} ${time(iso)}`

  const named = ({ brand_ids = [], category_ids = [], tags = [], product_ids = [], variant_ids = [] }: Named) => {
    const known = [
      ...brands.filter(({ brand_id }) => brand_ids.includes(brand_id)).map(name),
      ...categories.filter(({ category_id }) => category_ids.includes(category_id)).map(name),
      ...tags.map(w.tagged),
    ]
    const pieces = product_ids.length + variant_ids.length
    return [...known, ...(pieces ? [w.someGoods(figure(pieces))] : [])].join(and)
  }
  const goods = ({ except, ...rest }: Selector) => {
    const but = except ? named(except) : ''
    return (named(rest) || w.allGoods) + (but ? w.except(but) : '')
  }

  return ({ rule, starts_at, ends_at, member_cap, use_cap, budget_yen, lottery }) => {
    const { conditions: c, effect } = rule
    const list = (parts: (string | 0 | false | null | undefined)[], otherwise: string) =>
      parts.filter(Boolean).join(and) || otherwise
    const basket = c.basket ? w.ofThem(goods(c.basket)) : ''
    const least = list(
      [c.least_yen && w.leastYen(yen(c.least_yen)), c.least_pieces && w.leastPieces(figure(c.least_pieces))],
      '',
    )
    return {
      when: list(
        [
          starts_at && w.from(moment(starts_at)),
          ends_at && w.until(moment(ends_at)),
          c.weekdays?.map((at) => w.weekdays.split(' ')[at]).join(and),
          c.month_days && w.monthDays(c.month_days.join(and)),
          c.hours?.map(({ from, until }) => `${from}–${until}`).join(and),
        ],
        w.always,
      ),
      where: list(
        [
          c.place_ids &&
            (c.place_ids.length > 2
              ? w.places(figure(c.place_ids.length))
              : places
                  .filter(({ place_id }) => c.place_ids?.includes(place_id))
                  .map(name)
                  .join(and)),
          c.channels?.map((one) => channelName(w, one)).join(and),
          c.ways?.map((one) => w[one]).join(and),
        ],
        w.anywhere,
      ),
      who: list(
        [
          c.first_order ? w.firstOrder : (c.members || member_cap) && w.members,
          lottery ? w.winners(figure(lottery.winners)) : c.coupon && w.withCoupon,
        ],
        w.anyone,
      ),
      basket: least ? basket + least : w.anything,
      goods: goods(rule.goods),
      effect: given(w, effect, goods),
      limits: list(
        [
          member_cap && w.perMember(figure(member_cap)),
          use_cap && w.inAll(figure(use_cap)),
          budget_yen && w.budgetOf(yen(budget_yen)),
        ],
        w.unlimited,
      ),
      together: list(
        [
          rule.exclusive ? w.alone : rule.group ? w.oneOf(rule.group) : w.withOthers,
          rule.priority !== 0 && w.priority(String(rule.priority)),
        ],
        '',
      ),
    }
  }
}

/** A channel by name; one of the retailer's own by its code. */
export function channelName(w: OfferWords, channel: string): string {
  const known: Record<string, string> = {
    ec: w.ec,
    app: w.app,
    till: w.till,
    phone: w.phone,
    line: w.line,
    marketplace: w.marketplace,
  }
  return known[channel] ?? channel
}

function given(w: OfferWords, effect: Effect, goods: (selector: Selector) => string): string {
  switch (effect.kind) {
    case 'percent':
      return (
        w.percentOff(rate(effect.rate_num * 100, effect.rate_den)) +
        (effect.most_yen ? w.upTo(yen(effect.most_yen)) : '')
      )
    case 'yen':
      return w.yenOff(yen(effect.yen))
    case 'n_for_m':
      return w.nForM(String(effect.buy), String(effect.pay))
    case 'mix':
      return w.mixFor(String(effect.pieces), yen(effect.yen))
    case 'set':
      return w.setFor(effect.parts.map(goods).join(' + '), yen(effect.yen))
    case 'gift':
      return w.giftOf(String(effect.pieces))
    case 'shipping':
      return effect.yen ? w.lessShipping(yen(effect.yen)) : w.freeShipping
    case 'points':
      return w.pointsTimes(rate(effect.times_num, effect.times_den))
  }
}

function rate(num: number, den: number): string {
  return String(Math.round((num / den) * 100) / 100)
}
