import type { Actor } from '#core/actor'
import type { Pool } from '#core/database'
import { clock } from '#core/time'
import { handLines, mayAlone, namedDiscounts } from '#orders/discounts'
import { decideAny } from '#orders/gift-cards'
import type { QuoteInput } from '#orders/input'
import { refusedViews } from '#orders/offer-view'
import { promise } from '#orders/promise'
import { promiseView } from '#orders/view'
import { ask } from '#orders/wish'

/** What an order would cost and promise if it were placed now. Writes nothing. */
export async function quoteFor(db: Pool, actor: Actor, input: QuoteInput) {
  const { wish } = await ask(db, actor, input)
  const now = clock.now()
  const decided = await decideAny(db, wish, now)
  const { lines, quote, delivery_yen, by_hand } = decided
  const given = wish.discounts ?? []
  const promised = await promise(db, input, wish, now)
  return {
    lines,
    items_yen: quote.amount_yen,
    discount_yen: quote.amount_yen - quote.total_yen,
    total_yen: quote.total_yen,
    to_pay_yen: quote.paid_yen,
    tax_yen: quote.tax_yen,
    taxes: quote.taxes,
    discounts: [...decided.offered, ...(await namedDiscounts(db, actor, given, by_hand))],
    offers_refused: refusedViews(decided.refused()),
    needs_approval: given.length > 0 && !(await mayAlone(db, actor, handLines(decided))),
    points_used: wish.points_used,
    points_earned: quote.points_earned,
    delivery_yen,
    promise: promised && promiseView(promised, wish.way, 'quoted', null),
  }
}
