/** How an order is paid: which methods fit its way of receiving, and a split that sums to the total exactly. */
import { paymentName } from '#channels/payment/payment'
import { id } from '#core/id'
import { Problem, refuse } from '#core/problem'
import type { Card } from '#gifts/gifts'
import type { OrderInput } from '#orders/input'

export type Payment = {
  payment_id: string
  method: string
  amount_yen: number
  tendered_yen: number | null
  state: string
  provider: string | null
  /** Ours at a provider; the slip's number of an outside terminal; the last four letters of a gift card. */
  reference: string | null
  /** The operation a card payment begins with, and when the reconciler looks at it first. */
  asked?: 'charge' | 'authorize'
  look_at?: string
  /** The gift card that pays, and which of the payments asked for it is. */
  card_id?: string
  at?: number
}
type Asked = NonNullable<OrderInput['payments']>[number]
export type Terms = {
  way: string
  now: Date
  /** Card money is only authorized now and captured when the goods leave. */
  later: boolean
  cash_on_delivery: boolean
  /** 掛売: a company orders, and may have it billed when its month closes. */
  on_account?: boolean
  /** Paid elsewhere already: who took it, and under which name. */
  recorded?: { provider: string; reference: string }
  /** A till takes the money, whatever the way: it may sell what another place sends. */
  at_till?: boolean
  /** What comes back in an exchange pays first. */
  credit_yen?: number
  /** The gift cards behind the payments asked for, each in its place. */
  cards?: readonly (Card | undefined)[]
}

// Shorter than a captured order may stand unplaced, longer than a provider takes to answer.
const look_ms = 60_000

/** The payments of an order as they will be written, points among them. */
export function paymentsOf(asked: readonly Asked[], terms: Terms, paid_yen: number, points_used: number): Payment[] {
  if (asked.length > 1 && asked.some(({ method }) => method === 'account'))
    refuse(
      'orders.account_alone',
      422,
      '掛売はほかのお支払い方法と併用できません。',
      'What is billed is billed whole.',
      {
        field: 'payments',
      },
    )
  if (terms.recorded) return paid_yen > 0 ? [{ ...paid('recorded', paid_yen), ...terms.recorded }] : []
  const { credit_yen = 0 } = terms
  const list = sharesOf(asked, paid_yen - credit_yen).flatMap((amount_yen, at) =>
    amount_yen === 0 ? [] : [paymentOf(asked[at] as Asked, at, amount_yen, terms)],
  )
  if (credit_yen > 0) list.push(paid('exchange', credit_yen))
  if (points_used > 0) list.push(paid('points', points_used))
  return inOrder(list)
}

// Ids grow in the order given, so that a resumed payment finds its own card again.
function inOrder(list: Payment[]): Payment[] {
  const ids = list.map(({ payment_id }) => payment_id).sort()
  return list.map((payment, at) => {
    const payment_id = ids[at] as string
    return { ...payment, payment_id, reference: payment.asked ? payment_id : payment.reference }
  })
}

/** The payments of money that was due, from hand to hand at a till. */
export function paymentsByHand(asked: readonly Asked[], due_yen: number): Payment[] {
  const list = sharesOf(asked, due_yen).flatMap((amount_yen, at) => {
    const item = asked[at] as Asked
    if (item.method !== 'cash' && item.method !== 'terminal')
      refuse(
        'orders.by_hand',
        422,
        '現金または外部端末でお支払いください。',
        'Money that is due is paid in cash or at a terminal.',
        { field: `payments.${at}.method` },
      )
    return amount_yen === 0 ? [] : [byHand(item, `payments.${at}`, amount_yen)]
  })
  return inOrder(list)
}

// What each asked payment pays: as named, one of them may leave its amount open and takes the rest.
function sharesOf(asked: readonly Asked[], paid_yen: number): number[] {
  const open = asked.filter(({ amount_yen }) => amount_yen === undefined)
  const rest = paid_yen - asked.reduce((sum, { amount_yen }) => sum + (amount_yen ?? 0), 0)
  if (
    open.length > 1 ||
    (open.length === 0 && rest !== 0) ||
    rest < 0 ||
    (open.length === 1 && rest === 0 && paid_yen > 0)
  )
    refuse(
      'orders.payment_sum',
      422,
      'お支払い金額が合計と一致しません。',
      'The payments do not add up to the total.',
      { field: 'payments', to_pay_yen: paid_yen },
    )
  return asked.map(({ amount_yen }) => amount_yen ?? rest)
}

function paymentOf(item: Asked, at: number, amount_yen: number, terms: Terms): Payment {
  const field = `payments.${at}`
  switch (item.method) {
    case 'card':
      return card(item, field, amount_yen, terms)
    case 'cash':
      if (terms.way !== 'carry' && !terms.at_till)
        refuse(
          'orders.no_cash',
          422,
          'この受け取り方法では現金をお使いいただけません。',
          'Cash cannot be used for this way of receiving.',
          { field: `${field}.method` },
        )
      return byHand(item, field, amount_yen)
    case 'terminal':
      if (terms.way !== 'carry' && !terms.at_till) notHere(field)
      return byHand(item, field, amount_yen)
    case 'pay_in_shop':
      // What is made for her alone is paid for first.
      if (terms.way !== 'collect') notHere(field)
      return { ...paid('pay_in_shop', amount_yen), state: 'due' }
    case 'account':
      return billed(field, amount_yen, terms)
    case 'gift_card':
      return byCard(at, amount_yen, terms)
    default:
      if (terms.way !== 'ship' || !terms.cash_on_delivery) notHere(field)
      return { ...paid('cash_on_delivery', amount_yen), state: 'due' }
  }
}

// Checked here for a word that helps; what holds is checked again under the card's lock.
function byCard(at: number, amount_yen: number, { cards, on_account }: Terms): Payment {
  const card = cards?.[at]
  if (!card || on_account) return notHere(`payments.${at}`)
  if (card.balance_yen < amount_yen)
    throw Problem.ofCode('gifts.card_short', 409, { field: `payments.${at}.amount_yen`, balance_yen: card.balance_yen })
  return { ...paid('gift_card', amount_yen), reference: card.last_four, card_id: card.card_id, at }
}

// A bill names its orders: what is on account is so wholly, and is delivered, so that it is owed from a day.
function billed(field: string, amount_yen: number, { way, on_account }: Terms): Payment {
  if (way === 'carry') notHere(field)
  if (!on_account)
    refuse(
      'orders.no_account',
      422,
      '掛売は契約のある取引先のみご利用いただけます。',
      'Only a company with an account can be billed.',
      {
        field: `${field}.method`,
      },
    )
  return paid('account', amount_yen)
}

function card({ token }: Asked, field: string, amount_yen: number, { later, now }: Terms): Payment {
  const provider = paymentName()
  if (provider === 'none')
    refuse('orders.no_card', 422, 'カードはご利用いただけません。', 'Cards are not taken here.', {
      field: `${field}.method`,
    })
  // A provider with fields of its own may begin without one.
  if (!token && provider === 'fake')
    refuse('orders.card_token', 422, 'カード情報が必要です。', 'A card token is needed.', { field: `${field}.token` })
  const look_at = new Date(now.getTime() + look_ms).toISOString()
  return { ...paid('card', amount_yen), state: 'pending', provider, asked: later ? 'authorize' : 'charge', look_at }
}

// Money that went from hand to hand: cash, or an outside terminal whose amount a clerk keyed, with the number of its slip.
function byHand(item: Asked, field: string, amount_yen: number): Payment {
  if (item.method === 'terminal') {
    if (!item.slip)
      refuse(
        'orders.slip_needed',
        422,
        '端末の伝票番号を入力してください。',
        'Enter the number of the terminal’s slip.',
        {
          field: `${field}.slip`,
        },
      )
    return { ...paid('terminal', amount_yen), provider: 'external', reference: item.slip }
  }
  const tendered_yen = item.tendered_yen ?? amount_yen
  if (tendered_yen < amount_yen)
    refuse('orders.tendered_short', 422, 'お預り金額が足りません。', 'The cash given is less than the amount.', {
      field: `${field}.tendered_yen`,
    })
  return { ...paid('cash', amount_yen), tendered_yen }
}

function paid(method: string, amount_yen: number): Payment {
  const [payment_id, state] = [id(), 'captured']
  return { payment_id, method, amount_yen, tendered_yen: null, state, provider: null, reference: null }
}

function notHere(field: string): never {
  return refuse(
    'orders.method_not_here',
    422,
    'この受け取り方法ではご利用いただけないお支払い方法です。',
    'This way of paying does not go with this way of receiving.',
    { field: `${field}.method` },
  )
}
