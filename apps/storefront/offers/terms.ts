import { figure, shortDay, yen } from '../../kit/format.ts'
import type { ShownOffer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useOfferWords } from './offerWords.ts'

type Termed = Pick<ShownOffer, 'conditions' | 'ends_at'> & { members?: boolean }

/** What an offer asks for, in a few words each; its end last. */
export function useTerms(): (offer: Termed, more?: { ends: boolean }) => string[] {
  const w = useOfferWords()
  const lang = useLang()
  return ({ conditions: c, ends_at, members }, { ends } = { ends: true }) => {
    const { ways = [] } = c
    const list = (days: readonly number[], word: (day: number) => string) => days.map(word).join(w.comma)
    return [
      ...(c.first_order ? [w.firstOrder] : members || c.members ? [w.members] : []),
      ...(c.least_yen ? [w.fromYen(yen(c.least_yen))] : []),
      ...(c.least_pieces ? [w.fromPieces(figure(c.least_pieces))] : []),
      ...(c.weekdays ? [w.onWeekdays(list(c.weekdays, w.weekday))] : []),
      ...(c.month_days ? [w.onDays(list(c.month_days, w.dayOfMonth))] : []),
      ...(c.hours ?? []).map(({ from, until }) => w.hours(from, until)),
      ...(ways.length > 0
        ? ways.every((way) => way === 'ship')
          ? [w.shipOnly]
          : ways.includes('ship')
            ? []
            : [w.shopOnly]
        : []),
      ...(ends && ends_at ? [w.until(shortDay(beforeMidnight(ends_at), lang))] : []),
    ]
  }
}

/** The last day on which something that ends at this instant still holds: what ends at midnight ended the day before. */
export function beforeMidnight(ends_at: string): string {
  return new Date(Date.parse(ends_at) - 1).toISOString()
}
