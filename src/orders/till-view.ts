import { type Static, Type } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Yen = Type.Integer()
const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])
const By = Type.Object({ kind: Type.String(), id: Type.String(), name: Type.Union([Type.String(), Type.Null()]) })

/** Bank notes and coins of one kind; how many lie there. */
export const Pieces = Type.Array(
  Type.Object(
    {
      yen: Type.Union([10_000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1].map((yen) => Type.Literal(yen))),
      pieces: Type.Integer({ minimum: 0, maximum: 100_000 }),
    },
    { additionalProperties: false },
  ),
  { maxItems: 10 },
)

export const TillFigures = Type.Object({
  receipts: Type.Integer(),
  sales_yen: Yen,
  discount_yen: Yen,
  by_hand: Type.Optional(
    Type.Array(
      Type.Object({
        reason: Type.String(),
        name: Type.String(),
        name_en: Type.Union([Type.String(), Type.Null()]),
        times: Type.Integer(),
        yen: Yen,
        approved_times: Type.Integer(),
        approved_yen: Yen,
      }),
      { description: 'Taken off by hand, by reason; missing in what was settled before it was summed.' },
    ),
  ),
  returns: Type.Integer(),
  returns_yen: Yen,
  taxes: Type.Array(
    Type.Object({
      rate_num: Type.Integer(),
      rate_den: Type.Integer(),
      taxable_yen: Yen,
      tax_yen: Yen,
      returned_yen: Yen,
      returned_tax_yen: Yen,
    }),
  ),
  payments: Type.Array(
    Type.Object({
      method: Type.String(),
      taken_yen: Yen,
      taken_count: Type.Integer(),
      given_yen: Yen,
      given_count: Type.Integer(),
    }),
    { description: 'Points and exchanges are methods too.' },
  ),
})
export type TillFigures = Static<typeof TillFigures>

export const CountView = Type.Object({
  count_id: Id,
  pieces: Pieces,
  counted_yen: Yen,
  expected_yen: Yen,
  difference_yen: Type.Integer({ description: 'Counted less expected: negative when money is missing.' }),
  counted_at: Type.String(),
  counted_by: By,
})

/** A session of a till. While it is open nothing in it says how much cash should be there: the count is blind. */
export const TillView = Type.Object({
  till_session_id: Id,
  place_id: Id,
  device_id: Type.String(),
  business_date: Type.String(),
  float_yen: Yen,
  opened_at: Type.String(),
  opened_by: By,
  cash: Type.Array(
    Type.Object({
      till_cash_id: Id,
      kind: Type.Union([Type.Literal('in'), Type.Literal('out')]),
      amount_yen: Yen,
      reason: Type.String(),
      entered_at: Type.String(),
      entered_by: By,
    }),
  ),
  figures: Type.Object(TillFigures.properties, { description: 'X: until now. Z: as it was settled, for good.' }),
  number: Type.Union([Type.Integer(), Type.Null()], { description: 'Of its Z; without gaps per till.' }),
  closed_at: Type.Union([Type.String(), Type.Null()]),
  closed_by: OrNull(By),
  count: Type.Union([CountView, Type.Null()], { description: 'What it was settled by.' }),
  counts: Type.Integer({ description: 'How often it was counted.' }),
  override: OrNull(Type.Object({ reason: Type.String(), by: By })),
  late: Type.Union([TillFigures, Type.Null()], { description: 'Happened in this session, told after its Z.' }),
})
export type TillView = Static<typeof TillView>
export type CountView = Static<typeof CountView>
