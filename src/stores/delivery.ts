/** What delivery costs and when it comes: terms with the day they begin, so that a new price list waits for its date. */
import type { Actor } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { addDays, clock, local } from '#core/time'

/** Yen for some prefectures; `free_from_yen` on the goods of one order makes it free there. */
export type Fee = { prefectures: string[]; fee_yen: number; free_from_yen: number | null }
export type Lead = { prefectures: string[]; days: number }
export type Slot = { code: string; ja: string; en: string }
export type DeliveryTerms = {
  valid_from: string
  fee_yen: number
  free_from_yen: number | null
  /** Where it differs: the first that names the prefecture. */
  fees: Fee[]
  /** Orders until this time (warehouse time) leave the same day. */
  cutoff: string
  lead_days: number
  leads: Lead[]
  /** How many dates are offered, from the earliest on. */
  days_offered: number
  slots: Slot[]
}
export type DeliveryDay = { earliest: string; latest: string; dates: string[] }

/** As long as a retailer has said nothing: free, the day after, in the carriers' usual slots. */
export const usualTerms: Omit<DeliveryTerms, 'valid_from'> = {
  fee_yen: 0,
  free_from_yen: null,
  fees: [],
  cutoff: '15:00',
  lead_days: 1,
  leads: [
    { prefectures: ['北海道', '沖縄県'], days: 3 },
    {
      prefectures: [
        '福岡県',
        '佐賀県',
        '長崎県',
        '熊本県',
        '大分県',
        '宮崎県',
        '鹿児島県',
        '山口県',
        '青森県',
        '高知県',
      ],
      days: 2,
    },
  ],
  days_offered: 14,
  slots: [
    { code: 'am', ja: '午前中', en: 'Morning' },
    { code: '14-16', ja: '14時〜16時', en: '14:00–16:00' },
    { code: '16-18', ja: '16時〜18時', en: '16:00–18:00' },
    { code: '18-20', ja: '18時〜20時', en: '18:00–20:00' },
    { code: '19-21', ja: '19時〜21時', en: '19:00–21:00' },
  ],
}

const cache = kept<Promise<DeliveryTerms[]>>({ ttl_ms: 1_000, max: 1 })

/** Every terms there are, the latest begun first. Cached for a second. */
export function allDeliveryTerms(db: Db): Promise<DeliveryTerms[]> {
  const known = cache.get('terms')
  if (known) return known
  const found = rows<{ valid_from: string; terms: Omit<DeliveryTerms, 'valid_from'> }>(
    db,
    sql`select valid_from, terms from stores.delivery_terms order by valid_from desc`,
  ).then((list) => list.map(({ valid_from, terms }) => ({ ...usualTerms, ...terms, valid_from })))
  cache.set('terms', found)
  found.catch(() => cache.clear())
  return found
}

/** The terms in force on a date. */
export async function deliveryTerms(db: Db, date: string): Promise<DeliveryTerms> {
  const inForce = (await allDeliveryTerms(db)).find(({ valid_from }) => valid_from <= date)
  return inForce ?? { ...usualTerms, valid_from: '1970-01-01' }
}

/** Write the terms which begin on a date; those of that date are replaced. Refuses a date that is over: what was charged stays explained. */
export async function putDeliveryTerms(tx: Tx, actor: Actor, terms: DeliveryTerms, today: string): Promise<void> {
  if (terms.valid_from < today && (await allDeliveryTerms(tx)).some(({ valid_from }) => valid_from <= today))
    refuse('stores.terms_begun', 409, '過去の日付の配送条件は変更できません。', 'Terms of a past date cannot change.', {
      field: 'valid_from',
    })
  const { valid_from, ...rest } = terms
  await run(
    tx,
    sql`insert into stores.delivery_terms (valid_from, terms, changed_at, changed_by)
        values (${valid_from}, ${JSON.stringify(rest)}::jsonb, ${clock.iso()}, ${actor.id})
        on conflict (valid_from) do update set terms = excluded.terms, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
  )
  cache.clear()
  tx.afterCommit(() => cache.clear())
}

/** Yen to deliver goods of this worth to a prefecture (full name). */
export function feeOf(terms: DeliveryTerms, prefecture: string, goods_yen: number): number {
  const { fee_yen, free_from_yen } = terms.fees.find(({ prefectures }) => prefectures.includes(prefecture)) ?? terms
  return free_from_yen !== null && goods_yen >= free_from_yen ? 0 : fee_yen
}

/** The dates an order given at `at` can arrive in a prefecture: leaving today until the cut-off, then so many days on the way. */
export function deliveryDays(terms: DeliveryTerms, zone: string, prefecture: string, at: Date): DeliveryDay {
  const now = local(at, zone)
  const leaves = now.time < terms.cutoff ? now.date : addDays(now.date, 1)
  const lead = terms.leads.find(({ prefectures }) => prefectures.includes(prefecture))?.days ?? terms.lead_days
  const dates = Array.from({ length: terms.days_offered }, (_, day) => addDays(leaves, lead + day))
  return { earliest: dates[0] as string, latest: dates.at(-1) as string, dates }
}
