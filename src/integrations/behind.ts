import { only, sql, type Tx } from '#core/database'
import { clock } from '#core/time'

/** Deliveries to webhooks that should have gone already, and webhooks that were switched off because nobody answered. */
export type Behind = { due: number; oldest_due_seconds: number; switched_off: number }

/** How far outgoing messages are behind; `tx` must see everyone's rows. */
export function deliveriesBehind(tx: Tx): Promise<Behind> {
  const now = clock.iso()
  return only<Behind>(
    tx,
    sql`select coalesce(sum(d.due), 0)::integer as due,
          coalesce(extract(epoch from ${now}::timestamptz - min(d.oldest)), 0)::double precision as oldest_due_seconds,
          (count(*) filter (where w.disabled_reason in ('gone', 'failing')))::integer as switched_off
        from integrations.webhook w left join lateral (
          select count(*) as due, min(due_at) as oldest from (
            select f.due_at from integrations.delivery f
            where f.webhook_id = w.webhook_id and f.state = 'waiting' and f.due_at <= ${now} order by f.due_at limit 10000) few
          where w.enabled) d on true`,
  )
}
