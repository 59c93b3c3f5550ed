/** Ask the cards of an order, outside any transaction: each under its payment's own id, so that asked again it is charged once. */
import { payment } from '#channels/payment/payment'
import { type Action, stands, Unanswered } from '#channels/payment/provider'
import type { Actor } from '#core/actor'
import type { Claim } from '#core/answers'
import { type Pool, run, sql } from '#core/database'
import { refuse } from '#core/problem'
import type { OrderInput } from '#orders/input'
import { type Asking, giveUp, type Took } from '#orders/settle'

export type Collected = { took: Took[] } | { actions: Map<string, Action | undefined> }
const again_seconds = 30

/**
 * Ask every card that is still open. Returns what was taken; or, when a buyer has to prove herself first, what her browser needs.
 * Refuses 402 when a card is declined (nothing is kept), 409 when another amount was taken, 503 when the provider does not answer:
 * if it surely did nothing the order is given up and the same key may try again at once, otherwise the reconciler finds out.
 */
export async function collect(
  db: Pool,
  actor: Actor,
  claim: Claim,
  order_id: string,
  asking: readonly Asking[],
  input: OrderInput,
): Promise<Collected> {
  const tokens = (input.payments ?? []).flatMap((item) => (item.method === 'card' ? [item.token] : []))
  const took: Took[] = []
  const actions = new Map<string, Action | undefined>()
  for (const [at, card] of asking.entries()) {
    const charge = {
      reference: card.payment_id,
      amount_yen: card.amount_yen,
      provider_id: card.provider_id,
      capture: card.later ? ('later' as const) : ('now' as const),
    }
    try {
      const provider = payment(db, card.provider)
      if (!provider) throw new Unanswered(`${card.provider} is not set up`, true)
      const known = await provider.authorize({ ...charge, token: tokens[at] })
      if (stands(charge, known)) took.push({ payment_id: card.payment_id, provider_id: known.provider_id })
      else if (known.state === 'waiting') actions.set(card.payment_id, known.action)
      else if (known.state === 'captured' && known.refunded_yen === 0) await otherAmount(db, actor, claim, order_id)
      else await declined(db, actor, claim, order_id, card.payment_id)
    } catch (error) {
      if (error instanceof Unanswered) await unanswered(db, actor, claim, order_id, error)
      throw error
    }
  }
  if (actions.size === 0) return { took }
  await run(db, sql`select core.free_claim(${claim.scope}, ${claim.key})`)
  return { actions }
}

async function declined(db: Pool, actor: Actor, claim: Claim, order_id: string, payment_id: string): Promise<never> {
  await giveUp(db, actor, order_id, 'card_declined', { claim, declined: payment_id })
  return refuse(
    'orders.card_declined',
    402,
    'カードをご利用いただけませんでした。代金はいただいていません。',
    'The card was declined. You have not been charged.',
    { field: 'payments' },
  )
}

async function otherAmount(db: Pool, actor: Actor, claim: Claim, order_id: string): Promise<never> {
  await giveUp(db, actor, order_id, 'other_amount', { claim })
  return refuse(
    'orders.other_amount',
    409,
    'お支払い金額を確認できなかったため、ご注文を取り消し、代金をお返しします。',
    'The card was charged another amount. The order is cancelled and the money goes back.',
    { field: 'payments' },
  )
}

async function unanswered(db: Pool, actor: Actor, claim: Claim, order_id: string, error: Unanswered): Promise<never> {
  console.error(`orders: payment of order ${order_id}: ${error.message}`)
  if (error.harmless) await giveUp(db, actor, order_id, 'payment_unavailable', { claim })
  return refuse(
    'orders.payment_unavailable',
    503,
    'ただいまお支払いを確認できません。二重に請求されることはありません。少し待ってからもう一度お試しください。',
    'The payment cannot be confirmed right now. You will not be charged twice; please try again shortly.',
    { field: 'payments', order_id, retry_after_seconds: again_seconds },
  )
}
