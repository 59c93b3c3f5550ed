import { factsOf } from '#activity/catalogue'
import { lag_ms } from '#activity/log'
import { rows, sql } from '#core/database'
import { no_id, no_time, type Outgoing } from '#core/outgoing'
import { clock } from '#core/time'

/** What may be taken out of this room: of an event what its catalogue says. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'events',
    title: { ja: 'タイムライン', en: 'The timeline' },
    columns: {
      event_id: 'uuid',
      profile_id: 'uuid',
      type: 'text',
      source: 'text',
      channel: 'text',
      place_id: 'uuid',
      subject_kind: 'text',
      subject_id: 'uuid',
      version: 'integer',
      facts: 'json',
      occurred_at: 'time',
      received_at: 'time',
    },
    key: ['received_at', 'event_id'],
    first: [no_time, no_id],
    async page(db, [at, id], limit) {
      // Those of transactions still open come later with an earlier time: who follows stays a little behind.
      const until = new Date(clock.ms() - lag_ms).toISOString()
      const found = await rows<{ type: string; payload: Record<string, unknown> }>(
        db,
        sql`select event_id, profile_id, type, source, channel, place_id, subject_kind, subject_id, version, payload, occurred_at, received_at
            from activity.event where (received_at, event_id) > (${at}::timestamptz, ${id}::uuid) and received_at <= ${until}
            order by received_at, event_id limit ${limit}`,
      )
      return found.map(({ payload, ...event }) => ({ ...event, facts: factsOf(event.type, payload) }))
    },
  },
]
