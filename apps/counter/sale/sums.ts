import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react'
import { nowIso } from '../../kit/clock.ts'
import { useGiving } from '../gifts/giving.ts'
import { type Priced, priced, type Terms } from '../offline/price.ts'
import { useTill } from '../till.ts'
import { type CouponOnSale, onSale, useShownCoupons, withCoupons } from './couponsOnSale.ts'
import { asPriced, limitOf, needsYes } from './discounts.ts'
import { useMemberPoints, useMemberTier } from './points.ts'
import { useSale } from './sale.tsx'

type Sums = {
  pieces: number
  total_yen: number
  points_used: number
  quote: Priced | null
  /** By what the sale is priced, its coupons among it. */
  terms: Terms
  coupons: CouponOnSale[]
  unpriced: boolean
  /** A manager has to say yes to what is taken off. */
  needs_yes: boolean
}

/** By what anything is priced here, as it is supplied. */
export function useTerms(): Terms {
  const { place, terms } = useTill()
  const { eat_in } = useSale()
  const giving = useGiving()
  return useMemo(
    () => ({
      ...terms,
      zone: place.time_zone,
      place_id: place.place_id,
      ...(giving
        ? { supply_mode: 'delivery', way: 'gift' as const }
        : { supply_mode: eat_in ? 'eat_in' : 'take_away', way: 'carry' as const }),
    }),
    [terms, place.time_zone, place.place_id, eat_in, giving],
  )
}

const SumsContext = createContext<Sums | null>(null)

/** The sale's money at once, here: sums, tax once per rate, points. The server says the same, or says that it changed. */
export function useSums(): Sums {
  const sums = useContext(SumsContext)
  if (!sums) throw new Error('A sale is priced inside the till.')
  return sums
}

/** Prices the sale once for all who show it: each line asking by itself made a long sale slow to scan into. */
export function SumsProvider({ children }: { children: ReactNode }) {
  return createElement(SumsContext, { value: useReckoned() }, children)
}

type Reckoned = Omit<Sums, 'terms' | 'coupons'>

function useReckoned(): Sums {
  const { lines, member, with_points, discounts, yes } = useSale()
  const { staff } = useTill()
  const points = useMemberPoints(member)
  const plain_terms = useTerms()
  const shown = useShownCoupons()
  const tier = useMemberTier(member)
  const terms = useMemo(() => ({ ...withCoupons(plain_terms, shown), tier }), [plain_terms, shown, tier])
  const reckoned = useMemo((): Reckoned => {
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0)
    const none = { pieces, total_yen: 0, points_used: 0, quote: null, unpriced: lines.length > 0, needs_yes: false }
    if (lines.length === 0) return none
    const earns = member !== null
    try {
      const off = asPriced(lines, discounts)
      const plain = priced(lines, terms, nowIso(), { points_yen: 0, member: earns }, off)
      const points_used = with_points && points !== null ? Math.min(points, plain.total_yen) : 0
      const quote =
        points_used > 0 ? priced(lines, terms, nowIso(), { points_yen: points_used, member: earns }, off) : plain
      const needs_yes = off.length > 0 && needsYes(quote, limitOf(staff, terms.settings.discounts), yes)
      return { pieces, total_yen: quote.total_yen, points_used, quote, unpriced: false, needs_yes }
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown
      return none
    }
  }, [lines, member, with_points, points, terms, discounts, yes, staff])
  return useMemo(
    () => ({ ...reckoned, terms, coupons: shown.map((coupon) => onSale(coupon, reckoned.quote)) }),
    [reckoned, terms, shown],
  )
}
