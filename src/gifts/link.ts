/** The link of a gift: 128 bits derived by key, so that its giver can be told it again and nothing that is stored tells it. */
import { Type } from 'typebox'
import { blind } from '#core/secret'

export const GiftToken = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$', description: 'What the link says after `#`.' })

/** What a link says after `#`: 22 letters; another each time it is made anew. */
export function tokenOf(gift_id: string, link_no = 0): string {
  return blind('gift', link_no === 0 ? gift_id : `${gift_id} ${link_no}`).toString('base64url')
}

/** What is stored of it. */
export function hashOf(token: string): Buffer {
  return blind('gift.link', token)
}
