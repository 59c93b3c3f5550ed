import { type TSchema, Type } from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const Time = Type.String({ format: 'date-time' })
export const Day = Type.String({ format: 'date' })
export const Note = Type.String({ minLength: 1, maxLength: 500 })
export const maybe = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** Who keeps stock: the people of a shop (within their scope), merchandisers, systems. */
export const keepers = ['staff:clerk', 'staff:merchandiser', 'api:inventory.write']
/** Who answers for it: opens and accepts counts, writes rules. */
export const answerable = ['staff:manager', 'staff:merchandiser', 'api:inventory.write']
export const lookers = ['staff', 'api:inventory.read']

/** Goods and how many, each once. */
export const lines = (minimum = 1, maxItems = 1000, maximum = 1_000_000) =>
  Type.Array(
    Type.Object({ variant_id: Id, quantity: Type.Integer({ minimum, maximum }) }, { additionalProperties: false }),
    { minItems: 1, maxItems },
  )
/** A body of these fields and no others. */
export const body = <P extends Record<string, TSchema>>(fields: P) =>
  Type.Object(fields, { additionalProperties: false })
export const words = <W extends string>(...list: W[]) => Type.Unsafe<W>({ type: 'string', enum: list })
export const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 }))
/** States as a list: `requested,approved`. */
export const states = Type.Optional(Type.String({ maxLength: 100, pattern: '^[a-z]+(,[a-z]+)*$' }))
