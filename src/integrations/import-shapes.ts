/** The shapes of sending a file, saying how it is read, importing it and taking it back. */
import Type from 'typebox'
import { resources } from '#integrations/fields'
import { source } from '#integrations/history-shapes'
import { policies } from '#integrations/job-context'

const closed = { additionalProperties: false }
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const T extends readonly string[]>(names: T, options: Type.TSchemaOptions = {}) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      names.map((name) => Type.Literal(name)),
      options,
    ),
  )
const uuid = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Words = Type.Object({ ja: Type.String(), en: Type.String() })
const Value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])

export const ResourceName = oneOf(resources)
const PolicyName = oneOf(policies, {
  description: 'What is there already: keep it, replace it by the row, merge (fill what is empty), or fail the row.',
})
const MapObject = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'A map as maps/*.yml are: source, and for the resource `fields` (field → column) with what else it says. As docs/integrate tells.',
})

export const UploadParams = Type.Object({ upload_id: uuid })
export const UploadNew = Type.Object(
  {
    file_name: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Its ending tells the format: csv, tsv, ndjson, each also packed (.gz).',
    }),
  },
  closed,
)
export const UploadView = Type.Object({
  upload_id: uuid,
  file_name: Type.String(),
  bytes: orNull(Type.Integer({ minimum: 0, description: 'Null until the whole file is here.' })),
  resource: orNull(ResourceName),
  on_conflict: orNull(PolicyName),
  map: orNull(MapObject),
  created_at: Type.String(),
})

export const GuessQuery = Type.Object({
  resource: Type.Optional(ResourceName),
  source: Type.Optional(source),
})
export const GuessView = Type.Object({
  resource: ResourceName,
  file: Type.Object({
    name: Type.String(),
    encoding: Type.String({ description: 'utf-8, utf-16 or cp932 (Shift_JIS as Windows writes it).' }),
    format: oneOf(['csv', 'tsv', 'ndjson'] as const),
    packed: Type.Boolean(),
  }),
  columns: Type.Array(
    Type.Object({
      header: Type.String(),
      samples: Type.Array(Type.String()),
      field: orNull(Type.String()),
      confidence: Type.Number({ description: '0 to 1.' }),
      values: Type.Array(Value, { description: 'What the samples become; null for one that cannot be read.' }),
      forms: Type.Array(Type.Object({ form: Type.String(), title: Words }), {
        description: 'How the values are written: Japanese eras, telephones without their first zero …',
      }),
    }),
  ),
  missing: Type.Array(Type.String(), { description: 'Fields that are needed and that no column seems to hold.' }),
  map: MapObject,
})

export const PlanNew = Type.Object(
  {
    resource: ResourceName,
    map: Type.Union([
      Type.String({ minLength: 1, maxLength: 100_000, description: 'The name of a shipped map, or a map as YAML.' }),
      MapObject,
    ]),
    on_conflict: Type.Optional(PolicyName),
  },
  closed,
)
const Reason = Type.Object({ field: Type.String(), messages: Words, rows: Count })
export const PlanView = Type.Object({
  resource: ResourceName,
  source: Type.String(),
  on_conflict: orNull(PolicyName),
  rows_looked: Type.Integer({ minimum: 0, description: 'Rows that were read for this preview.' }),
  whole: Type.Boolean({ description: 'Whether those were all.' }),
  rows_fresh: Type.Integer({ minimum: 0, description: 'Rows that would be written.' }),
  rows_repeated: Type.Integer({ minimum: 0, description: 'Rows that change nothing.' }),
  rows_refused: Count,
  first_rows: Type.Array(Type.Object({ row: Count, values: Type.Record(Type.String(), Value) }), {
    description: 'The first rows as they will be written.',
  }),
  refused: Type.Array(Type.Object({ row: Count, field: Type.String(), messages: Words })),
  reasons: Type.Array(Reason),
})

export const ImportParams = Type.Object({ import_id: uuid })
export const ImportNew = Type.Object({ upload_id: uuid }, closed)
export const ImportView = Type.Object({
  import_id: uuid,
  resource: Type.String(),
  source: Type.String(),
  file_name: Type.String(),
  state: oneOf(['running', 'done', 'failed', 'undoing', 'undone', 'partly_undone'] as const, {
    description:
      'failed: it stopped on an error; asked again, it goes on where it stood. partly_undone: some of it was used since.',
  }),
  work: orNull(
    oneOf(['waiting', 'importing', 'undoing'] as const, { description: 'What a worker has still to do with it.' }),
  ),
  rows_total: orNull(Type.Integer({ minimum: 0, description: 'Rows in the file, once they are counted.' })),
  rows_read: Count,
  rows_written: Count,
  rows_repeated: Count,
  rows_refused: Count,
  on_conflict: orNull(PolicyName),
  upload_id: orNull(uuid),
  problem: orNull(Type.Object({ code: Type.String(), messages: Words })),
  started_at: Type.String(),
  finished_at: orNull(Type.String()),
  undone_at: orNull(Type.String()),
})
export const ImportPage = Type.Object({ items: Type.Array(ImportView), next: orNull(Type.String()) })
export const ImportWhole = Type.Object({
  ...ImportView.properties,
  brought: Type.Record(Type.String(), Count, {
    description: 'What it brought and nobody has taken back, by kind: order, customer, opening, product, price, count.',
  }),
  kept: Type.Array(Type.Object({ kind: Type.String(), reason: Type.String(), count: Count, message: Words }), {
    description: 'What an undoing had to keep, and why.',
  }),
  reasons: Type.Array(Reason, { description: 'Why rows were refused, the commonest first.' }),
})

export const PageQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})
export const RefusalPage = Type.Object({
  items: Type.Array(Type.Object({ row: Type.Integer(), field: Type.String(), messages: Words })),
  next: orNull(Type.String()),
})

export const FieldsView = Type.Object({
  items: Type.Array(
    Type.Object({
      resource: ResourceName,
      title: Words,
      fields: Type.Array(
        Type.Object({
          field: Type.String(),
          title: Words,
          kind: Type.String({ description: 'text, kana, yen, date, time, phone, gtin …; `choice` has `choices`.' }),
          needed: Type.Boolean(),
          choices: Type.Array(Type.String()),
        }),
      ),
      maps: Type.Array(Type.Object({ name: Type.String(), title: Type.String() }), {
        description: 'Maps that come with Engawa and read this.',
      }),
    }),
  ),
  next: Type.Null(),
})
