/** Money of returns on its way back: by the payments' own operations, each under its refund's id, until it is done. */
import { system } from '#core/actor'
import { type Pool, rows, run, sql, transaction } from '#core/database'
import { clock } from '#core/time'
import { carryOut } from '#orders/operations'

/** Send back what returns still owe; asked again after a crash, it goes back once. Returns how many are done. */
export async function sendRefunds(db: Pool, return_id?: string): Promise<number> {
  const owed = return_id
    ? await transaction(db, system, (tx) =>
        rows<{ order_id: string }>(
          tx,
          sql`select distinct paid_order_id as order_id from orders.return_refund where state = 'owed' and return_id = ${return_id}`,
        ),
      )
    : []
  for (const { order_id } of owed) await carryOut(db, { order_id })
  return transaction(db, system, (tx) =>
    run(
      tx,
      sql`update orders.return_refund f set state = 'refunded', settled_at = ${clock.iso()} from orders.payment_operation x
          where f.state = 'owed' and x.profile_id = f.paid_profile_id and x.order_id = f.paid_order_id and x.payment_id = f.payment_id
            and x.operation_id = f.refund_id and x.state = 'done'`,
    ),
  )
}
