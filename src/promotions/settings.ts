/** What a retailer decides about who may let an offer through, and where the law draws its lines. */
import { Type } from 'typebox'
import { declare } from '#core/settings'

const closed = { additionalProperties: false }
const count = (maximum: number) => Type.Integer({ minimum: 1, maximum })
const yen = count(100_000_000_000)
const words = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 100 })

export const approval = declare({
  key: 'promotions.approval',
  schema: Type.Object({ from_yen: Type.Union([yen, Type.Null()]) }, closed),
  usual: { from_yen: 500_000 },
  title: { ja: '特典の承認', en: 'Who lets offers through' },
  about: {
    ja: '費用（予算。予算のない特典は直近の注文から見込んだ4週間分）が from_yen 円以上の特典は、申請した人とは別の人が承認します。null なら1人で公開できます。',
    en: 'An offer that costs from_yen or more (its budget, or without one what four weeks of past orders suggest) is approved by somebody else than who asked. With null one person may launch any.',
  },
})

export const displayLaw = declare({
  key: 'promotions.display_law',
  schema: Type.Object(
    {
      gift: Type.Object(
        { basis_yen: yen, small_below_yen: yen, small_yen: yen, rate_num: count(1_000), rate_den: count(1_000) },
        closed,
      ),
      lottery: Type.Object(
        { small_below_yen: yen, times: count(1_000), most_yen: yen, total_num: count(1_000), total_den: count(1_000) },
        closed,
      ),
      former_price: Type.Object(
        { weeks: count(52), share_num: count(100), share_den: count(100), least_days: count(365) },
        closed,
      ),
      superlatives: words,
      hurry: words,
    },
    closed,
  ),
  usual: {
    gift: { basis_yen: 100, small_below_yen: 1_000, small_yen: 200, rate_num: 20, rate_den: 100 },
    lottery: { small_below_yen: 5_000, times: 20, most_yen: 100_000, total_num: 2, total_den: 100 },
    former_price: { weeks: 8, share_num: 1, share_den: 2, least_days: 14 },
    superlatives: ['最安', '日本一', '世界一', '業界初', 'No.1', 'No1', 'ナンバーワン', '絶対'],
    hurry: ['期間限定', '本日限り', '今だけ', 'いまだけ', '今日だけ', '最終日'],
  },
  dated: true,
  title: { ja: '表示と景品の決まり', en: 'Rules on premiums and displays' },
  about: {
    ja: '特典を作るときに確かめる上限です（景品表示法の総付景品・懸賞・二重価格、言葉の使い方）。法令が変わる日からの値を、先に決めておけます。法的な判断に代わるものではありません。',
    en: 'The limits an offer is looked at by (premiums for all, prizes, former prices, wording). Values may be planned for the day a law changes. They do not replace legal advice.',
  },
})
