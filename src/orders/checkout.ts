import { setTimeout as pause } from 'node:timers/promises'
import { nudge, reactionsTo } from '#activity/activity'
import { forget } from '#catalog/catalog'
import { type Actor, system } from '#core/actor'
import { type Claim, type Claimed, claim as claimAnswer, keep, unclaimed } from '#core/answers'
import { brokenConstraint, one, only, type Pool, retrying, sql, type Tx, transaction } from '#core/database'
import { sha256 } from '#core/id'
import { lane } from '#core/lane'
import { Problem, refuse } from '#core/problem'
import { sealAnswer } from '#core/secret'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { seal, spendingScan } from '#customers/customers'
import { asideOf, soldCards } from '#gifts/gifts'
import { rememberShort, shortNow, wasShort } from '#inventory/inventory'
import { allot, needLeft } from '#orders/allot'
import { type Collected, collect } from '#orders/collect'
import { takenOff } from '#orders/discounts'
import { type Draft, draft } from '#orders/draft'
import { decideAny, payingCards } from '#orders/gift-cards'
import { piecesOf } from '#orders/gift-pieces'
import type { OrderInput } from '#orders/input'
import { needGiven } from '#orders/offered'
import { barred, nextCall, promise } from '#orders/promise'
import { find } from '#orders/read'
import { compare } from '#orders/reconcile'
import { captureAtShipping, cashOnDelivery, tillPointsNeedScan } from '#orders/settings'
import { askAgain, settle } from '#orders/settle'
import { together } from '#orders/together'
import type { OrderView } from '#orders/view'
import { type Asked, ask } from '#orders/wish'
import { forgetOffers } from '#promotions/promotions'
import { needOpen } from '#stores/stores'

const payment_lock_ms = 30_000
// Four write at once in each process (measured on two cores: two to four cost a fifth less than sixteen).
const writing = lane(4, 100)
// More at once are only in each other's way: who comes first is through before the last of a crowd has been looked at, and what
// they bought up need not be priced for the others. Nothing outside is asked in here.
const arriving = lane(32, 1_000)
type Answer = (view: OrderView) => string
/** A claim that must be answered otherwise (replay, in flight, other body), or the text of the new order. */
export type Placed = { claimed: Claimed } | { text: string }

/**
 * Place an order. Without card money it is decided here and written in one round trip. With card money: the goods are
 * held and written as 'paying', then the card is charged outside any transaction, then the order is settled or given up.
 */
export async function place(db: Pool, actor: Actor, claim: Claim, input: OrderInput, answer: Answer): Promise<Placed> {
  const begun = await arriving(() => begin(db, actor, claim, input, answer))
  if (!('order' in begun)) return known(db, actor, claim, begun.claimed, input, answer)
  return complete(db, actor, claim, input, begun, answer)
}

type Begun = { order: Prepared; text: string; paying: boolean }

async function begin(
  db: Pool,
  actor: Actor,
  claim: Claim,
  input: OrderInput,
  answer: Answer,
): Promise<Begun | { claimed: Claimed }> {
  for (let attempt = 1; ; attempt++) {
    const order = await prepare(db, actor, input).catch((refused) => earlier(db, claim, refused))
    if ('claimed' in order) return order
    const paying = order.payments.some(({ state }) => state === 'pending')
    const text = answer(order.view)
    try {
      const claimed = await checkout(db, claim, paying ? null : text, order)
      return claimed.outcome === 'new' ? { order, text, paying } : { claimed }
    } catch (error) {
      if (attempt === 3 || !mayTryAgain(error, order)) throw error
      // The server tells of an error a moment before it lets go of the key's lock: asked at once, we would find ourselves in flight.
      await pause(20)
    }
  }
}

function mayTryAgain(error: unknown, order: Prepared): boolean {
  const broken = brokenConstraint(error)
  if (broken === 'external_pkey')
    refuse(
      'orders.external_known',
      409,
      'この外部IDの注文はすでにあります。',
      'There is already an order with this external_id.',
      { field: 'external_id' },
    )
  // Two orders of one day drew the same six letters: the next id draws others.
  if (broken === 'number_pkey') return true
  // Someone was quicker at one of the places: others may still have it.
  if (order.planned && error instanceof Problem && error.code === 'inventory.short') return true
  // So was an offer we knew; one that is used up is told to whoever was quoted it.
  if (error instanceof Problem && error.code.startsWith('promotions.')) {
    forgetOffers()
    return error.code === 'promotions.offer_changed'
  }
  // Our cached price was no longer the effective one: look again and decide anew.
  if (!(error instanceof Problem && error.code === 'orders.price_stale')) return false
  forget(order.price_of)
  return true
}

type Prepared = Draft & { profile_id: string; price_of: string[]; planned: boolean }

async function prepare(db: Pool, actor: Actor, input: OrderInput): Promise<Prepared> {
  if (actor.kind === 'member' || actor.kind === 'visitor') await needOpen(db)
  const asked = await ask(db, actor, input)
  await needLeft(db, asked.wish)
  await maySpend(db, actor, input, asked)
  await sameCustomer(db, input, asked)
  const sealed = await sealedContact(db, actor, input, asked)
  const now = clock.now()
  if (input.way !== 'carry') await barred(db, input, asked.wish)
  const promised = await promise(db, input, asked.wish, now)
  const decision = await decideAny(db, asked.wish, now)
  const pieces = await piecesOf(db, input, asked, decision, now)
  const cards = await payingCards(db, input)
  asked.wish.parts = await allot(db, input, asked.wish, decision)
  if (promised && input.way === 'order_ahead')
    promised.call_number = await nextCall(db, asked.wish.place.place_id, decision.business_date)
  if (decision.offering) needGiven(decision.offering, decision.redeems, decision.refused())
  const shop = asked.wish.sold_at ?? asked.wish.place
  const off = await takenOff(db, actor, input, shop.place_id, decision)
  const { total_yen } = decision.quote
  if (input.expected_total_yen !== undefined && input.expected_total_yen !== total_yen)
    refuse(
      'orders.total_changed',
      409,
      '合計金額が変わりました。新しい金額をご確認ください。',
      'The total has changed; please look at the new amount.',
      {
        field: 'expected_total_yen',
        total_yen,
      },
    )
  const order = draft(actor, input, asked.wish, asked.buyer, asked.cart, decision, now, sealed, {
    ...(await termsOf(db, asked.wish.way)),
    promised,
    hold: asked.hold,
    approval: off.approval,
    discounts: [...decision.offered, ...off.discounts],
    cards,
    sells_cards: asked.wish.gift_cards && (await soldCards(db, decision.lines, shop, now)),
    gifts: pieces && (await asideOf(db, asked.buyer.profile_id, pieces, asked.wish.place, now)),
  })
  return {
    ...order,
    profile_id: asked.buyer.profile_id,
    price_of: decision.variant_ids,
    planned: asked.wish.planned ?? false,
  }
}

// What is sent may be paid later than it is ordered; what is carried away is not.
async function termsOf(db: Pool, way: string) {
  const sent = way === 'ship'
  return {
    later: sent && (await setting(db, captureAtShipping)),
    cash_on_delivery: sent && (await setting(db, cashOnDelivery)),
  }
}

// A repeat gets its first answer even when the world moved on meanwhile: the cart emptied, a price changed, a scan grown old.
async function earlier(db: Pool, claim: Claim, refused: unknown): Promise<{ claimed: Claimed }> {
  if (!(refused instanceof Problem) || (await unclaimed(db, claim))) throw refused
  return transaction(db, system, async (tx) => {
    const claimed = await claimAnswer(tx, claim, { locked_until: new Date(clock.ms() + payment_lock_ms).toISOString() })
    if (claimed.outcome === 'new') throw refused
    return { claimed }
  })
}

async function known(
  db: Pool,
  actor: Actor,
  claim: Claim,
  claimed: Claimed,
  input: OrderInput,
  answer: Answer,
): Promise<Placed> {
  if (claimed.outcome !== 'resume') return { claimed }
  return { text: await resume(db, actor, claim, claimed.subject_id as string, input, answer) }
}

// At the till a photograph of a card must not pay: points are spent on a rotating code, or a PIN, given there and then.
async function maySpend(db: Pool, actor: Actor, input: OrderInput, { wish, buyer }: Asked): Promise<void> {
  if (wish.points_used === 0 || wish.channel !== 'till' || (actor.kind !== 'staff' && actor.kind !== 'api')) return
  if (!(await setting(db, tillPointsNeedScan))) return
  const { scan_id } = input
  const fresh =
    scan_id !== undefined &&
    (await transaction(db, system, (tx) =>
      spendingScan(tx, buyer.profile_ids, scan_id, { actor, place_id: (wish.sold_at ?? wish.place).place_id }),
    ))
  if (fresh) return
  refuse(
    'orders.scan_needed',
    422,
    'ポイントのご利用には、会員証QRコードの読み取りか、お客様の暗証番号が必要です。',
    'To spend points, read the QR code on the customer’s card, or have her type her PIN.',
    {
      field: 'scan_id',
    },
  )
}

// What is sold beside a pickup counts for that order: it must be hers.
async function sameCustomer(db: Pool, { with_order_id }: OrderInput, { buyer }: Asked): Promise<void> {
  if (with_order_id === undefined) return
  const owner = await one<{ profile_id: string }>(
    db,
    sql`select profile_id from orders.reference where order_id = ${with_order_id}`,
  )
  if (owner && [buyer.profile_id, ...buyer.profile_ids].includes(owner.profile_id)) return
  refuse('orders.with_other', 422, '同じお客様のご注文ではありません。', 'That order is not of the same customer.', {
    field: 'with_order_id',
  })
}

// Where to deliver and how to reach a guest: sealed under her own key, opened only by those who deliver or notify.
async function sealedContact(db: Pool, actor: Actor, input: OrderInput, asked: Asked): Promise<Buffer | null> {
  if (asked.wish.way === 'ship' && !asked.to && actor.kind !== 'api')
    refuse('orders.ship_to', 422, 'お届け先を入力してください。', 'Enter where to deliver.', { field: 'ship' })
  if (actor.kind === 'visitor' && !input.contact)
    refuse('orders.contact_needed', 422, 'ご連絡先を入力してください。', 'Enter how to reach you.', {
      field: 'contact',
    })
  const { contact } = input
  const ship = asked.to
  if (ship && asked.buyer.walk_in)
    refuse('orders.buyer_needed', 422, 'お届けするお客様を指定してください。', 'Say for whom it is shipped.', {
      field: 'profile_id',
    })
  if (asked.buyer.walk_in || !(ship || contact)) return null
  return seal(db, asked.buyer.profile_id, { ship, contact })
}

async function complete(
  db: Pool,
  actor: Actor,
  claim: Claim,
  input: OrderInput,
  { order, text, paying }: Begun,
  answer: Answer,
): Promise<Placed> {
  if (!paying) {
    tellWorkers(order.view)
    return { text }
  }
  const { order_id } = order.view
  const asking = order.payments.flatMap(({ asked, payment_id, amount_yen, provider, state }) =>
    asked
      ? [
          {
            payment_id,
            amount_yen,
            provider: provider as string,
            provider_id: null,
            state,
            later: asked === 'authorize',
          },
        ]
      : [],
  )
  const collected = await collect(db, actor, claim, order_id, asking, input)
  if ('actions' in collected) return { text: answer(unfinished(order.view, collected)) }
  const writes = JSON.stringify({ ...order.writes, took: collected.took })
  const { settled } = await retrying(() =>
    only<{ settled: boolean }>(
      db,
      sql`select orders.settle_and_answer(${order.profile_id}, ${order_id}, ${writes}::jsonb, ${clock.iso()},
            ${claim.scope}, ${claim.key}, 201, ${sealAnswer(text)}) as settled`,
    ),
  )
  if (!settled) await tooSlow(db, order_id)
  tellWorkers(order.view)
  return { text }
}

// Its buyer has to prove herself first: the same key, sent again afterwards, finishes the order.
function unfinished(view: OrderView, { actions }: Extract<Collected, { actions: unknown }>): OrderView {
  const left = [...actions.values()]
  const payments = view.payments.map((payment) => {
    if (payment.method !== 'card') return payment
    const action = left.shift()
    return { ...payment, state: 'pending', ...(action && { action }) }
  })
  return { ...view, state: 'paying', done_at: null, payments }
}

// The event was written inside the one trip, so nobody else rings for it.
function tellWorkers({ way }: { way: string }): void {
  if (reactionsTo('order.placed', { payload: { way } }).length > 0) nudge()
}

/** Write a drafted order inside a transaction that does more (an exchange). It must ask no card. */
export async function placeWithin(tx: Tx, order: Draft): Promise<void> {
  const { order_id, placed_at } = order.view
  // The whole transaction stands under its caller's key: this one is the order's own and new.
  await only(
    tx,
    sql`select outcome from orders.checkout('within', ${order_id}, ${sha256(order_id)}, 201, ${sealAnswer('{}')}, ${placed_at}, null, ${JSON.stringify(order.writes)}::jsonb)`,
  )
  tx.afterCommit(() => tellWorkers(order.view))
}

/** Write a draft under its claim, in one trip; what it refuses is thrown. */
export function checkout(db: Pool, claim: Claim, text: string | null, order: Draft): Promise<Claimed> {
  const { simple } = order
  if (text !== null && simple) return sell(db, { claim, text, order: { ...order, simple } })
  return alone(db, { claim, text, order })
}

async function alone(
  db: Pool,
  { claim, text, order }: { claim: Claim; text: string | null; order: Draft },
): Promise<Claimed> {
  const { wanted } = order
  const locked_until = text === null ? new Date(clock.ms() + payment_lock_ms).toISOString() : null
  const call =
    () => sql`select outcome, status, answer, subject_id from orders.checkout(${claim.scope}, ${claim.key}, ${claim.fingerprint}, 201,
    ${text === null ? null : sealAnswer(text)}, ${claim.expires_at}, ${locked_until}, ${JSON.stringify(order.writes)}::jsonb)`
  for (let looked = false; ; ) {
    // Sold out while she stood in line: one look answers the whole line, outside it.
    const look = () => wanted !== undefined && !looked && wasShort(wanted)
    if (wanted && look()) {
      const refused = await shortNow(db, wanted)
      if (refused && (await unclaimed(db, claim))) throw refused
      looked = true
    }
    const claimed = await retrying(() => writing(async () => (look() ? undefined : only<Claimed>(db, call())))).catch(
      (error) => {
        if (wanted) rememberShort(error, wanted)
        throw error
      },
    )
    if (claimed) return claimed
  }
}
const sell = together(alone)

// The order was given up while the card company took its time: what it took goes back.
async function tooSlow(db: Pool, order_id: string): Promise<never> {
  await compare(db, order_id, clock.iso())
  return refuse(
    'orders.given_up',
    409,
    'お支払いの時間が過ぎたため、ご注文は取り消されました。',
    'The order was given up because payment took too long.',
    { order_id },
  )
}

// An earlier call with this key died after the order was written, or its buyer had to prove herself: ask the cards again (or find
// them charged) and settle that order.
async function resume(
  db: Pool,
  actor: Actor,
  claim: Claim,
  order_id: string,
  input: OrderInput,
  answer: Answer,
): Promise<string> {
  const asking = await askAgain(db, order_id)
  if (asking.some(({ state }) => given_up.includes(state))) return tooSlow(db, order_id)
  const open = asking.some(({ state }) => state === 'pending')
  const collected = open ? await collect(db, actor, claim, order_id, asking, input) : { took: [] }
  if ('actions' in collected)
    return answer(unfinished((await transaction(db, system, (tx) => find(tx, order_id))).view, collected))
  try {
    return await transaction(db, system, async (tx) => {
      const text = answer(await settle(tx, actor, order_id, collected.took))
      await keep(tx, claim, 201, text)
      return text
    })
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'orders.given_up')) throw error
    return tooSlow(db, order_id)
  } finally {
    tellWorkers(input)
  }
}

const given_up = ['failed', 'voiding', 'voided', 'refunding', 'refunded']
