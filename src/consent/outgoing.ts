import { rows, sql } from '#core/database'
import { no_id, no_time, type Outgoing, type Row } from '#core/outgoing'

/** What may be taken out of this room. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'consents',
    title: { ja: '同意の履歴', en: 'Consent decisions' },
    columns: {
      decision_id: 'uuid',
      profile_id: 'uuid',
      purpose: 'text',
      channel: 'text',
      granted: 'boolean',
      wording_version: 'integer',
      source: 'text',
      place_id: 'uuid',
      decided_at: 'time',
    },
    key: ['profile_id', 'decided_at', 'decision_id'],
    first: [no_id, no_time, no_id],
    page: (db, [profile, at, id], limit) =>
      rows<Row>(
        db,
        sql`select decision_id, profile_id, purpose, channel, granted, wording_version, source, place_id, decided_at from consent.decision
            where (profile_id, decided_at, decision_id) > (${profile}::uuid, ${at}::timestamptz, ${id}::uuid)
            order by profile_id, decided_at, decision_id limit ${limit}`,
      ),
  },
]
