import { counted } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { cardOf, scan } from './card.ts'
import { cardSubject, linkOldCard } from './old-cards.ts'
import { open } from './person.ts'
import * as shape from './shapes.ts'
import { customer } from './view.ts'

const tags = ['customers']
const misread = {
  name: 'scan',
  most: 10,
  window_seconds: 60,
  lock_seconds: 60,
  wrong: ['customers.card_unknown', 'customers.code_old', 'customers.code_used'],
}
const day_seconds = 86_400
const wrong_pin = {
  name: 'old card',
  most: 5,
  most_address: 50,
  window_seconds: day_seconds,
  lock_seconds: day_seconds,
  wrong: ['customers.card_pin_wrong'],
}

/** The member card in her hand, and the scan of it at the till. */
export function cardRoutes(app: App): void {
  app.get(
    '/v1/customers/me/card',
    {
      config: { audience: ['member'] },
      schema: {
        tags,
        summary: 'My member card: bar code, and the rotating QR of the next minutes',
        response: { 200: shape.Card },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const me = await customer(tx, request.actor.profile_id ?? '')
        const member_number =
          me.member_number ?? refuse('customers.no_card', 409, '会員証がありません。', 'There is no member card.')
        return { member_number, name: me.name, ...(await cardOf(tx, me.profile_id)), server_time: clock.iso() }
      }),
  )

  app.post(
    '/v1/customers/scans',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:customers.read'] },
      schema: {
        tags,
        summary: 'Read a shown member QR, bar code or card',
        body: shape.ScanNew,
        response: { 201: shape.Scan },
      },
    },
    (request, reply) =>
      counted(request.db, misread, { by: [request.actor.session_id ?? request.actor.id] }, () =>
        once(request, reply, 201, async (tx) => {
          const read = await scan(tx, request.actor, request.body.code)
          const { name, member_number } = await open(tx, read.profile_id)
          return { ...read, name, member_number }
        }),
      ),
  )

  app.post(
    '/v1/customers/me/old-cards',
    {
      config: { audience: ['member'] },
      schema: {
        tags,
        summary: 'Link the card of an old shop by its number and PIN: it and its points become mine',
        body: shape.OldCardLink,
        response: { 201: shape.Merged },
      },
    },
    (request, reply) => {
      const { card_number, pin } = request.body
      const me = request.actor.profile_id ?? ''
      return counted(request.db, wrong_pin, { by: [cardSubject(card_number), me], from: request }, () =>
        once(request, reply, 201, (tx) => linkOldCard(tx, request.actor, me, card_number, pin)),
      )
    },
  )
}
