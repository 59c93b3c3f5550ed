import { rows, sql } from '#core/database'
import { no_id, type Outgoing, type Row } from '#core/outgoing'

/** What may be taken out of this room. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'point_balances',
    title: { ja: 'ポイント残高', en: 'Point balances' },
    columns: {
      profile_id: 'uuid',
      unit: 'text',
      available: 'integer',
      pending: 'integer',
      held: 'integer',
      debt: 'integer',
    },
    key: ['profile_id', 'unit'],
    first: [no_id, ''],
    page: (db, [profile, unit], limit) =>
      rows<Row>(
        db,
        sql`select profile_id, unit, available, pending, held, debt from loyalty.account
            where (profile_id, unit) > (${profile}::uuid, ${unit}) order by profile_id, unit limit ${limit}`,
      ),
  },
  {
    resource: 'point_lots',
    title: { ja: 'ポイントの付与分と期限', en: 'Points granted, with expiry' },
    columns: {
      lot_id: 'uuid',
      profile_id: 'uuid',
      unit: 'text',
      source_id: 'uuid',
      funding: 'text',
      place_id: 'uuid',
      state: 'text',
      granted_at: 'time',
      expires_at: 'time',
      original: 'integer',
      remaining: 'integer',
    },
    key: ['profile_id', 'lot_id'],
    first: [no_id, no_id],
    page: (db, [profile, id], limit) =>
      rows<Row>(
        db,
        sql`select lot_id, profile_id, unit, source_id, funding, place_id, state, granted_at, expires_at, original, remaining from loyalty.lot
            where (profile_id, lot_id) > (${profile}::uuid, ${id}::uuid) order by profile_id, lot_id limit ${limit}`,
      ),
  },
  {
    resource: 'point_postings',
    title: { ja: 'ポイントの仕訳', en: 'Point postings' },
    columns: {
      journal_id: 'uuid',
      seq: 'integer',
      profile_id: 'uuid',
      kind: 'text',
      source_kind: 'text',
      source_id: 'uuid',
      place_id: 'uuid',
      business_date: 'date',
      event_at: 'time',
      unit: 'text',
      side: 'text',
      amount: 'integer',
      lot_id: 'uuid',
    },
    key: ['profile_id', 'journal_id', 'seq'],
    first: [no_id, no_id, '0'],
    page: (db, [profile, journal, seq], limit) =>
      rows<Row>(
        db,
        sql`select p.journal_id, p.seq, p.profile_id, j.kind, j.source_kind, j.source_id, j.place_id, j.business_date, j.event_at, p.unit, p.side,
              p.amount, p.lot_id
            from loyalty.posting p join loyalty.journal j on j.profile_id = p.profile_id and j.journal_id = p.journal_id
            where (p.profile_id, p.journal_id, p.seq) > (${profile}::uuid, ${journal}::uuid, ${seq}::smallint)
            order by p.profile_id, p.journal_id, p.seq limit ${limit}`,
      ),
  },
]
