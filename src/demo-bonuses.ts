/** What the demo's retailer gives beside the points of an order, from the day its town is made. */
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { putSetting, settingNow } from '#core/settings'
import { bonusRules } from '#loyalty/loyalty'

const rules = [
  { kind: 'join', key: 'join', name: { ja: '入会ボーナス', en: 'Welcome' }, points: 100 },
  {
    kind: 'same_shop',
    key: 'same-shop',
    name: { ja: '同じ店舗へのご来店ボーナス', en: 'Back at the same shop' },
    points: 50,
    window_days: 30,
  },
  {
    kind: 'spend',
    key: 'spend-4000',
    name: { ja: '4,000円以上のお買い上げ', en: 'A purchase of ¥4,000 or more' },
    points: 100,
    at_least_yen: 4000,
    days: 60,
  },
  { kind: 'birth_month', key: 'birth-month', name: { ja: 'お誕生月ボーナス', en: 'Month of birth' }, points: 300 },
] as const

/** Announce the demo's bonuses, unless somebody has decided about bonuses already. */
export function announceBonuses(db: Pool): Promise<void> {
  return transaction(db, system, async (tx) => {
    if ((await settingNow(tx, bonusRules)).length === 0) await putSetting(tx, bonusRules.key, rules, system)
  })
}
