import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`
const nobody = `insert into customers.profile (profile_id, customer_id, kind, registered_at)`

export const checks: Check[] = [
  {
    name: 'customers: of each member it is known how she joined',
    sql: `select p.profile_id from customers.profile p
      where p.kind = 'member' and not exists (select from customers.joining j where j.profile_id = p.profile_id)`,
    corrupt: `insert into customers.profile (profile_id, customer_id, kind, wrapped_key, registered_at)
      values (${stranger}, ${stranger}, 'member', '\\xdead', '2020-01-01Z')`,
  },
  {
    name: 'customers: a linked old card stands where its merge put it',
    sql: `select c.merge_id from customers.old_card c
      where (c.linked_at is null) <> (c.merge_id is null)
        or (c.merge_id is not null and not exists (
          select from customers.merge m where m.merge_id = c.merge_id and m.profile_id = c.profile_id and m.undone_at is null))`,
    corrupt: `insert into customers.old_card (card_token, profile_id, pin_hash, imported_at, linked_at)
      values ('\\xdead', ${stranger}, '\\xdead', '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'customers: an identifier points to a living profile',
    sql: `select i.kind, i.profile_id from customers.identifier i
      where not exists (select from customers.profile p where p.profile_id = i.profile_id and p.erased_at is null)`,
    corrupt: `insert into customers.identifier (kind, token, profile_id, created_at) values ('email', '\\xdead', ${stranger}, '2020-01-01Z')`,
  },
  {
    name: 'customers: a search token points to a living profile',
    sql: `select t.kind, t.profile_id from customers.search_token t
      where not exists (select from customers.profile p where p.profile_id = t.profile_id and p.erased_at is null)`,
    corrupt: `insert into customers.search_token (profile_id, kind, token) values (${stranger}, 'kana', '\\xdead')`,
  },
  {
    name: 'customers: a profile has its key unless she was erased',
    sql: `select profile_id from customers.profile where (wrapped_key is null) <> (erased_at is not null)`,
    corrupt: `${nobody} values (${stranger}, ${stranger}, 'visitor', '2020-01-01Z')`,
  },
  {
    name: 'customers: a customer is one of her profiles',
    sql: `select p.profile_id, p.customer_id from customers.profile p
      where not exists (select from customers.profile h where h.profile_id = p.customer_id and h.customer_id = p.customer_id)`,
    corrupt: `${nobody} values ('00000000-0000-4000-8000-00000000beef', ${stranger}, 'visitor', '2020-01-01Z')`,
  },
  {
    // A profile stands where its last standing merge put it, or where it began.
    name: 'customers: a profile stands where its merges put it',
    sql: `select p.profile_id, p.customer_id from customers.profile p
      left join lateral (select m.to_customer_id from customers.merge m where m.profile_id = p.profile_id and m.undone_at is null
        order by m.merged_at desc, m.merge_id desc limit 1) last on true
      where p.customer_id <> coalesce(last.to_customer_id, p.profile_id)`,
    corrupt: `${nobody} values (${stranger}, ${stranger}, 'visitor', '2020-01-01Z');
      insert into customers.merge (profile_id, merge_id, from_customer_id, to_customer_id, reason, actor_kind, merged_at)
        values (${stranger}, ${stranger}, ${stranger}, '00000000-0000-4000-8000-00000000beef', 'verify', 'system', '2020-01-01Z')`,
  },
  {
    name: 'customers: a member has her number and her card',
    sql: `select p.profile_id from customers.profile p where p.kind = 'member' and p.erased_at is null
        and (select count(*) from customers.identifier i where i.profile_id = p.profile_id and i.kind in ('member_number', 'handle')) <> 2`,
    corrupt: `${nobody} values (${stranger}, ${stranger}, 'member', '2020-01-01Z')`,
  },
]
