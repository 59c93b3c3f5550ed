/** Who issues the house's documents: one setting that receipts, invoices and closing invoices share. */
import { Type } from 'typebox'
import { declare } from '#core/settings'

const closed = { additionalProperties: false }

export const Issuers = Type.Array(
  Type.Object(
    {
      valid_from: Type.String({ format: 'date' }),
      name: Type.String({ minLength: 1, maxLength: 120 }),
      name_en: Type.Union([Type.String({ minLength: 1, maxLength: 120 }), Type.Null()]),
      registration_number: Type.Union([Type.String({ pattern: '^T[0-9]{13}$' }), Type.Null()]),
    },
    closed,
  ),
  { minItems: 1, maxItems: 50 },
)
export const issuer = declare({
  key: 'orders.issuer',
  schema: Issuers,
  usual: [],
  title: { ja: '領収書・請求書の発行者', en: 'Who issues receipts and invoices' },
  about: {
    ja: '名称と登録番号（T＋13桁）を、適用開始日ごとに並べます。先の日付も書けます。',
    en: 'Name and registration number (T and 13 digits) by first business date; days to come may be listed.',
  },
})
