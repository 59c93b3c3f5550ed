import { type Db, rows, run, sql, type Tx } from '#core/database'

export type Town = { postal_code: string; prefecture: string; city: string; town: string; town_kana: string | null }

/** The towns of a postal code (seven digits), in the order of their names; none when it is unknown or no table was imported. */
export function townsOf(db: Db, postal_code: string): Promise<Town[]> {
  return rows<Town>(
    db,
    sql`select postal_code, prefecture, city, town, town_kana from stores.postal_code where postal_code = ${postal_code} order by city, town`,
  )
}

/** Write towns of postal codes; returns how many were new or changed. */
export function putTowns(tx: Tx, list: readonly Town[]): Promise<number> {
  // One statement may touch a row once: of two rows alike the last counts.
  const once = [
    ...new Map(list.map((town) => [`${town.postal_code} ${town.city} ${town.town}`, town] as const)).values(),
  ]
  return run(
    tx,
    sql`insert into stores.postal_code as known (postal_code, prefecture, city, town, town_kana)
        select postal_code, prefecture, city, town, town_kana
        from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as t(postal_code text, prefecture text, city text, town text, town_kana text)
        on conflict (postal_code, city, town) do update set prefecture = excluded.prefecture, town_kana = excluded.town_kana
        where (known.prefecture, known.town_kana) is distinct from (excluded.prefecture, excluded.town_kana)`,
  )
}
