/** Numbers of gift cards: derived by key, so that whoever bought one can be told it again and nothing that is stored tells it. */
import { Type } from 'typebox'
import { blind } from '#core/secret'
import { cardNumber } from '#pricing/card-number'

export const CardNumber = Type.String({
  minLength: 20,
  maxLength: 40,
  description: 'As printed or scanned: 20 letters and digits; spaces and hyphens do not matter.',
})

/** The number of a card. */
export function numberOf(card_id: string): string {
  return cardNumber(BigInt(`0x${blind('gift_card', card_id).toString('hex')}`))
}

/** What is stored of it. */
export function hashOfNumber(number: string): Buffer {
  return blind('gift_card.number', number)
}
