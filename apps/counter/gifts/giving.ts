import { useLocation } from 'react-router'
import { keyed, take } from '../../kit/client.ts'
import type { OrderSent } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import type { Member, SaleLine } from '../sale/shapes.ts'

/** What is said at the desk: her name once, and a message with each piece. Kept in this window only. */
export type Said = { from: string; email: string; messages: string[] }
export const unsaid: Said = { from: '', email: '', messages: [] }

/** Whether what is sold on this screen is sold as gifts. */
export function useGiving(): boolean {
  return useLocation().pathname === '/gifts'
}

/** Each piece of the sale, in the order in which the house counts them. */
export function piecesOf(lines: readonly SaleLine[]): { key: string; line: SaleLine }[] {
  return lines.flatMap((line) =>
    Array.from({ length: line.quantity }, (_, at) => ({ key: `${line.variant_id} ${at}`, line })),
  )
}

/** What makes an order of a sale one of gifts. Whoever is no member gives without saying who she is: she is noted under the same intention. */
export async function givenAs(
  { from, email, messages }: Said,
  lines: readonly SaleLine[],
  member: Member | null,
  key: string,
): Promise<Partial<OrderSent>> {
  const profile_id =
    member?.profile_id ?? (await take(api.POST('/v1/gifts/givers', { body: {}, ...keyed(`${key}-giver`) }))).profile_id
  return {
    way: 'gift',
    supply_mode: 'delivery',
    profile_id,
    gifts: piecesOf(lines).map((_, at) => {
      const message = messages[at]?.trim()
      return { ...(from.trim() && { from: from.trim() }), ...(message && { message }) }
    }),
    ...(email.trim() && { contact: { email: email.trim() } }),
  }
}
