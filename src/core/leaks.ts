/** For tests: looks through everything a database holds for values which should stand nowhere in clear. */
import pg from 'pg'
import { type DataKey, unseal, unwrap } from './secret.ts'

export type Leak = { table: string; rows: number; sample: string }

/**
 * Tables (jobs among them) with a row in which one of these values stands: as text, inside JSON, or as plain bytes. What is
 * sealed does not show; a value in clear does, whatever column it crept into.
 */
export async function leaks(url: string, values: readonly string[]): Promise<Leak[]> {
  const shows = seeker(values.flatMap((value) => [value, Buffer.from(value).toString('hex'), escaped(value)]))
  return connected(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and pg_relation_size(c.oid) > 0 order by 1`,
    )
    const found: Leak[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`)
      const hits = rows.filter(({ text }) => shows(text) !== undefined)
      if (hits[0]) found.push({ table: name, rows: hits.length, sample: hits[0].text.slice(0, 300) })
    }
    return found
  })
}

/**
 * What would name one of the people of a database if it stood anywhere in clear: read out of all that is sealed under their
 * keys. Values too short or too common to be hers alone (a family name, a city) are left out.
 */
export async function peopleIn(url: string): Promise<string[]> {
  return connected(url, async (client) => {
    const keys = new Map<string, DataKey>()
    const found = new Set<string>()
    const columns = await client.query<{ table: string; column: string; key: boolean }>(
      `select format('%I.%I', c.table_schema, c.table_name) as table, c.column_name as column, c.column_name = 'wrapped_key' as key
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where t.table_type = 'BASE TABLE' and c.data_type = 'bytea' and (c.column_name = 'wrapped_key' or c.column_name like 'sealed%')
         and exists (select from information_schema.columns p where (p.table_schema, p.table_name, p.column_name) = (c.table_schema, c.table_name, 'profile_id'))
       order by key desc, 1`,
    )
    for (const { table, column, key } of columns.rows) {
      const { rows } = await client.query<{ profile_id: string; bytes: Buffer }>(
        `select profile_id, "${column}" as bytes from ${table} where "${column}" is not null and profile_id is not null`,
      )
      for (const { profile_id, bytes } of rows) {
        const under = keys.get(profile_id)
        if (key) attempt(() => keys.set(profile_id, unwrap(bytes)))
        else if (under) attempt(() => collect(unseal(under, bytes), found))
      }
    }
    return [...found]
  })
}

/** Says which of the values a text shows first, if any; as quick for ten thousand of them as for one. */
export function seeker(values: readonly string[]): (text: string) => string | undefined {
  const starting = new Map<string, string[]>()
  for (const value of new Set(values)) {
    const start = value.slice(0, 3)
    starting.set(start, [...(starting.get(start) ?? []), value])
  }
  return (text) => {
    for (let at = 0; at < text.length - 2; at++) {
      const hit = starting.get(text.slice(at, at + 3))?.find((value) => text.startsWith(value, at))
      if (hit !== undefined) return hit
    }
    return undefined
  }
}

// A row made up by a test, or sealed under the house's own key, opens for nobody here.
function attempt(work: () => unknown): void {
  try {
    work()
  } catch {}
}

const personal = /name|kana|mail|phone|birth|address|building|card|line_user|member_number|recipient|attention/

function collect(value: unknown, into: Set<string>, field = ''): void {
  if (Array.isArray(value)) for (const each of value) collect(each, into, field)
  else if (typeof value === 'object' && value !== null) {
    for (const pair of ['name', 'name_kana']) {
      const of = value as Record<string, unknown>
      const [family, given] = [of[`family_${pair}`], of[`given_${pair}`]]
      if (typeof family === 'string' && typeof given === 'string')
        for (const between of ['', ' ', '　']) into.add(`${family}${between}${given}`)
    }
    for (const [key, each] of Object.entries(value)) collect(each, into, key)
  } else if (typeof value === 'string' && personal.test(field)) for (const each of shapes(value, field)) into.add(each)
}

function shapes(value: string, field: string): string[] {
  const national = value.replace(/^\+81|^0|\D/g, '')
  if (/phone/.test(field) && national.length >= 9) {
    const whole = `0${national}`
    return [national, `${whole.slice(0, 3)}-${whole.slice(3, 7)}-${whole.slice(7)}`]
  }
  // A company's name stands open in the books; one half of a name is many people's.
  if (field === 'company_name') return []
  if (/^(family|given)_/.test(field) && !/\s/.test(value)) return []
  const telling = /[^\x20-\x7e]/.test(value) ? 5 : 8
  return value.length >= telling ? [value] : []
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

// As JSON of another hand would write it.
function escaped(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
