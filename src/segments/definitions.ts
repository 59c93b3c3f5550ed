/** Definitions as they stand, with references to other segments spelled out. */
import { type Db, rows, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import type { Either, Plain } from '#segments/compile'
import { type Condition, conditionsOf, type Leaf, type Rule, type Who } from '#segments/rule'

export type Definition = {
  segment_id: string
  version: number
  state: 'building' | 'live' | 'retired'
  who: Who
  rule: Rule
}
type Plainly = Pick<Plain, 'who' | 'all' | 'except'>

/** Every definition that people are held against: the live ones, and those being built beside them. */
export function standing(db: Db): Promise<Definition[]> {
  return rows<Definition>(db, those)
}

/** The same, and none of them ends or is swapped before this transaction does: nobody is left standing in what is over. */
export function standingStill(tx: Tx): Promise<Definition[]> {
  return rows<Definition>(tx, sql`${those} for share of s`)
}

const those = sql`select d.segment_id, d.version, d.state, d.who, d.rule from segments.definition d join segments.segment s using (segment_id)
    where s.state = 'live' and d.state in ('building', 'live') order by d.segment_id, d.version`

const depth_max = 5
const leaves_max = 50

/** The definition with every other segment it names written out: its live rule, or its first while that is being built. */
export function plain(definition: Omit<Definition, 'state'>, all: readonly Definition[]): Plain {
  const { segment_id, version, who, rule } = definition
  const written = plainly({ who, rule }, all, [segment_id])
  const leaves = [...written.all, ...written.except].flat()
  if (leaves.length > leaves_max) tooLong()
  return { segment_id, version, ...written }
}

function plainly(
  { who, rule }: Pick<Definition, 'who' | 'rule'>,
  all: readonly Definition[],
  above: string[],
): Plainly {
  const either = (list: Condition[]): Either => list.map((one) => term(one, all, above))
  return {
    who,
    all: rule.all.map(({ any }) => either(any)),
    except: (rule.except ?? []).map(({ any }) => either(any)),
  }
}

function term(condition: Condition, all: readonly Definition[], above: string[]): Either[number] {
  const { not = false, ...rest } = condition
  if (condition.is !== 'segment') return { leaf: rest as Leaf, not }
  const { segment_id } = condition
  if (above.includes(segment_id))
    refuse('segments.circle', 422, '条件が輪になっています。', 'The rule leads back to itself.', {
      field: 'segment_id',
    })
  if (above.length >= depth_max) tooLong()
  const known = all.filter((one) => one.segment_id === segment_id)
  const meant =
    known.find(({ state }) => state === 'live') ??
    known[0] ??
    refuse('segments.unknown_inner', 422, '条件のセグメントが見つかりません。', 'There is no such segment.', {
      field: 'segment_id',
    })
  return { inner: plainly(meant, all, [...above, segment_id]), not }
}

function tooLong(): never {
  return refuse('segments.too_long', 422, '条件が多すぎます。', 'The rule has too many conditions.', { field: 'rule' })
}

/** The segments a rule names. */
export function named(rule: Rule): string[] {
  return conditionsOf(rule).flatMap((one) => (one.is === 'segment' ? [one.segment_id] : []))
}

/** What may move somebody in or out: after these events she is held against the rules anew. */
export function typesOf(rules: readonly Rule[]): string[] {
  const types = rules.flatMap(conditionsOf).flatMap((one) => {
    if (one.is === 'event') return [one.type]
    if (one.is === 'sequence') return one.steps.map(({ type }) => type)
    if (one.is === 'orders') return order_types
    if (one.is === 'points') return [...order_types, ...points_types]
    // Whoever's tags moved is out of date by the tags' own doing.
    return one.is === 'consent' || one.is === 'tag' ? ['consent.changed'] : []
  })
  return rules.length ? [...new Set([...person_types, ...types])].sort() : []
}

const person_types = [
  'customer.registered',
  'customer.changed',
  'customer.unregistered',
  'customer.merged',
  'customer.unmerged',
]
const order_types = [
  'order.placed',
  'order.preparing',
  'order.ready',
  'order.handed_over',
  'order.shipped',
  'order.cancelled',
  'order.returned',
]
const points_types = ['points.bonus_granted', 'points.bonus_taken_back', 'points.expired']
