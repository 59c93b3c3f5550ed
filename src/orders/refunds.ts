/** Money of returns on its way back: asked of the provider outside any transaction, under the refund's own id, until it is done. */
import { describe } from '#activity/activity'
import { payment } from '#channels/payment/payment'
import { system } from '#core/actor'
import { type Pool, rows, run, sql, transaction } from '#core/database'
import { clock } from '#core/time'

type Owed = {
  profile_id: string
  return_id: string
  refund_id: string
  payment_id: string
  amount_yen: number
  whole_yen: number
}

/** Send back what returns still owe through payment providers; asked again after a crash, it goes back once. Returns how many. */
export async function sendRefunds(db: Pool, return_id?: string): Promise<number> {
  const owed = await transaction(db, system, (tx) =>
    rows<Owed>(
      tx,
      sql`select f.profile_id, f.return_id, f.refund_id, f.payment_id, f.amount_yen, p.amount_yen as whole_yen
            from orders.return_refund f
            join orders.payment p on p.profile_id = f.paid_profile_id and p.order_id = f.paid_order_id and p.payment_id = f.payment_id
            where f.state = 'owed' and (${return_id ?? null}::uuid is null or f.return_id = ${return_id ?? null}) order by f.created_at limit 100`,
    ),
  )
  let done = 0
  for (const item of owed) {
    try {
      await sendBack(db, item)
      await transaction(db, system, (tx) =>
        run(
          tx,
          sql`update orders.return_refund set state = 'refunded', settled_at = ${clock.iso()}
            where profile_id = ${item.profile_id} and return_id = ${item.return_id} and refund_id = ${item.refund_id} and state = 'owed'`,
        ),
      )
      done++
    } catch (error) {
      // It stays 'owed' and is tried again; the others need not wait for it.
      console.error(`orders: refund ${item.refund_id}: ${describe(error)}`)
    }
  }
  return done
}

// The one place that speaks to the payments port about a refund.
async function sendBack(db: Pool, { payment_id }: Owed): Promise<void> {
  await payment(db).refund(payment_id)
}
