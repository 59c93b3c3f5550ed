import type { PaymentProvider } from '#channels/payment/provider'
import { one, only, type Pool, run, sql } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'

/**
 * A card company in a table of its own, on its own connection: what it did stays done when our transaction rolls back
 * or our process dies, as in the outside world. Token `tok_declined` is refused; any other is good.
 */
export function fakePayment(db: Pool): PaymentProvider {
  return {
    name: 'fake',
    async charge({ reference, amount_yen, token }) {
      if (token === 'tok_declined') return 'declined'
      const { state } = await only<{ state: 'captured' | 'refunded' }>(
        db,
        sql`insert into channels.fake_charge as known (reference, charge_id, amount_yen, state, created_at)
            values (${reference}, ${id()}, ${amount_yen}, 'captured', ${clock.iso()})
            on conflict (reference) do update set state = known.state returning state`,
      )
      // What was given back is not taken again under the same reference.
      return state === 'captured' ? 'captured' : 'declined'
    },
    async look(reference) {
      const found = await one<{ state: 'captured' | 'refunded' }>(
        db,
        sql`select state from channels.fake_charge where reference = ${reference}`,
      )
      return found?.state ?? 'none'
    },
    async refund(reference) {
      await run(
        db,
        sql`update channels.fake_charge set state = 'refunded', refunded_yen = amount_yen where reference = ${reference} and state = 'captured'`,
      )
    },
  }
}
