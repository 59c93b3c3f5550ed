/** Real objects for every id a route asks for: found in the database by the name of their column, or the test fails. */
import { randomUUID } from 'node:crypto'
import { system } from '../../src/core/actor.ts'
import { type Pool, raw, rows, transaction } from '../../src/core/database.ts'
import { counterCode } from '../../src/stores/gift-counter.ts'
import type { Caller, House } from './people.ts'
import type { Operation } from './spec.ts'

/** Whose an object is: a person's, a place's, or the whole house's. */
export type Thing = { value: string; of: 'person' | 'place' | 'house' }

// What an id is called in a path or a body, and what it is called where it is kept.
const names: Record<string, string> = {
  keep_id: 'profile_id',
  join_id: 'profile_id',
  customer_id: 'profile_id',
  home_place_id: 'place_id',
  with_order_id: 'order_id',
  subject_id: 'order_id',
  parent_id: 'category_id',
  contact_profile_id: 'profile_id',
}
/** What a field of this name would hold in life, where its schema says only that it is text. */
const sensible: Record<string, readonly string[]> = {
  email: ['fuzz-1@fuzz.example', 'fuzz-2@fuzz.example', 'FUZZ.3+a@fuzz.example'],
  phone: ['03-1234-5678', '09012345678', '+819011112222'],
  postal_code: ['160-0022', '1540001'],
  family_name_kana: ['サクラ', 'ミドリ'],
  given_name_kana: ['ハナ'],
  name_kana: ['サクラ'],
  time_zone: ['Asia/Tokyo', 'UTC'],
  cutover: ['05:00'],
  open: ['10:00'],
  close: ['20:00'],
  pin: ['975318', '246810'],
  purpose: ['news'],
  channel: ['all', 'email', 'ec'],
  tax_category: ['standard', 'food'],
  category: ['standard'],
  type: ['Product Viewed', 'order.placed'],
  gtin: ['4599990000016'],
  token: ['tok_visa'],
  svg: ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
  base64: ['iVBORw0KGgo='],
}
const byPath: [start: string, name: string, column: string][] = [['/v1/customers/', 'id', 'profile_id']]

// What is found by more than the name of its column.
const finders: Record<string, (owner: Caller) => string> = {
  'GET /v1/integrations/deliveries/{delivery_id}': () =>
    'select delivery_id::text as v from integrations.delivery limit 1',
  'POST /v1/integrations/deliveries/{delivery_id}/resends': () =>
    'select delivery_id::text as v from integrations.delivery limit 1',
  'POST /v1/inventory/holds/{hold_id}/release': ({ profile_id, place_id }) =>
    `select source_id::text as v from inventory.hold where ${profile_id ? `source_kind = 'hold:member:${profile_id}'` : `place_id = '${place_id}' and source_kind like 'hold:%'`} limit 1`,
}

// What belongs to a company is hers who orders for it.
const byContact: Record<string, string> = {
  account_id: 'select profile_id::text as v from business.account',
  invoice_id: 'select invoice_id::text as v from business.invoice',
}

// What the house has decided for a day to come.
const byPlan: Record<string, string> = {
  key: "select key as v from core.setting_change where state = 'planned'",
  version: "select version::text as v from core.setting_change where state = 'planned'",
}

type Column = { table: string; name: string; person: boolean; place: boolean; key: boolean }

export class Things {
  readonly db: Pool
  /** Parameters for which the house holds no object. */
  readonly missing = new Set<string>()
  private columns: Column[] = []
  private kept = new Map<string, readonly unknown[]>()

  private readonly spared: ReadonlySet<unknown>

  constructor({ db, spared }: Pick<House, 'db' | 'spared'>) {
    this.db = db
    this.spared = spared
  }

  /** Look at the tables anew. */
  async look(): Promise<void> {
    this.columns = await this.ask<Column>(
      `select format('%I.%I', c.table_schema, c.table_name) as table, c.column_name as name,
         exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indisprimary and i.indnkeyatts = 1
           and i.indrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and a.attname = c.column_name) as key,
         exists (select from information_schema.columns p where (p.table_schema, p.table_name) = (c.table_schema, c.table_name) and p.column_name = 'profile_id') as person,
         exists (select from information_schema.columns p where (p.table_schema, p.table_name) = (c.table_schema, c.table_name) and p.column_name = 'place_id') as place
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where t.table_type = 'BASE TABLE' and c.data_type in ('uuid', 'text', 'date') and c.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
         and c.table_name !~ '^event_' order by key desc, person desc, place desc, 1`,
    )
    this.kept.clear()
    for (const name of new Set(this.columns.map((column) => column.name))) {
      const found: unknown[] = []
      for (const { table } of this.columns.filter((column) => column.name === name).slice(0, 6))
        found.push(
          ...(await this.ask<{ v: unknown }>(
            `select "${name}" as v from ${table} where "${name}" is not null limit 6`,
          )),
        )
      this.kept.set(name, [...new Set(found.map((row) => (row as { v: unknown }).v))])
    }
  }

  /** Values worth trying for a field of this name. */
  known = (field: string): readonly unknown[] => {
    const name = field.replace(/_ids$/, '_id')
    const found = [...(this.kept.get(names[name] ?? name) ?? []), ...(sensible[name] ?? [])]
    return found.filter((value) => !this.spared.has(value))
  }

  /** The object of this owner that fits a parameter, or undefined when there is none. */
  async of(owner: Caller, parameter: string, operation?: Operation): Promise<Thing | undefined> {
    const column = this.column(parameter, operation)
    const mine = this.columns.filter(({ name }) => name === column)
    const finder = operation && finders[operation.name]
    if (finder && (owner.profile_id || owner.place_id)) {
      const [row] = await this.ask<{ v: string }>(finder(owner))
      return row && { value: row.v, of: owner.profile_id ? 'person' : 'place' }
    }
    const planned = operation?.path.startsWith('/v1/settings/') && byPlan[parameter]
    if (planned) {
      const [row] = await this.ask<{ v: string }>(`${planned} limit 1`)
      return row && { value: row.v, of: 'house' }
    }
    // Derived from the shop, and kept nowhere.
    if (parameter === 'counter_code') {
      const shop = await this.first('stores.place', 'place_id', "kind = 'shop'")
      return shop === undefined ? undefined : { value: counterCode(shop), of: 'house' }
    }
    const companys = byContact[parameter]
    if (companys) {
      const hers = `where profile_id in (select profile_id from business.contact where contact_profile_id = '${owner.profile_id}')`
      const [row] = await this.ask<{ v: string }>(`${companys} ${owner.profile_id ? hers : ''} order by 1 limit 1`)
      return row && { value: row.v, of: owner.profile_id ? 'person' : 'house' }
    }
    if (column === 'profile_id' && owner.profile_id) return { value: owner.profile_id, of: 'person' }
    if (column === 'profile_id' && owner.place_id) {
      const value = await this.first('customers.profile', column, "kind = 'member'")
      return value ? { value, of: 'house' } : undefined
    }
    if (column === 'place_id' && owner.place_id) return { value: owner.place_id, of: 'place' }
    // Goods and places are everybody's, though a person's rows name them.
    const shared = mine.some(({ key, person, place }) => key && !person && !place) || column === 'place_id'
    if (owner.profile_id && !shared)
      for (const { table } of mine.filter(({ person }) => person)) {
        const value = await this.first(table, column, `profile_id = '${owner.profile_id}'`)
        if (value) return { value, of: 'person' }
      }
    if (owner.place_id && !shared)
      for (const { table } of mine.filter(({ place }) => place)) {
        const value = await this.first(table, column, `place_id = '${owner.place_id}'`)
        if (value) return { value, of: 'place' }
      }
    for (const { table } of mine) {
      const value = await this.first(table, column, 'true')
      if (value) return { value, of: 'house' }
    }
    return undefined
  }

  /** A value for every hole of a path; what nothing fits is noted in `missing`. */
  async path(owner: Caller, operation: Operation): Promise<Record<string, Thing>> {
    const found: Record<string, Thing> = {}
    for (const { name, in: where, schema } of operation.parameters) {
      if (where !== 'path') continue
      const thing = await this.of(owner, name, operation)
      if (!thing) this.missing.add(`{${name}} of ${operation.name}`)
      const value = thing?.value ?? (schema.format === 'date' ? '2026-11-22' : randomUUID())
      // Some take the retailer's own id only, and say so.
      found[name] =
        schema.pattern && !new RegExp(schema.pattern).test(value)
          ? { value: 'ext:life', of: 'house' }
          : { value, of: thing?.of ?? 'house' }
    }
    return found
  }

  private column(parameter: string, operation?: Operation): string {
    const told = byPath.find(([start, name]) => name === parameter && operation?.path.startsWith(start))
    return told?.[2] ?? names[parameter] ?? parameter
  }

  private async first(table: string, column: string, condition: string): Promise<string | undefined> {
    const [row] = await this.ask<{ v: string }>(
      `select "${column}"::text as v from ${table} where ${condition} and "${column}" is not null order by 1 limit 1`,
    )
    return row?.v
  }

  private ask<Row>(text: string): Promise<Row[]> {
    return transaction(this.db, system, (tx) => rows<Row>(tx, raw(text)))
  }
}

/** The tables with their number of rows and, where one is asked about, a digest of what is hers or the place's. */
export async function digest(db: Pool, column: 'profile_id' | 'place_id', value: string): Promise<Map<string, string>> {
  return transaction(db, system, async (tx) => {
    const tables = await rows<{ table: string }>(
      tx,
      raw(`select format('%I.%I', n.nspname, c.relname) as table from pg_attribute a join pg_class c on c.oid = a.attrelid
           join pg_namespace n on n.oid = c.relnamespace where a.attname = '${column}' and c.relkind in ('r', 'p') and not c.relispartition order by 1`),
    )
    // The timeline of a place tells of other shops' doings with it, too: a transfer asked for is news at both ends.
    const skip = column === 'place_id' ? 'activity.event' : ''
    const found = new Map<string, string>()
    for (const { table } of tables.filter((each) => each.table !== skip)) {
      const [row] = await rows<{ sum: string }>(
        tx,
        raw(
          `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as sum from ${table} t where ${column} = '${value}'`,
        ),
      )
      found.set(table, row?.sum ?? '')
    }
    return found
  })
}

/** How many rows each table holds. */
export async function counts(db: Pool): Promise<Map<string, number>> {
  return transaction(db, system, async (tx) => {
    const tables = await rows<{ table: string }>(
      tx,
      raw(`select format('%I.%I', schemaname, relname) as table from pg_stat_user_tables where schemaname <> 'graphile_worker'
           and relname !~ '^event_' and has_table_privilege(relid, 'select') union select 'activity.event' order by 1`),
    )
    const one = tables.map(({ table }) => `select '${table}' as table, count(*)::integer as n from ${table}`)
    const found = await rows<{ table: string; n: number }>(tx, raw(one.join(' union all ')))
    return new Map(found.map(({ table, n }) => [table, n]))
  })
}

/** What differs between two looks. */
export function changed<T>(before: Map<string, T>, after: Map<string, T>): string[] {
  return [...after].filter(([table, value]) => before.get(table) !== value).map(([table]) => table)
}

export type { House }
