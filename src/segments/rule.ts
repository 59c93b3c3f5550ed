/** What a rule may say. No recursion: clauses that all hold, each one condition or any of several, less those who are excepted. */
import { type Static, Type } from 'typebox'
import { catalogue } from '#activity/activity'
import { refuse } from '#core/problem'

const closed = { additionalProperties: false }
const optional = Type.Optional
const Id = Type.String({ format: 'uuid' })
const EventName = Type.String({ minLength: 1, maxLength: 60 })
const Word = Type.String({ minLength: 1, maxLength: 60 })
const Days = Type.Integer({
  minimum: 1,
  maximum: 3_660,
  description: 'Of 24 hours, up to this moment; ever when absent.',
})
const Bound = Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000 })
const not = optional(Type.Boolean({ description: 'The contrary.' }))
const bounds = { at_least: optional(Bound), at_most: optional(Bound) }

/** Which events: of a type, at a place, in a channel, with a fact of this value. */
const which = {
  type: EventName,
  place_id: optional(Id),
  channel: optional(Word),
  fact: optional(
    Type.Object(
      { name: Type.String({ pattern: '^[a-z][a-z_]{0,39}$' }), value: Type.String({ maxLength: 200 }) },
      closed,
    ),
  ),
}

export const EventCondition = Type.Object(
  {
    is: Type.Literal('event'),
    ...which,
    days: optional(Days),
    measure: Type.Union(
      ['count', 'sum', 'first', 'last'].map((name) => Type.Literal(name as 'count')),
      {
        description: 'How many, the sum of the fact `sum_of`, or how many days ago the first or the last was.',
      },
    ) as unknown as Type.TUnsafe<'count' | 'sum' | 'first' | 'last'>,
    sum_of: optional(Type.String({ pattern: '^[a-z][a-z_]{0,39}$' })),
    ...bounds,
    not,
  },
  closed,
)
export const SequenceCondition = Type.Object(
  {
    is: Type.Literal('sequence'),
    steps: Type.Array(Type.Object(which, closed), {
      minItems: 2,
      maxItems: 5,
      description: 'In this order, others between.',
    }),
    days: optional(Days),
    not,
  },
  closed,
)
export const OrdersCondition = Type.Object(
  {
    is: Type.Literal('orders'),
    measure: Type.Union([Type.Literal('count'), Type.Literal('spent_yen')]),
    place_id: optional(Id),
    channel: optional(Word),
    days: optional(Days),
    ...bounds,
    not,
  },
  { ...closed, description: 'Orders that were placed and not given up, over all channels.' },
)
export const PointsCondition = Type.Object({ is: Type.Literal('points'), ...bounds, not }, closed)
export const ConsentCondition = Type.Object(
  { is: Type.Literal('consent'), purpose: Word, channel: Word, not },
  { ...closed, description: 'She said yes and none of her profiles says no.' },
)
export const TraitCondition = Type.Object(
  {
    is: Type.Literal('trait'),
    name: Type.Union(
      ['gender', 'prefecture', 'city', 'locale', 'route', 'home_place_id', 'birth_month'].map((name) =>
        Type.Literal(name as 'gender'),
      ),
    ) as unknown as Type.TUnsafe<Equal>,
    among: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 50 }),
    not,
  },
  closed,
)
type Equal = 'gender' | 'prefecture' | 'city' | 'locale' | 'route' | 'home_place_id' | 'birth_month'
export const AgeCondition = Type.Object(
  { is: Type.Literal('age'), ...bounds, not },
  { ...closed, description: 'Full years, by year and month of birth.' },
)
export const JoinedCondition = Type.Object(
  { is: Type.Literal('joined'), ...bounds, not },
  { ...closed, description: 'How many days ago she joined.' },
)
export const BirthdayCondition = Type.Object(
  { is: Type.Literal('birthday'), months_ahead: Type.Integer({ minimum: 0, maximum: 11 }), not },
  { ...closed, description: 'Her birthday is in this month (0), the next (1) …' },
)
export const TagCondition = Type.Object(
  {
    is: Type.Literal('tag'),
    tag_id: Id,
    at_least: optional(Type.Integer({ minimum: 50, maximum: 99, description: 'How strong: 50 is just enough.' })),
    held_days: optional(Type.Integer({ minimum: 1, maximum: 3_660, description: 'Borne for so many days, at least.' })),
    not,
  },
  { ...closed, description: 'Bears a tag; those that tell of health are hers alone and no condition.' },
)
export const SegmentCondition = Type.Object({ is: Type.Literal('segment'), segment_id: Id, not }, closed)

export const Condition = Type.Union([
  EventCondition,
  SequenceCondition,
  OrdersCondition,
  PointsCondition,
  ConsentCondition,
  TraitCondition,
  AgeCondition,
  JoinedCondition,
  BirthdayCondition,
  TagCondition,
  SegmentCondition,
])
const Clause = Type.Object({ any: Type.Array(Condition, { minItems: 1, maxItems: 10 }) }, closed)
export const Rule = Type.Object(
  {
    all: Type.Array(Clause, {
      minItems: 1,
      maxItems: 10,
      description: 'Each clause must hold: one of its conditions.',
    }),
    except: optional(Type.Array(Clause, { maxItems: 10, description: 'Whoever meets one of these is out.' })),
  },
  closed,
)
export const Who = Type.Union([Type.Literal('members'), Type.Literal('everyone')], {
  description: 'Members only, or guests and unknown visitors, too.',
})
export type Rule = Static<typeof Rule>
export type Who = Static<typeof Who>
export type Condition = Static<typeof Condition>
/** A condition that looks at facts itself, not at another segment. */
export type Leaf = Exclude<Condition, { is: 'segment' }>
export type Ranged = { at_least?: number | undefined; at_most?: number | undefined }

/** Every condition of a rule. */
export function conditionsOf({ all, except = [] }: Rule): Condition[] {
  return [...all, ...except].flatMap(({ any }) => any)
}

/** Refuse (422) what has the right shape and cannot be meant, naming the field. */
export function sensible(rule: Rule): void {
  for (const one of conditionsOf(rule)) {
    if (one.is === 'orders' || one.is === 'points') bounded(one)
    if (one.is === 'age') bounded(one, 150)
    if (one.is === 'joined') bounded(one, days_max)
    if (one.is === 'event') {
      known(one.type)
      bounded(one, one.measure === 'first' || one.measure === 'last' ? days_max : undefined)
      if ((one.measure === 'sum') !== (one.sum_of !== undefined))
        wrong('sum_of', '合計する項目を指定してください。', 'Say which fact to sum.')
    }
    if (one.is === 'sequence') for (const { type } of one.steps) known(type)
  }
}
const days_max = 36_600

function bounded({ at_least, at_most }: Ranged, most?: number): void {
  if (at_least === undefined && at_most === undefined)
    wrong('at_least', '「以上」か「以下」の数を指定してください。', 'Say at least or at most how many.')
  if (at_least !== undefined && at_most !== undefined && at_least > at_most)
    wrong('at_most', '「以下」の数は「以上」の数より小さくできません。', 'At most is less than at least.')
  if (most === undefined) return
  for (const [field, value = 0] of Object.entries({ at_least, at_most }))
    if (value < 0 || value > most)
      wrong(field, `0から${most}までで指定してください。`, `Say a number from 0 to ${most}.`)
}

// A name of the retailer's own may not have been seen yet; one of ours that does not exist is a slip.
function known(type: string): void {
  if (type.startsWith('segment.'))
    wrong('type', 'セグメントの出入りは条件にできません。', 'Entering or leaving a segment cannot be a condition.')
  if (/^[a-z_]+\.[a-z_]+$/.test(type) && !catalogue[type])
    wrong('type', 'そのような出来事はありません。', 'There is no such event.')
}

function wrong(field: string, ja: string, en: string): never {
  return refuse('segments.rule', 422, ja, en, { field })
}
