import type { Check } from '#core/check'
import { paperChecks } from '#inventory/paper-checks'

const fewer = `(exists (select from inventory.movement m where m.variant_id = s.variant_id and m.place_id = s.place_id
  and m.kind in ('count', 'loss', 'transfer') and m.quantity < 0)
  or exists (select from inventory.collision c where c.variant_id = s.variant_id and c.place_id = s.place_id and c.promised > 0))`

export const checks: Check[] = [
  ...paperChecks,
  {
    name: 'inventory: on hand is the sum of movements',
    sql: `select s.place_id || '/' || s.variant_id as id, s.on_hand, coalesce(m.total, 0) as movements from inventory.stock s
      left join (select place_id, variant_id, sum(quantity) as total from inventory.movement group by 1, 2) m using (place_id, variant_id)
      where s.on_hand <> coalesce(m.total, 0)`,
    corrupt: `update inventory.stock set on_hand = on_hand + 1 where (place_id, variant_id) = (select place_id, variant_id from inventory.stock limit 1)`,
  },
  {
    name: 'inventory: every movement has its stock row',
    sql: `select m.movement_id as id from inventory.movement m where not exists
      (select 1 from inventory.stock s where s.place_id = m.place_id and s.variant_id = m.variant_id)`,
    corrupt: `delete from inventory.stock where (place_id, variant_id) = (select place_id, variant_id from inventory.movement limit 1)`,
  },
  {
    name: 'inventory: reserved is the sum of open holds',
    sql: `select s.place_id || '/' || s.variant_id as id, s.reserved, coalesce(h.total, 0) as holds from inventory.stock s
      left join (select place_id, variant_id, sum(quantity) as total from inventory.hold where state = 'held' group by 1, 2) h using (place_id, variant_id)
      where s.reserved <> coalesce(h.total, 0)`,
    corrupt: `update inventory.stock set reserved = reserved + 1 where (place_id, variant_id) = (select place_id, variant_id from inventory.stock limit 1)`,
  },
  {
    // Unless a count found less, or something promised was lost or sold offline: that is the shop's trouble, not the ledger's.
    name: 'inventory: nothing was promised that was not there',
    sql: `select place_id || '/' || variant_id as id, on_hand, reserved from inventory.stock s where on_hand - reserved < 0 and not ${fewer}`,
    corrupt: `update inventory.stock set reserved = on_hand + 1 where (place_id, variant_id) =
      (select place_id, variant_id from inventory.stock s where on_hand >= 0 and not ${fewer} limit 1)`,
  },
  {
    name: 'inventory: every hold taken has its sale',
    sql: `select h.hold_id as id from inventory.hold h left join inventory.movement m on m.movement_id = h.hold_id and m.quantity = -h.quantity
      where h.state = 'taken' and m.movement_id is null`,
    corrupt: `update inventory.hold set state = 'taken' where hold_id = (select hold_id from inventory.hold where state <> 'taken' limit 1)`,
  },
  {
    name: 'inventory: every collision is accounted for: sold, made up for, and a person’s task',
    sql: `select c.collision_id as id, c.missing from inventory.collision c
      where c.missing <> (select coalesce(sum(m.quantity), 0) from inventory.movement m where m.source_id = c.collision_id and m.kind = 'count' and m.source_kind = 'collision')
        or c.wanted <> (select coalesce(-sum(m.quantity), 0) from inventory.movement m
          where m.source_id = c.source_id and m.place_id = c.place_id and m.variant_id = c.variant_id and m.kind = 'sale')
        or not exists (select from stores.task t where t.subject_id = c.collision_id)`,
    corrupt: `insert into inventory.collision (collision_id, place_id, variant_id, source_kind, source_id, wanted, missing, promised, found_at)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'verify', gen_random_uuid(), 1, 1, 0, '2020-01-01Z')`,
  },
]
