/**
 * The one compiler of rules. Several definitions become one statement that says of each customer whether she is in, by which
 * facts, and when time alone may change it. Over everyone or over a few, the text differs in nothing but whom it looks at, so
 * what is built in a set and what is decided person by person cannot disagree.
 */
import { join, type Sql, sql } from '#core/database'
import type { Column, Source } from '#segments/column'
import { sourceOf } from '#segments/leaves'
import type { Leaf, Who } from '#segments/rule'

/** A definition whose references to other segments are spelled out. */
export type Plain = { segment_id: string; version: number; who: Who; all: Either[]; except: Either[] }
export type Either = Term[]
/** A condition, or another segment's whole rule. */
export type Term = { leaf: Leaf; not: boolean } | { inner: Pick<Plain, 'who' | 'all' | 'except'>; not: boolean }

/** Whom a verdict is asked about: these customers, or all. */
export type Whom = readonly string[] | 'everyone'

/** `select profile_id, segment_id, version, member, next_at, why`: one row per customer and definition. */
export function compile(list: readonly Plain[], whom: Whom, at: string): Sql {
  const people = peopleOf(whom)
  const columns = new Map<string, Column>()
  const sources = new Map<string, Source>()
  for (const plain of list)
    for (const leaf of leavesOf(plain)) {
      const key = JSON.stringify(leaf)
      if (columns.has(key)) continue
      const source = sourceOf(leaf)
      const known = sources.get(source.name) ?? source
      sources.set(known.name, known)
      columns.set(key, known.add(leaf, at))
    }
  const column = (leaf: Leaf) => columns.get(JSON.stringify(leaf)) as Column
  const joins = [...sources.values()].map((source) => source.joined(people))
  // Whoever had us forget that she is in one is out of it, whatever she does.
  const some = whom === 'everyone' ? sql`` : sql` where l.customer_id = any (${whom}::uuid[])`
  return sql`select u.customer_id as profile_id, v.segment_id, v.version,
      v.member and (u.customer_id, v.segment_id) not in (select l.customer_id, l.segment_id from tags.left_out l${some}) as member, v.next_at, v.why
    from (${universe(list, people)}) u ${join(joins, ' ')}
    cross join lateral (values ${join(
      list.map((plain) => verdict(plain, column)),
      ', ',
    )}) v(segment_id, version, member, next_at, why)`
}

/** A statement made of rules is planned for its values and not kept: there are as many as there are rules. */
export function passing(statement: Sql): Sql {
  return { ...statement, name: undefined }
}

/** The conditions a definition looks at, in the order in which its facts are told. */
export function leavesOf({ all, except }: Pick<Plain, 'all' | 'except'>): Leaf[] {
  return [...all, ...except].flat().flatMap((term) => ('leaf' in term ? [term.leaf] : leavesOf(term.inner)))
}

function peopleOf(whom: Whom): Sql {
  const living = sql`select f.profile_id, f.customer_id, f.kind, f.registered_at, f.birth_year, f.birth_month, f.gender, f.prefecture, f.city,
    f.locale, f.route, f.home_place_id from customers.facts f where f.erased_at is null`
  return whom === 'everyone' ? living : sql`${living} and f.customer_id = any (${whom}::uuid[])`
}

function universe(list: readonly Plain[], people: Sql): Sql {
  const members_only = list.every((plain) => everyWho(plain) === 'members')
  return members_only
    ? sql`select distinct p.customer_id, true as member from (${people}) p where p.kind = 'member'`
    : sql`select p.customer_id, bool_or(p.kind = 'member') as member from (${people}) p group by p.customer_id`
}

function everyWho({ who, all, except }: Pick<Plain, 'who' | 'all' | 'except'>): Who {
  const inner = [...all, ...except].flat().flatMap((term) => ('inner' in term ? [everyWho(term.inner)] : []))
  return who === 'everyone' || inner.includes('everyone') ? 'everyone' : 'members'
}

type Look = (leaf: Leaf) => Column

function verdict(plain: Plain, column: Look): Sql {
  const member = truth(plain, column)
  const leaves = leavesOf(plain).map(column)
  const next = leaves.flatMap((leaf) => leaf.next ?? [])
  const next_at = next.length ? sql`least(${join(next, ', ')})` : sql`null::timestamptz`
  const values = leaves.map((leaf) => leaf.value)
  return sql`(${plain.segment_id}::uuid, ${plain.version}::integer, ${member}, ${next_at},
    case when ${member} then jsonb_build_array(${join(values, ', ')}) end)`
}

function truth({ who, all, except }: Pick<Plain, 'who' | 'all' | 'except'>, column: Look): Sql {
  const held = all.map((either) => eitherHolds(either, column))
  const out = except.map((either) => sql`not ${eitherHolds(either, column)}`)
  return sql`(${join([who === 'members' ? sql`u.member` : sql`true`, ...held, ...out], ' and ')})`
}

function eitherHolds(either: Either, column: Look): Sql {
  const terms = either.map((term) => {
    const holds = 'leaf' in term ? column(term.leaf).truth : truth(term.inner, column)
    return term.not ? sql`not ${holds}` : holds
  })
  return sql`(${join(terms, ' or ')})`
}
