import { isGtin } from '#pricing/gtin'
import { isMemberCode, memberNumber } from '#pricing/memberCode'
import { take } from '../../kit/client.ts'
import { Refused, refusalOf } from '../../kit/problem.ts'
import { api } from '../api.ts'
import { isConnected } from '../offline/connection.ts'
import { goodOfCode, refreshGoods } from '../offline/goods.ts'
import type { Good } from '../offline/shapes.ts'
import type { Member } from './shapes.ts'

/** What a bar code on goods means, by this device's own catalogue; one it does not know may be new, so the house is asked. */
export async function goodsOf(code: string): Promise<Good | undefined> {
  const known = await goodOfCode(code)
  if (known || !isConnected()) return known
  await refreshGoods()
  return goodOfCode(code)
}

/** Whether a code can be goods at all: the members' own prefix never is. */
export function mayBeGoods(code: string): boolean {
  return isGtin(code) && memberNumber(code) === undefined
}

/**
 * The member of a scanned card, by its rotating QR or its bars. Each QR is read once. Without a connection the bars still
 * earn, later; who she is nobody can say yet, and a QR cannot be read at all.
 */
export async function memberOf(code: string): Promise<Member> {
  if (!isConnected()) return later(code)
  try {
    const found = await take(api.POST('/v1/customers/scans', { body: { code } }))
    const { scan_id, may_spend, profile_id, customer_id, name, member_number } = found
    return {
      profile_id,
      customer_id,
      name,
      ...(member_number ? { code: member_number } : {}),
      ...(may_spend ? { scan_id } : {}),
    }
  } catch (thrown) {
    // The line went while we asked: no answer is what having no line is like.
    if (refusalOf(thrown).status === 0) return later(code)
    throw thrown
  }
}

function later(code: string): Member {
  if (isMemberCode(code)) throw new Refused(0, { messages: QR_LATER })
  return { profile_id: null, customer_id: null, name: null, code }
}

const QR_LATER = {
  ja: '通信が切れているため、QRは読み取れません。会員証のバーコードなら、ポイントはあとで付きます。',
  en: 'A QR cannot be read without a connection. Scan the bar code of the card: her points follow later.',
}
