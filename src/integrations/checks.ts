import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'integrations: every row that was read is accounted for',
    sql: `select import_id as id, rows_read, rows_written, rows_repeated, rows_refused, resume_after from integrations.import
      where rows_read <> rows_written + rows_repeated + rows_refused or rows_read <> resume_after`,
    corrupt: `insert into integrations.import (import_id, resource, source, file_name, file_sha256, map_sha256, state, rows_read, started_at)
      values (gen_random_uuid(), 'verify', 'verify', 'verify', '', '', 'done', 1, '2020-01-01Z')`,
  },
  {
    name: 'integrations: every delivery belongs to a webhook',
    sql: `select d.webhook_id, d.delivery_id from integrations.delivery d
      where not exists (select from integrations.webhook w where w.webhook_id = d.webhook_id)`,
    corrupt: `insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, event_at, due_at, created_at)
      values (${stranger}, ${stranger}, ${stranger}, ${stranger}, 'ping', '2020-01-01Z', '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'integrations: every attempt to deliver is written down',
    sql: `select d.webhook_id, d.delivery_id, d.attempts, count(a.number) as written from integrations.delivery d
      left join integrations.attempt a using (webhook_id, delivery_id)
      group by d.webhook_id, d.delivery_id, d.attempts having count(a.number) <> d.attempts`,
    corrupt: `insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, attempts, event_at, due_at, created_at)
      values (${stranger}, ${stranger}, ${stranger}, ${stranger}, 'ping', 1, '2020-01-01Z', '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'integrations: every order taken for an outlet is ours once, at its total, and stands as ours stands',
    sql: `select o.outlet_order_id as id, o.state, o.order_id from integrations.outlet_order o
        left join orders.reference r on r.order_id = o.order_id
        left join orders."order" x on x.profile_id = r.profile_id and x.order_id = r.order_id
      where o.state in ('accepted', 'shipped') and (x.order_id is null or x.total_yen <> o.total_yen)
        or o.state = 'shipped' and x.state <> 'done'
        or o.state = 'cancelled' and x.state is not null and x.state <> 'cancelled'
        or o.order_id is not null and exists (select from integrations.outlet_order other
          where other.order_id = o.order_id and (other.outlet_id, other.external_id) <> (o.outlet_id, o.external_id))`,
    corrupt: `insert into integrations.outlet_order (outlet_id, external_id, outlet_order_id, version, state, place_id, order_id, total_yen, placed_at, received_at)
      values (${stranger}, 'verify', ${stranger}, 1, 'accepted', ${stranger}, ${stranger}, 1, '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'integrations: an outlet’s order that we could not have is a person’s task',
    sql: `select o.outlet_order_id as id, o.state from integrations.outlet_order o where o.state in ('short', 'refused')
      and not exists (select from stores.task t where t.subject_id = o.outlet_order_id and t.kind in ('outlet_short', 'outlet_refused'))`,
    corrupt: `insert into integrations.outlet_order (outlet_id, external_id, outlet_order_id, version, state, place_id, total_yen, placed_at, received_at)
      values (${stranger}, 'verify', ${stranger}, 1, 'short', ${stranger}, 1, '2020-01-01Z', '2020-01-01Z')`,
  },
]
