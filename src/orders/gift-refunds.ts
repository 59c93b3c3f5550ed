/** A gift that nobody received goes back: its money to the giver as it came, with tax and points as if it had never been bought. */
import { describe } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { type Pool, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { type GiftView, giftOf, giveUp, lapsed, lookAgain, receivedAs, takeBack as takeBackGift } from '#gifts/gifts'
import { carryOut } from '#orders/operations'
import { findLocked, type Order } from '#orders/read'
import { type ReturnWish, takeBack } from '#orders/returns'

const look_again_ms = 3_600_000

/** Cancel a gift of an order and give its money back; a repeat changes nothing. Card money moves by `carryOut` after commit. */
export async function cancelGift(tx: Tx, actor: Actor, order_id: string, gift_id: string): Promise<GiftView> {
  const order = await findLocked(tx, order_id)
  const { line_no, state } = await giftOf(tx, actor, order.profile_id, order_id, gift_id)
  if (state === 'waiting')
    refuse(
      'orders.gift_paying',
      409,
      'お支払いの確認中です。少し待ってからもう一度お試しください。',
      'The payment is being confirmed; please try again shortly.',
      { gift_id },
    )
  if (await giveUp(tx, actor, order.profile_id, gift_id)) await payBack(tx, actor, order, line_no, drawerOf(actor))
  return giftOf(tx, actor, order.profile_id, order_id, gift_id)
}

/** An order that a gift became is given up: what cannot arrive goes back to whoever paid for it. */
export async function giftBack(tx: Tx, actor: Actor, profile_id: string, order_id: string): Promise<void> {
  const gift = await receivedAs(tx, profile_id, order_id)
  if (!gift) return
  const order = await findLocked(tx, gift.order_id)
  const { line_no } = await giftOf(tx, actor, order.profile_id, gift.order_id, gift.gift_id)
  if (await takeBackGift(tx, gift)) await payBack(tx, actor, order, line_no)
}

/** Refuse (409) to let its recipient cancel what she was given: it would be gone, and the money another's. */
export async function needNoGift(tx: Tx, { profile_id, view }: Order): Promise<void> {
  if (!(await receivedAs(tx, profile_id, view.order_id))) return
  refuse(
    'orders.gift_received',
    409,
    'ギフトの受け取りは取り消せません。お届け先の変更は店舗へご連絡ください。',
    'A gift that you received cannot be cancelled; to change where it goes, please ask the shop.',
    { order_id: view.order_id },
  )
}

/** Give back the money of gifts whose time is over altogether; part of the tick. One that fails is looked at again later. */
export async function returnLapsed(db: Pool, now: string): Promise<number> {
  const due = await lapsed(db, now)
  for (const gift of due) {
    try {
      await transaction(db, system, (tx) => cancelGift(tx, system, gift.order_id, gift.gift_id))
      await carryOut(db, { order_id: gift.order_id })
    } catch (error) {
      console.error(`orders: lapsed gift ${gift.gift_id}: ${describe(error)}`)
      await lookAgain(db, gift, new Date(Date.parse(now) + look_again_ms).toISOString())
    }
  }
  return due.length
}

// Its giver stands before a clerk: cash goes back out of that shop's drawer.
function drawerOf(actor: Actor): string | undefined {
  return actor.kind === 'staff' && actor.role !== 'agent' ? actor.place_id : undefined
}

function payBack(tx: Tx, actor: Actor, order: Order, line_no: number, drawer?: string) {
  const way = drawer ? 'counter' : 'post'
  const wish: ReturnWish = { lines: [{ line_no, quantity: 1 }], reason: 'gift', way, unreceived: true }
  return takeBack(tx, actor, order, wish, drawer ?? order.view.place_id, null)
}
