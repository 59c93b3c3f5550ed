import type { Check } from '#core/check'

// A document that nobody issued, of any order there is.
const ghost = `insert into orders.document (profile_id, document_id, order_id, kind, number, version, business_date, amount_yen, data, issued_at, actor_kind)
  select profile_id, gen_random_uuid(), order_id, 'formal_receipt', 'ghost', 2, business_date, total_yen + 1, '{}', placed_at, 'system' from orders."order" limit 1`

export const documentChecks: Check[] = [
  {
    name: 'orders: receipts on request never exceed their sale',
    sql: `select d.order_id as id, o.total_yen, sum(d.amount_yen) as receipted from orders.document d join orders."order" o using (profile_id, order_id)
      where d.kind = 'formal_receipt' and not exists (select from orders.document l where l.profile_id = d.profile_id and l.replaces_id = d.document_id)
      group by d.profile_id, d.order_id, o.total_yen having sum(d.amount_yen) > o.total_yen`,
    corrupt: ghost,
  },
  {
    name: 'orders: a document is found by what it says',
    sql: `select document_id as id, amount_yen, data->>'total_yen' as said from orders.document
      where number is distinct from data->>'number' or version is distinct from (data->>'version')::integer or kind is distinct from data->>'kind'
        or amount_yen is distinct from (data->>'total_yen')::bigint or business_date is distinct from (data->>'date')::date
        or amount_yen is distinct from (select coalesce(sum((t->>'taxable_yen')::bigint), 0) from jsonb_array_elements(data->'taxes') as t)`,
    corrupt: ghost,
  },
  {
    name: 'orders: every document was handed out, its copies counted from one',
    sql: `select d.document_id as id, count(c.copy) as copies, max(c.copy) as last from orders.document d
      left join orders.document_copy c on c.profile_id = d.profile_id and c.document_id = d.document_id
      group by d.profile_id, d.document_id having count(c.copy) = 0 or count(c.copy) <> max(c.copy)`,
    corrupt: ghost,
  },
  {
    name: 'orders: a corrected document follows the one it replaces',
    sql: `select d.document_id as id, d.version, b.version as before from orders.document d
      left join orders.document b on b.profile_id = d.profile_id and b.document_id = d.replaces_id
      where (d.version > 1 or d.replaces_id is not null) and (b.version is distinct from d.version - 1 or b.number is distinct from d.number)`,
    corrupt: ghost,
  },
]
