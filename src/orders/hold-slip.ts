import type { Paper } from '#channels/paper/paper'
import type { Tx } from '#core/database'
import { local } from '#core/time'
import { openAll } from '#customers/customers'
import { numberOf } from '#orders/draft'
import type { HoldView } from '#orders/hold-view'
import { issuerAt } from '#orders/issuer'
import { place } from '#stores/stores'

/** お取り置き票: what is set aside, for whom and until when. It asks for no money yet, so it is no receipt and shows no tax. */
export async function holdSlip(tx: Tx, hold: HoldView, language: 'ja' | 'en'): Promise<Paper> {
  const shop = await place(tx, hold.place_id)
  const { date, time } = local(new Date(hold.held_at), shop.time_zone)
  const until = local(new Date(hold.expires_at), shop.time_zone)
  const { issuer, en } = await issuerAt(tx, date, shop)
  const [person] = await openAll(tx, [hold.profile_id])
  return {
    kind: 'hold',
    language,
    number: `H${numberOf(date, hold.hold_id)}`,
    version: 1,
    replaces: null,
    date,
    time: time.slice(0, 5),
    issuer: language === 'en' ? { ...issuer, name: en.name ?? issuer.name, place: en.place ?? issuer.place } : issuer,
    to: person?.name ? { name: person.name, honorific: '様' } : null,
    member: null,
    of: null,
    lines: hold.lines.map(({ name, quantity, unit_yen }) => ({
      name,
      quantity,
      unit_yen,
      discount_yen: 0,
      amount_yen: unit_yen * quantity,
      reduced: false,
      rate_num: 0,
      rate_den: 100,
    })),
    items_yen: hold.total_yen,
    discount_yen: 0,
    points_discount_yen: 0,
    total_yen: hold.total_yen,
    taxes: [],
    payments: [],
    points: null,
    purpose: null,
    stamp_yen: null,
    until: `${until.date} ${until.time.slice(0, 5)}`,
    period: null,
    balance: [],
    bank: null,
    notes: [],
  }
}
