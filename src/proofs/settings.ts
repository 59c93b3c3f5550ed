/** What a retailer decides about purchases told from elsewhere. */
import { Type } from 'typebox'
import { declare } from '#core/settings'

const days = (maximum: number) => Type.Integer({ minimum: 0, maximum })

export const proofTerms = declare({
  key: 'proofs.terms',
  schema: Type.Object(
    {
      most_yen: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
      keep_days: Type.Integer({ minimum: 1, maximum: 365 }),
      enter_days: days(90),
      chains: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 1_000 }),
    },
    { additionalProperties: false },
  ),
  usual: { most_yen: 10_000, keep_days: 30, enter_days: 7, chains: [] },
  title: { ja: '棚QRの応募', en: 'Entries by shelf QR' },
  about: {
    ja: 'most_yen 円を超えるレシートは、担当者が確かめてからポイントを付けます。会員でない方の応募は keep_days 日間お預かりし、その間に会員になると受け取れます。期間の終わりから enter_days 日間は、期間中に買ったレシートを受け付けます。chains に書いたお店の名前は、どのお店で買ったかの分析に使えます（書いていないお店の名前は、ご本人の鍵で暗号化して保管します）。',
    en: 'A receipt of more than most_yen is looked at by a person first. What a guest enters is kept for keep_days and is hers when she joins. Receipts of the period are taken until enter_days after its end. Shops named in chains can be analysed; any other shop’s name is kept only under her own key.',
  },
})
