import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Charge, Known, PaymentProvider } from '#channels/payment/provider'
import { system } from '#core/actor'
import { one, only, type Pool, rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'

type Row = {
  charge_id: string
  state: 'authorized' | 'captured' | 'cancelled' | 'refunded'
  captured_yen: number
  refunded_yen: number
}
const nothing: Known = { state: 'none', captured_yen: 0, refunded_yen: 0, provider_id: null }

/**
 * A card company in tables of its own, on its own connection: what it did stays done when our transaction rolls back or our
 * process dies, as in the outside world. Token `tok_declined` is refused, `tok_authenticate` sends its buyer to prove herself
 * first (charged under another token, she has); any other is good.
 */
export function fakePayment(db: Pool): PaymentProvider {
  const look = async ({ reference }: Charge): Promise<Known> => {
    const found = await one<Row>(
      db,
      sql`select charge_id, state, captured_yen, refunded_yen from channels.fake_charge where reference = ${reference}`,
    )
    return found ? known(found) : nothing
  }
  return {
    name: 'fake',
    hosted: false,
    async authorize({ reference, amount_yen, capture, token }) {
      if (token === 'tok_declined') return { ...nothing, state: 'declined' }
      if (token === 'tok_authenticate') {
        const before = await look({ reference, amount_yen, capture })
        const action = { kind: 'authenticate', client_secret: `fake_${reference}` } as const
        return before.state === 'none' ? { ...nothing, state: 'waiting', action } : before
      }
      const [state, captured_yen] = capture === 'now' ? ['captured', amount_yen] : ['authorized', 0]
      return known(
        await only<Row>(
          db,
          sql`insert into channels.fake_charge as kept (reference, charge_id, amount_yen, state, captured_yen, created_at)
              values (${reference}, ${id()}, ${amount_yen}, ${state}, ${captured_yen}, ${clock.iso()})
              on conflict (reference) do update set state = kept.state returning charge_id, state, captured_yen, refunded_yen`,
        ),
      )
    },
    async capture(charge, _operation_id, amount_yen) {
      await run(
        db,
        sql`update channels.fake_charge set state = 'captured', captured_yen = least(amount_yen, ${amount_yen})
            where reference = ${charge.reference} and state = 'authorized'`,
      )
      return look(charge)
    },
    async cancel(charge) {
      // Also what it never heard of: a request that was on its way meanwhile finds it let go.
      await run(
        db,
        sql`insert into channels.fake_charge as kept (reference, charge_id, amount_yen, state, created_at)
            values (${charge.reference}, ${id()}, ${charge.amount_yen}, 'cancelled', ${clock.iso()})
            on conflict (reference) do update set state = 'cancelled' where kept.state = 'authorized'`,
      )
      return look(charge)
    },
    refund({ reference }, operation_id, amount_yen) {
      return transaction(db, system, async (tx) => {
        const charge = await one<Row>(
          tx,
          sql`select charge_id, state, captured_yen, refunded_yen from channels.fake_charge where reference = ${reference} for update`,
        )
        const before = await one(tx, sql`select from channels.fake_refund where operation = ${operation_id}`)
        if (before) return 'done'
        if (!charge || charge.captured_yen - charge.refunded_yen < amount_yen) return 'refused'
        await run(
          tx,
          sql`insert into channels.fake_refund (operation, reference, amount_yen, created_at)
              values (${operation_id}, ${reference}, ${amount_yen}, ${clock.iso()})`,
        )
        await run(
          tx,
          sql`update channels.fake_charge set refunded_yen = refunded_yen + ${amount_yen},
                state = case when refunded_yen + ${amount_yen} = captured_yen then 'refunded' else state end where reference = ${reference}`,
        )
        return 'done'
      })
    },
    look,
    recent(since) {
      return rows(
        db,
        sql`select reference, charge_id::text as provider_id, captured_yen, refunded_yen, created_at as at from channels.fake_charge
            where created_at >= ${since} and captured_yen > 0 order by created_at`,
      )
    },
    webhook(raw, headers) {
      const given = Buffer.from(String(headers['fake-signature'] ?? ''))
      const right = Buffer.from(fakeSignature(raw))
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
      try {
        const { references } = JSON.parse(raw.toString()) as { references?: unknown }
        return Array.isArray(references) ? references.map(String) : []
      } catch {
        return []
      }
    },
  }
}

/** How the fake signs its messages; whoever forges one makes us look, and nothing else. */
export function fakeSignature(raw: Buffer | string): string {
  return createHmac('sha256', 'the fake has no secrets').update(raw).digest('hex')
}

function known({ state, captured_yen, refunded_yen, charge_id }: Row): Known {
  const as = state === 'cancelled' ? 'voided' : state === 'refunded' ? 'captured' : state
  return { state: as, captured_yen, refunded_yen, provider_id: charge_id }
}
