import { Type } from 'typebox'
import { declare } from '#core/settings'
import { Rule } from '#loyalty/bonus-rules'
import { needOwnKeys } from '#loyalty/own-keys'

export const bonusRules = declare({
  key: 'loyalty.bonuses',
  schema: Type.Array(Rule, { maxItems: 100 }),
  usual: [] as Rule[],
  dated: true,
  title: { ja: 'ボーナスポイント', en: 'Bonus points' },
  about: {
    ja: '入会・同じ店舗への再来店・お買い上げ金額・お誕生月に付くポイントです。お買い上げの時点のルールで決まり、返品すると戻ります。',
    en: 'Points for joining, for coming back to the same shop, for what was spent and in the month of birth. The rules in force at the purchase decide; a return takes them back.',
  },
  check: async (_, rules) => needOwnKeys(rules),
})
