import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, only, rows, run, sql, type Tx } from '#core/database'
import { id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'
import { clock } from '#core/time'
import { customerOf } from '#customers/customers'
import { locked, offer } from '#promotions/offers'
import type { CouponView, IssueBody } from '#promotions/shapes'

/** A coupon as its holder shows it. */
export type CouponCode = CouponView & { code: string }
type Row = Omit<CouponView, 'reason'> & { code: string | null; profile_id: string | null } & Reason
type Reason = { reason_ja: string | null; reason_en: string | null }

// Without 0/O and 1/I/L: it is read aloud and typed. 17 of them are 84 bits.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 17

const shown = sql`k.coupon_id, k.offer_id, o.name as offer, o.name_en as offer_en, k.kind, k.state, k.place_ids, k.channels, k.issued_at, k.expires_at,
  k.order_id, k.code, k.profile_id, k.reason_ja, k.reason_en`

/** The code of a coupon: derived by key, so that it can be printed again and nothing that is stored tells it. */
export function codeOf(coupon_id: string): string {
  let value = BigInt(`0x${blind('coupon', coupon_id).toString('hex')}`)
  let code = ''
  for (let at = 0; at < length; at++) {
    code += letters[Number(value % 31n)]
    value /= 31n
  }
  return code
}

/** A code as compared: scanned or typed, in full width, with spaces or hyphens. */
function plain(code: string): string {
  return code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}
export function tokenOf(code: string): Buffer {
  return blind('coupon.code', plain(code))
}

/** Issue coupons of an offer: so many codes for one order each, one each for some people, or one public code. */
export async function issueCoupons(
  tx: Tx,
  actor: Actor,
  offer_id: string,
  { count, profile_ids, code, place_ids, channels, expires_at, reason }: IssueBody,
): Promise<CouponCode[]> {
  const { state, rule, lottery } = await offer(tx, offer_id)
  if ([count, profile_ids, code].filter((one_of) => one_of !== undefined).length !== 1)
    refuse(
      'promotions.one_kind',
      422,
      '枚数・会員・公開コードのうち、ひとつを指定してください。',
      'Say one of count, profile_ids and code.',
      { field: 'count' },
    )
  if (!rule.conditions.coupon)
    refuse('promotions.no_coupons', 409, 'この特典にクーポンは要りません。', 'This offer needs no coupon.', {
      field: 'rule.conditions.coupon',
    })
  if (state === 'ended') refuse('promotions.over', 409, '終了した特典です。', 'This offer has ended.', { state })
  const kind = code !== undefined ? 'public' : profile_ids ? 'personal' : 'list'
  const people = kind === 'personal' ? [...new Set(profile_ids)] : Array.from({ length: count ?? 1 }, () => null)
  if (lottery) await needWinners(tx, offer_id, lottery.winners, kind === 'public' ? null : people.length)
  for (const profile_id of people) if (profile_id) await customerOf(tx, profile_id)
  const made = people.map((profile_id) => {
    const coupon_id = id()
    const text = code !== undefined ? plain(code) : codeOf(coupon_id)
    return { coupon_id, profile_id, token: tokenOf(text).toString('hex'), code: kind === 'public' ? text : null }
  })
  try {
    await run(
      tx,
      sql`insert into promotions.coupon (token, coupon_id, offer_id, kind, profile_id, code, place_ids, channels, issued_at, expires_at, reason_ja, reason_en)
          select decode(m.token, 'hex'), m.coupon_id, ${offer_id}, ${kind}, m.profile_id, m.code, ${place_ids ?? null}::uuid[], ${channels ?? null}::text[],
            ${clock.iso()}, ${expires_at ?? null}, ${reason?.ja ?? null}, ${reason?.en ?? null}
          from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as m(token text, coupon_id uuid, profile_id uuid, code text)`,
    )
  } catch (error) {
    if (brokenConstraint(error) !== 'coupon_pkey') throw error
    refuse('promotions.code_taken', 409, 'このコードはすでに使われています。', 'This code is taken.', { field: 'code' })
  }
  await emit(tx, {
    type: 'offers.coupons_issued',
    profile_id: noOne,
    source: 'promotions',
    message_id: `coupons:${made[0]?.coupon_id}`,
    subject_kind: 'offer',
    subject_id: offer_id,
    actor,
    payload: { coupons: made.length, kind },
  })
  const ids = made.map(({ coupon_id }) => coupon_id)
  return list(tx, sql`k.coupon_id = any (${ids}::uuid[]) order by k.issued_at, k.coupon_id`)
}

// What was said of a draw holds: no more win than were announced. Revoked ones may be drawn again.
async function needWinners(tx: Tx, offer_id: string, winners: number, more: number | null): Promise<void> {
  await locked(tx, offer_id)
  const { won } = await only<{ won: number }>(
    tx,
    sql`select count(*)::integer as won from promotions.coupon where offer_id = ${offer_id} and state <> 'revoked'`,
  )
  if (more !== null && won + more <= winners) return
  refuse(
    'promotions.no_more_winners',
    409,
    `当選は${winners}名までです（発行済み${won}名）。公開コードは使えません。`,
    `Only ${winners} may win (${won} have); a public code is for everybody.`,
    { field: more === null ? 'code' : 'count', winners, won },
  )
}

/** Coupons of an offer, the last issued first. Codes are told to whoever issued them, and to whom they belong. */
export async function couponsOf(db: Db, offer_id: string, after: string | null, limit: number): Promise<CouponView[]> {
  return (
    await list(
      db,
      sql`k.offer_id = ${offer_id} and (${after}::uuid is null or k.coupon_id < ${after}) order by k.coupon_id desc limit ${limit}`,
    )
  ).map(({ code: _, ...view }) => view)
}

/** The coupon with this code; refuses 404 when there is none. */
export async function couponBy(db: Db, code: string): Promise<CouponView> {
  const [found] = await list(db, sql`k.token = ${tokenOf(code)}`)
  if (!found) return noCoupon('code')
  const { code: _, ...view } = found
  return view
}

/** Revoke a coupon that nobody has used; a repeat changes nothing. */
export async function revoke(tx: Tx, actor: Actor, coupon_id: string): Promise<CouponView> {
  const at = clock.iso()
  const row = await one<{ state: string; changed: boolean; offer_id: string }>(
    tx,
    sql`select state, changed, offer_id from promotions.revoke(${coupon_id}, ${at})`,
  )
  if (!row) return noCoupon('coupon_id')
  if (row.state === 'redeemed')
    refuse('promotions.coupon_redeemed', 409, 'このクーポンは使用済みです。', 'This coupon has been used.', {
      field: 'coupon_id',
    })
  if (row.changed) {
    await emit(tx, {
      type: 'offers.coupon_revoked',
      profile_id: noOne,
      source: 'promotions',
      message_id: `coupon_revoked:${coupon_id}`,
      subject_kind: 'offer',
      subject_id: row.offer_id,
      actor,
      payload: { coupon_id },
    })
  }
  const [found] = await list(tx, sql`k.coupon_id = ${coupon_id}`)
  const { code: _, ...view } = found as CouponCode
  return view
}

async function list(db: Db, rest: ReturnType<typeof sql>): Promise<CouponCode[]> {
  const found = await rows<Row>(
    db,
    sql`select ${shown} from promotions.coupon k join promotions.offer o on o.offer_id = k.offer_id where ${rest}`,
  )
  return found.map(({ profile_id: _, reason_ja, reason_en, ...row }) => ({
    ...row,
    reason: reason_ja === null ? null : { ja: reason_ja, en: reason_en },
    code: row.code ?? codeOf(row.coupon_id),
  }))
}

export function noCoupon(field: string): never {
  return refuse(
    'promotions.no_coupon',
    404,
    'このクーポンコードは見つかりません。もう一度ご確認ください。',
    'There is no coupon with this code. Please check it.',
    { field },
  )
}
