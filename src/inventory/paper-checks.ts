import type { Check } from '#core/check'

const moved = (source_kind: string) => `coalesce((select sum(m.quantity) from inventory.movement m
  where m.source_id = l.transfer_id and m.variant_id = l.variant_id and m.source_kind = '${source_kind}'), 0)`
const why = (...reasons: string[]) => `coalesce((select sum(d.quantity) from inventory.transfer_difference d
  where d.transfer_id = l.transfer_id and d.variant_id = l.variant_id and d.reason = any ('{${reasons.join()}}')), 0)`
// A made-up paper, so that each check has something to see even where no paper was ever written.
const paper = (state: string, line: string) => `
  insert into inventory.transfer (transfer_id, number, from_place_id, to_place_id, state, requested_at, requested_by)
    values (md5('paper')::uuid, 'T-paper', md5('a')::uuid, md5('b')::uuid, '${state}', '2026-01-01', 'check');
  insert into inventory.transfer_line (transfer_id, variant_id, requested, approved, shipped, received, gone)
    values (md5('paper')::uuid, md5('v')::uuid, 5, ${line})`

/** What must always be true of the papers behind the shelves. */
export const paperChecks: Check[] = [
  {
    name: 'inventory: what a transfer says left and arrived is what moved',
    sql: `select l.transfer_id || '/' || l.variant_id as id, l.shipped, l.received, l.returned from inventory.transfer_line l
      where l.shipped - l.returned <> -${moved('transfer_out')} or l.received <> ${moved('transfer_in')}`,
    corrupt: paper('shipped', '5, 5, 3, 0'),
  },
  {
    name: 'inventory: nothing in transit is lost: what neither arrived nor is on its way has its reason',
    sql: `select l.transfer_id || '/' || l.variant_id as id, l.gone, l.returned from inventory.transfer_line l
      where l.gone <> -${why('lost', 'damaged')} or l.returned <> -${why('not_sent')}`,
    corrupt: paper('closed', '5, 5, 3, 2'),
  },
  {
    name: 'inventory: a transfer that has ended has nothing in transit and nothing put aside',
    sql: `select t.transfer_id as id, t.state from inventory.transfer t where (t.state = any ('{declined,cancelled,closed}')
        and (exists (select from inventory.transfer_line l where l.transfer_id = t.transfer_id and l.shipped - l.received - l.returned - l.gone > 0)
          or exists (select from inventory.hold h where h.source_id = t.transfer_id and h.state = 'held')))
      or (t.state = any ('{requested,approved,declined,cancelled}') and exists (select from inventory.transfer_line l
          where l.transfer_id = t.transfer_id and l.shipped > 0))`,
    corrupt: paper('closed', '5, 5, 4, 0'),
  },
  {
    name: 'inventory: what a transfer agreed to and has not sent is put aside at the sender',
    sql: `select l.transfer_id || '/' || l.variant_id as id, l.approved, l.shipped from inventory.transfer_line l join inventory.transfer t using (transfer_id)
      where t.state = any ('{approved,shipped}') and greatest(l.approved - l.shipped, 0) <> coalesce((select sum(h.quantity) from inventory.hold h
        where h.source_id = l.transfer_id and h.variant_id = l.variant_id and h.place_id = t.from_place_id and h.state = 'held'), 0)`,
    corrupt: paper('approved', '5, 0, 0, 0'),
  },
  {
    name: 'inventory: what a delivery says came is what moved',
    sql: `select l.delivery_id || '/' || l.variant_id as id, l.received from inventory.delivery_line l
      where l.received <> coalesce((select sum(m.quantity) from inventory.movement m
        where m.source_id = l.delivery_id and m.variant_id = l.variant_id and m.source_kind = 'delivery'), 0)`,
    corrupt: `insert into inventory.delivery (delivery_id, place_id, supplier, state, expected_on, made_at, made_by)
        values (md5('paper')::uuid, md5('a')::uuid, 'check', 'expected', '2026-01-01', '2026-01-01', 'check');
      insert into inventory.delivery_line (delivery_id, variant_id, expected, received) values (md5('paper')::uuid, md5('v')::uuid, 2, 1)`,
  },
  {
    name: 'inventory: each difference an accepted count found was booked, and no other',
    sql: `select l.stocktake_id || '/' || l.variant_id as id, l.difference from inventory.stocktake_line l join inventory.stocktake t using (stocktake_id)
        where coalesce(l.difference, 0) * (t.state = 'approved')::integer <> coalesce((select sum(m.quantity) from inventory.movement m
          where m.source_id = l.stocktake_id and m.variant_id = l.variant_id and m.source_kind = 'stocktake'), 0)`,
    corrupt: `insert into inventory.stocktake (stocktake_id, place_id, state, scope, opened_at, opened_by)
        values (md5('paper')::uuid, md5('a')::uuid, 'approved', 'all', '2026-01-01', 'check');
      insert into inventory.stocktake_line (stocktake_id, variant_id, difference) values (md5('paper')::uuid, md5('v')::uuid, -1)`,
  },
]
