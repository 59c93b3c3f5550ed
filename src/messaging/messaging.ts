/**
 * Messaging: what a customer is told. Owns the words and the sending of messages; consent decides about marketing.
 * Always true: a message about her own order needs no marketing consent; nothing is sent inside a transaction; a message
 * carries the key of its reaction, so that a repeat after a crash can be told; no address or text is kept in clear.
 */
import { type Event, emit, type Reaction } from '#activity/activity'
import { mailer } from '#channels/email/email'
import { system } from '#core/actor'
import { type Pool, type Tx, transaction } from '#core/database'
import { openAll, profilesOf } from '#customers/customers'
import { giftOf } from '#gifts/gifts'
import { type GiftNews, giftWords } from '#messaging/gift-words'
import { type HoldNews, holdWords } from '#messaging/hold-words'
import { type OrderNews, orderWords } from '#messaging/order-words'
import { find, findHold, type OrderView, reachOf } from '#orders/orders'
import { deliveryTerms, place } from '#stores/stores'

/** Mail the customer news of her order; till sales and people without an address get none. */
export function mailOrder(news: OrderNews): Reaction {
  return {
    name: `mail ${news}`,
    // A sale at the till has its receipt.
    when: ({ payload }) => payload?.way !== 'carry',
    reach: (db, event, key) => send(db, event, news, key),
    run: async (tx, event, sent) => {
      if (sent === true) await sentMail(tx, event, news)
    },
  }
}

async function sentMail(tx: Tx, event: Event, template: string): Promise<void> {
  await emit(tx, {
    type: 'message.sent',
    profile_id: event.profile_id,
    source: 'messaging',
    message_id: `${template}:${event.event_id}`,
    subject_kind: event.subject_kind ?? undefined,
    subject_id: event.subject_id ?? undefined,
    payload: { channel: 'email', template },
  })
}

async function send(db: Pool, event: Event, news: OrderNews, key: string): Promise<boolean> {
  const mail = await transaction(db, system, (tx) => compose(tx, event, news))
  if (!mail) return false
  await mailer(db).send({ ...mail, key })
  return true
}

async function compose(tx: Tx, event: Event, news: OrderNews) {
  const { profile_id, subject_id, payload } = event
  if (!subject_id) return undefined
  const { view } = await find(tx, subject_id)
  // Collected or given up meanwhile: an invitation to come would be false.
  if ((news === 'order.ready' || news === 'order.pickup_reminded') && view.state !== 'ready') return undefined
  const { to, buyer, contact } = await reachable(tx, profile_id, subject_id)
  if (!to) return undefined
  const shop = await place(tx, view.place_id)
  const words = orderWords(
    {
      ...view,
      news,
      name: buyer?.name ?? nameOf(contact),
      pickup_code: view.pickup?.code ?? null,
      shop,
      keep_until: typeof payload.keep_until === 'string' ? payload.keep_until : null,
      call_number: view.promise?.call_number ?? null,
      delivery: await deliveryOf(tx, view),
    },
    buyer?.locale ?? 'ja',
  )
  return { to, ...words }
}

// Where she said this order's news should go, else where she is reached.
async function reachable(tx: Tx, profile_id: string, order_id: string) {
  const people = await openAll(tx, await profilesOf(tx, profile_id))
  const buyer = people.find((person) => person.profile_id === profile_id)
  const reach = await reachOf(tx, profile_id, order_id)
  const to = reach?.contact?.email ?? reach?.ship?.email ?? buyer?.email ?? people.find(({ email }) => email)?.email
  return { to, buyer, contact: reach?.contact }
}

async function deliveryOf(tx: Tx, { placed_at, promise }: OrderView) {
  if (!promise?.delivery_date) return null
  const { slots } = await deliveryTerms(tx, placed_at.slice(0, 10))
  const slot = slots.find(({ code }) => code === promise.delivery_slot)
  return { date: promise.delivery_date, ja: slot?.ja ?? '', en: slot?.en ?? '' }
}

/** Mail a giver that her gift still waits, or, if she wished so, that it was received; never by whom. */
export function mailGift(news: GiftNews): Reaction {
  return {
    name: `mail ${news}`,
    reach: async (db, event, key) => {
      const mail = await transaction(db, system, (tx) => composeGift(tx, event, news))
      if (!mail) return false
      await mailer(db).send({ ...mail, key })
      return true
    },
    run: async (tx, event, sent) => {
      if (sent === true) await sentMail(tx, event, news)
    },
  }
}

async function composeGift(tx: Tx, { profile_id, subject_id, payload }: Event, news: GiftNews) {
  if (!subject_id || typeof payload.order_id !== 'string') return undefined
  const { view } = await find(tx, payload.order_id)
  const gift = await giftOf(tx, system, profile_id, view.order_id, subject_id)
  // Received meanwhile there is nothing to remind of; and of receiving only who wished so is told.
  if (news === 'gift.reminded' ? gift.state !== 'open' : !gift.tell) return undefined
  const { to, buyer, contact } = await reachable(tx, profile_id, view.order_id)
  if (!to) return undefined
  const { time_zone } = await place(tx, view.place_id)
  const { name: goods, name_en: goods_en, expires_at } = gift
  const told = {
    news,
    name: buyer?.name ?? nameOf(contact),
    goods,
    goods_en,
    number: view.number,
    expires_at,
    time_zone,
  }
  return { to, ...giftWords(told, buyer?.locale ?? 'ja') }
}

/** Mail the customer news of what is set aside for her; those without an address get none. */
export function mailHold(news: HoldNews): Reaction {
  return {
    name: `mail ${news}`,
    reach: async (db, event, key) => {
      const mail = await transaction(db, system, (tx) => composeHold(tx, event, news))
      if (!mail) return false
      await mailer(db).send({ ...mail, key })
      return true
    },
    run: async (tx, event, sent) => {
      if (sent === true) await sentMail(tx, event, news)
    },
  }
}

async function composeHold(tx: Tx, { profile_id, subject_id, payload }: Event, news: HoldNews) {
  // She gave it back herself, or bought it: there is nothing to tell.
  if (!subject_id || (news === 'hold.released' && payload.reason === 'asked')) return undefined
  const hold = await findHold(tx, subject_id)
  if (news === 'hold.reminded' && hold.state !== 'held') return undefined
  const people = await openAll(tx, await profilesOf(tx, profile_id))
  const buyer = people.find((person) => person.profile_id === profile_id)
  const to = buyer?.email ?? people.find(({ email }) => email)?.email
  if (!to) return undefined
  const shop = await place(tx, hold.place_id)
  return { to, ...holdWords({ ...hold, news, name: buyer?.name ?? null, shop }, buyer?.locale ?? 'ja') }
}

function nameOf(contact: { family_name?: string; given_name?: string } | undefined): string | null {
  return [contact?.family_name, contact?.given_name].filter(Boolean).join(' ') || null
}
