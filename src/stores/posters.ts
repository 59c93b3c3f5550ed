import { randomInt } from 'node:crypto'
import { brokenConstraint, type Db, one, rows, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

export type Poster = {
  poster_id: string
  code: string
  place_id: string
  name: string
  active: boolean
  created_at: string
}

const columns = sql`poster_id, code, place_id, name, active, created_at`
// Read off paper and typed by thumb: no 0/O, 1/I/L.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const code_length = 8

/** A poster of a place with its own code, ours or one already printed. Refuses 409 a code in use. */
export async function addPoster(
  tx: Tx,
  want: { place_id: string; name: string; code?: string | undefined },
): Promise<Poster> {
  const code = want.code?.toUpperCase() ?? randomCode()
  const made = await one<Poster>(
    tx,
    sql`insert into stores.poster (poster_id, code, place_id, name, created_at)
        values (${id()}, ${code}, ${want.place_id}, ${want.name}, ${clock.iso()}) returning ${columns}`,
  ).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'poster_code_key') throw error
    return refuse('stores.poster_code_taken', 409, 'このコードは使われています。', 'This code is already in use.', {
      field: 'code',
    })
  })
  return made as Poster
}

/** Rename a poster or take it down; its code is never given to another. */
export async function changePoster(
  tx: Tx,
  poster_id: string,
  want: { name?: string | undefined; active?: boolean | undefined },
): Promise<Poster> {
  const changed = await one<Poster>(
    tx,
    sql`update stores.poster set name = coalesce(${want.name ?? null}, name), active = coalesce(${want.active ?? null}, active)
        where poster_id = ${poster_id} returning ${columns}`,
  )
  return changed ?? noPoster('poster_id')
}

export async function poster(db: Db, poster_id: string): Promise<Poster> {
  return (
    (await one<Poster>(db, sql`select ${columns} from stores.poster where poster_id = ${poster_id}`)) ??
    noPoster('poster_id')
  )
}

/** Posters of the places given (null: of all), newest first. */
export function posters(db: Db, place_ids: readonly string[] | null): Promise<Poster[]> {
  return rows<Poster>(
    db,
    sql`select ${columns} from stores.poster where (${place_ids}::uuid[] is null or place_id = any(${place_ids}::uuid[]))
        order by created_at desc, poster_id desc limit 1000`,
  )
}

/** The hanging poster of a code as scanned or typed; refuses (404) an unknown one and one taken down. */
export async function posterOf(db: Db, code: string): Promise<Poster> {
  const found = await one<Poster>(
    db,
    sql`select ${columns} from stores.poster where code = ${code.trim().toUpperCase()} and active`,
  )
  return found ?? noPoster('poster_code')
}

function randomCode(): string {
  return Array.from({ length: code_length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

function noPoster(field: string): never {
  return refuse('stores.no_poster', 404, 'このポスターは見つかりません。', 'There is no such poster.', { field })
}
