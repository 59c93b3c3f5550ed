import { type Db, only, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'

export type Wording = { version: number; body_ja: string; body_en: string; effective_from: string }
export type Purpose = {
  purpose: string
  channels: string[]
  name_ja: string
  name_en: string
  required: boolean
  position: number
  /** The text in force; null before the first takes effect. */
  wording: Wording | null
}

/** The purposes in their order, each with its wording in force at an instant. */
export function purposes(db: Db, at: string): Promise<Purpose[]> {
  return rows<Purpose>(
    db,
    sql`select p.purpose, p.channels, p.name_ja, p.name_en, p.required, p.position, w.wording
        from consent.purpose p left join lateral (
          select jsonb_build_object('version', w.version, 'body_ja', w.body_ja, 'body_en', w.body_en,
            'effective_from', to_char(w.effective_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as wording
          from consent.wording w where w.purpose = p.purpose and w.effective_from <= ${at} order by w.version desc limit 1) w on true
        order by p.position, p.purpose`,
  )
}

/** Add a purpose or change its names and channels. */
export async function putPurpose(tx: Tx, purpose: Omit<Purpose, 'wording'>): Promise<void> {
  await run(
    tx,
    sql`insert into consent.purpose (purpose, channels, name_ja, name_en, required, position)
        values (${purpose.purpose}, ${purpose.channels}, ${purpose.name_ja}, ${purpose.name_en}, ${purpose.required}, ${purpose.position})
        on conflict (purpose) do update set channels = excluded.channels, name_ja = excluded.name_ja, name_en = excluded.name_en,
          required = excluded.required, position = excluded.position`,
  )
}

/** Add the next version of a purpose's text; the texts before it stay as they were agreed to. */
export async function addWording(tx: Tx, purpose: string, wording: Omit<Wording, 'version'>): Promise<Wording> {
  const known = await rows(tx, sql`select 1 from consent.purpose where purpose = ${purpose} for update`)
  if (!known.length)
    refuse('consent.no_purpose', 404, '同意の項目が見つかりません。', 'There is no such purpose.', { field: 'purpose' })
  return only<Wording>(
    tx,
    sql`insert into consent.wording (purpose, version, body_ja, body_en, effective_from)
        select ${purpose}, coalesce(max(version), 0) + 1, ${wording.body_ja}, ${wording.body_en}, ${wording.effective_from}
        from consent.wording where purpose = ${purpose}
        returning version, body_ja, body_en, effective_from`,
  )
}

/** Every text that was ever shown, each under its purpose and version. */
export function wordings(db: Db): Promise<(Wording & { purpose: string })[]> {
  return rows(
    db,
    sql`select purpose, version, body_ja, body_en, effective_from from consent.wording order by purpose, version`,
  )
}
