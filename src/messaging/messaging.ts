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
import { type OrderNews, orderWords } from '#messaging/order-words'
import { find, reachOf } from '#orders/orders'
import { place } from '#stores/stores'

/** Mail the customer news of her order; till sales and people without an address get none. */
export function mailOrder(news: OrderNews): Reaction {
  return {
    name: `mail ${news}`,
    // A sale at the till has its receipt.
    when: ({ payload }) => payload?.way !== 'carry',
    reach: (db, event, key) => send(db, event, news, key),
    run: async (tx, event, sent) => {
      if (sent !== true) return
      await emit(tx, {
        type: 'message.sent',
        profile_id: event.profile_id,
        source: 'messaging',
        message_id: `${news}:${event.event_id}`,
        subject_kind: event.subject_kind ?? undefined,
        subject_id: event.subject_id ?? undefined,
        payload: { channel: 'email', template: news },
      })
    },
  }
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
  const people = await openAll(tx, await profilesOf(tx, profile_id))
  const buyer = people.find((person) => person.profile_id === profile_id)
  const reach = await reachOf(tx, profile_id, subject_id)
  const to = reach?.contact?.email ?? reach?.ship?.email ?? buyer?.email ?? people.find(({ email }) => email)?.email
  if (!to) return undefined
  const shop = await place(tx, view.place_id)
  const words = orderWords(
    {
      ...view,
      news,
      name: buyer?.name ?? nameOf(reach?.contact),
      pickup_code: view.pickup?.code ?? null,
      shop,
      keep_until: typeof payload.keep_until === 'string' ? payload.keep_until : null,
    },
    buyer?.locale ?? 'ja',
  )
  return { to, ...words }
}

function nameOf(contact: { family_name?: string; given_name?: string } | undefined): string | null {
  return [contact?.family_name, contact?.given_name].filter(Boolean).join(' ') || null
}
