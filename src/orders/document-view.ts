import { Type } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date', pattern: '^(19|20|21)' })
const kinds = ['receipt', 'return', 'formal_receipt', 'invoice', 'gift', 'hold'] as const
export const Kind = Type.Union(kinds.map((kind) => Type.Literal(kind)))
const Medium = Type.Optional(
  Type.Union([Type.Literal('paper'), Type.Literal('electronic')], {
    description:
      'On paper (the default for staff), where much cash needs a revenue stamp, or electronic, where it never does.',
  }),
)
const To = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120 }),
    honorific: Type.Optional(Type.Union([Type.Literal('様'), Type.Literal('御中')])),
    postal_code: Type.Optional(Type.String({ pattern: '^[0-9]{3}-?[0-9]{4}$' })),
    address: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: false },
)
const Purpose = Type.Optional(
  Type.String({ minLength: 1, maxLength: 60, description: '但し書き; お品代 unless said otherwise.' }),
)

export const DocumentInput = Type.Object(
  {
    kind: Kind,
    return_id: Type.Optional(Id),
    addressee: Type.Optional(To),
    purpose: Purpose,
    amount_yen: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'For one of several 領収書.' }),
    ),
    medium: Medium,
  },
  { additionalProperties: false },
)
export const CopyInput = Type.Object({ medium: Medium }, { additionalProperties: false })
export const CorrectionInput = Type.Object(
  { addressee: Type.Optional(To), purpose: Purpose, medium: Medium },
  { additionalProperties: false },
)
export const DocumentView = Type.Object({
  document_id: Id,
  order_id: Id,
  return_id: Type.Union([Id, Type.Null()]),
  kind: Type.String(),
  number: Type.String(),
  version: Type.Integer(),
  replaces_id: Type.Union([Id, Type.Null()]),
  copy: Type.Integer({ description: '1 is the document itself; later ones say 再発行.' }),
  business_date: Type.String(),
  amount_yen: Type.Integer(),
  issued_at: Type.String(),
  to: Type.Union([
    Type.Object({
      name: Type.String(),
      honorific: Type.String(),
      postal_code: Type.Optional(Type.Union([Type.String(), Type.Null()])),
      address: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    }),
    Type.Null(),
  ]),
  data: Type.Record(Type.String(), Type.Any(), { description: 'The document’s data as it stood when first issued.' }),
})
export const DocumentSearchInput = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    least_yen: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
    most_yen: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
    counterparty: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    kind: Type.Optional(Kind),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
  },
  { additionalProperties: false },
)
export const FileQuery = Type.Object({
  format: Type.Optional(
    Type.Union(
      ['pdf', 'svg', 'text', 'escpos', 'star'].map((format) => Type.Literal(format)),
      { default: 'pdf', description: 'pdf; or roll paper as picture, text, ESC/POS or StarPRNT commands.' },
    ),
  ),
  language: Type.Optional(Type.Union([Type.Literal('ja'), Type.Literal('en')], { default: 'ja' })),
  columns: Type.Optional(Type.Integer({ minimum: 24, maximum: 64, default: 48 })),
})
