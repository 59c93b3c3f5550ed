/** Conditions as columns: each source of facts is read once for all conditions that look at it. */
import { join, raw, type Sql, sql } from '#core/database'
import { aged, birthday } from '#segments/calendar'
import type { Source } from '#segments/column'
import type { Leaf, Ranged } from '#segments/rule'
import { tagged } from '#segments/tagged'

/** Where the facts of a condition are. */
export function sourceOf(leaf: Leaf): Source {
  if (leaf.is === 'event' || leaf.is === 'sequence') return stream('e', timeline)
  if (leaf.is === 'orders') return stream('o', history)
  if (leaf.is === 'points') return points()
  if (leaf.is === 'consent') return consents()
  if (leaf.is === 'tag') return tagged()
  return traits()
}

type Table = { from: Sql; at: Sql; holds: Sql }
const timeline: Table = {
  from: sql`activity.timeline t`,
  at: sql`t.occurred_at`,
  holds: sql`true`,
}
const history: Table = {
  from: sql`orders.history t`,
  at: sql`t.placed_at`,
  holds: sql`t.state in ('placed', 'ready', 'done')`,
}

type Which = {
  type?: string
  place_id?: string | undefined
  channel?: string | undefined
  fact?: { name: string; value: string } | undefined
}

// What happens in time: the timeline and the orders. All windows share one scan, from the beginning of the longest.
function stream(name: string, table: Table): Source {
  const aggregates: Sql[] = []
  const types = new Set<string>()
  const conditions: Sql[] = []
  let since: number | null | undefined
  const column = (aggregate: Sql): Sql => {
    aggregates.push(aggregate)
    return word(`${name}.c${aggregates.length - 1}`)
  }
  return {
    name,
    add(leaf, at) {
      if (leaf.is !== 'event' && leaf.is !== 'sequence' && leaf.is !== 'orders') throw new Error(leaf.is)
      const from = leaf.days === undefined ? null : new Date(Date.parse(at) - leaf.days * day_ms).toISOString()
      since = since === null || from === null ? null : Math.min(since ?? Number.POSITIVE_INFINITY, Date.parse(from))
      const window = from ? sql` and ${table.at} > ${from}::timestamptz` : sql``
      const expiry = (start: Sql) => sql`${start} + make_interval(days => ${leaf.days ?? 0}::integer)`
      const mine = (which: Which) => {
        if (which.type) types.add(which.type)
        const holds = sql`${holdsFor(which)}${window}`
        conditions.push(sql`(${holds})`)
        return holds
      }
      if (leaf.is === 'sequence') {
        const steps = leaf.steps.map((step) => mine(step))
        const times = steps.map((holds) =>
          column(sql`array_agg(${table.at}) filter (where ${holds} and ${table.at} <= ${at}::timestamptz)`),
        )
        const future = column(
          sql`min(${table.at}) filter (where (${join(steps, ' or ')}) and ${table.at} > ${at}::timestamptz)`,
        )
        const start = times.reduceRight<Sql>(
          (later, step) => sql`segments.latest_before(${step}, ${later})`,
          sql`'infinity'`,
        )
        const held = sql`(${start} is not null)`
        return {
          truth: held,
          value: held,
          next: from ? sql`least(${expiry(start)}, ${future})` : future,
        }
      }
      const holds = mine(leaf.is === 'event' ? leaf : { place_id: leaf.place_id, channel: leaf.channel })
      const past = sql`filter (where ${holds} and ${table.at} <= ${at}::timestamptz)`
      const future = column(sql`min(${table.at}) filter (where ${holds} and ${table.at} > ${at}::timestamptz)`)
      if (leaf.is === 'event' && (leaf.measure === 'first' || leaf.measure === 'last')) {
        const seen = column(leaf.measure === 'first' ? sql`min(${table.at}) ${past}` : sql`max(${table.at}) ${past}`)
        const { truth, next } = aged(seen, leaf, 'days', at)
        const soon = from ? [expiry(seen)] : []
        return { truth, value: sql`to_jsonb(${seen})`, next: sql`least(${join([next, future, ...soon], ', ')})` }
      }
      const amount =
        leaf.is === 'event' ? fact(leaf.sum_of) : leaf.measure === 'spent_yen' ? sql`t.total_yen` : undefined
      const value = amount ? column(sql`sum(${amount}) ${past}`) : column(sql`count(*) ${past}`)
      const total = sql`coalesce(${value}, 0)`
      const oldest = from ? column(sql`min(${table.at}) ${past}`) : undefined
      const next = oldest
        ? sql`least(${future}, case when ${mayLapse(leaf, total, amount !== undefined)} then ${expiry(oldest)} end)`
        : future
      return { truth: within(total, leaf), value: sql`to_jsonb(${total})`, next }
    },
    joined(people) {
      const [only] = conditions
      const wanted =
        conditions.length === 1 && only ? only : types.size ? sql`t.type = any (${[...types]}::text[])` : sql`true`
      const from =
        since === null || since === undefined
          ? sql``
          : sql` and ${table.at} > ${new Date(since).toISOString()}::timestamptz`
      const list = join(
        aggregates.map((one, at) => sql`${one} as ${word(`c${at}`)}`),
        ', ',
      )
      return sql`left join (select p.customer_id, ${list} from (${people}) p join ${table.from} on t.profile_id = p.profile_id
        where ${table.holds} and ${wanted}${from} group by p.customer_id) ${word(name)} on ${word(name)}.customer_id = u.customer_id`
    },
  }
}

const day_ms = 86_400_000

function holdsFor({ type, place_id, channel, fact: wanted }: Which): Sql {
  const all = [
    ...(type ? [sql`t.type = ${type}`] : []),
    ...(place_id ? [sql`t.place_id = ${place_id}::uuid`] : []),
    ...(channel ? [sql`t.channel = ${channel}`] : []),
    ...(wanted ? [sql`t.payload->>${wanted.name}::text = ${wanted.value}`] : []),
  ]
  return all.length ? join(all, ' and ') : sql`true`
}

// A fact that is no number adds nothing.
function fact(name: string | undefined): Sql | undefined {
  return name === undefined
    ? undefined
    : sql`case jsonb_typeof(t.payload->${name}::text) when 'number' then (t.payload->>${name}::text)::numeric end`
}

// When an event falls out of the window a count only falls: who has too few stays out, who has few enough stays in.
function mayLapse({ at_least, at_most }: Ranged, total: Sql, any: boolean): Sql {
  if (any || (at_least !== undefined && at_most !== undefined)) return sql`true`
  return at_least === undefined ? sql`${total} > ${at_most}::numeric` : sql`${total} >= ${at_least}::numeric`
}

/** Between the bounds that are named. */
function within(value: Sql, { at_least, at_most }: Ranged): Sql {
  const all = [
    ...(at_least === undefined ? [] : [sql`${value} >= ${at_least}::numeric`]),
    ...(at_most === undefined ? [] : [sql`${value} <= ${at_most}::numeric`]),
  ]
  return sql`(${join(all, ' and ')})`
}

function points(): Source {
  return {
    name: 'h',
    add(leaf) {
      if (leaf.is !== 'points') throw new Error(leaf.is)
      const total = sql`coalesce(h.available, 0)`
      return { truth: within(total, leaf), value: sql`to_jsonb(${total})` }
    },
    joined: (people) => sql`left join (select p.customer_id, sum(a.available) as available from (${people}) p
      join loyalty.holding a on a.profile_id = p.profile_id where a.unit = 'points' group by p.customer_id) h on h.customer_id = u.customer_id`,
  }
}

function consents(): Source {
  const said: Sql[] = []
  return {
    name: 'a',
    add(leaf) {
      if (leaf.is !== 'consent') throw new Error(leaf.is)
      said.push(sql`bool_and(c.granted) filter (where c.purpose = ${leaf.purpose} and c.channel = ${leaf.channel})`)
      const truth = sql`coalesce(${word(`a.c${said.length - 1}`)}, false)`
      return { truth, value: truth }
    },
    joined: (people) => sql`left join (select p.customer_id, ${join(
      said.map((one, at) => sql`${one} as ${word(`c${at}`)}`),
      ', ',
    )}
      from (${people}) p join consent.standing c on c.profile_id = p.profile_id group by p.customer_id) a on a.customer_id = u.customer_id`,
  }
}

// The member profile speaks for a person, the earliest when there are several.
function traits(): Source {
  return {
    name: 's',
    add(leaf, at) {
      if (leaf.is === 'age') {
        const { truth, next } = aged(
          sql`(make_date(s.birth_year, coalesce(s.birth_month, 1), 1)::timestamp at time zone 'Asia/Tokyo')`,
          leaf,
          'years',
          at,
        )
        return { truth, value: sql`to_jsonb(s.birth_year)`, next }
      }
      if (leaf.is === 'joined') {
        const { truth, next } = aged(sql`s.registered_at`, leaf, 'days', at)
        return { truth, value: sql`to_jsonb(s.registered_at)`, next }
      }
      if (leaf.is === 'birthday') return birthday(sql`s.birth_month`, leaf.months_ahead, at)
      if (leaf.is !== 'trait') throw new Error(leaf.is)
      const value = sql`${word(`s.${leaf.name}`)}::text`
      return { truth: sql`coalesce(${value} = any (${leaf.among}::text[]), false)`, value: sql`to_jsonb(${value})` }
    },
    joined: (people) => sql`left join (select distinct on (p.customer_id) p.* from (${people}) p
      order by p.customer_id, p.kind = 'member' desc, p.kind = 'guest' desc, p.registered_at, p.profile_id) s on s.customer_id = u.customer_id`,
  }
}

// Names of columns are made here, never read from a rule.
function word(name: string): Sql {
  return raw(name)
}
