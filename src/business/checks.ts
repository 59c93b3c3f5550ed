import type { Check } from '#core/check'

const ghost = (
  kind: string,
  open: number,
  owed: number,
) => `insert into business.entry (profile_id, entry_id, kind, open_yen, owed_yen, source_id, business_date,
    entered_at, actor_kind) select profile_id, gen_random_uuid(), '${kind}', ${open}, ${owed}, gen_random_uuid(), '2020-01-01', '2020-01-01Z', 'verify' from business.account limit 1`

export const checks: Check[] = [
  {
    name: 'business: what an account owes, and holds of its limit, are sums of its entries',
    sql: `select a.profile_id as id, a.owed_yen, a.open_yen, e.owed, e.open from business.account a
      cross join lateral (select coalesce(sum(owed_yen), 0) as owed, coalesce(sum(open_yen), 0) as open from business.entry where profile_id = a.profile_id) e
      where a.owed_yen <> e.owed or a.open_yen <> e.open`,
    corrupt: ghost('delivered', 0, 1),
  },
  {
    name: 'business: what is held of a limit is held for open orders',
    sql: `select a.profile_id as id, a.open_yen, p.credit from business.account a
      cross join lateral (select coalesce(sum(credit_yen), 0) as credit from business.purchase where profile_id = a.profile_id and state = 'open') p
      where a.open_yen <> p.credit`,
    corrupt: `update business.account set open_yen = open_yen + 1 where profile_id = (select profile_id from business.account limit 1)`,
  },
  {
    name: 'business: an invoice is the sum of what it bills, carries on from the one before, and taxes once per rate',
    sql: `select i.invoice_id as id, i.number from business.invoice i
      where i.total_yen <> (select coalesce(sum(e.owed_yen) filter (where e.kind <> 'paid'), 0) from business.invoice_entry x
          join business.entry e on e.profile_id = x.profile_id and e.entry_id = x.entry_id where x.profile_id = i.profile_id and x.invoice_id = i.invoice_id)
        or i.paid_yen <> (select coalesce(-sum(e.owed_yen) filter (where e.kind = 'paid'), 0) from business.invoice_entry x
          join business.entry e on e.profile_id = x.profile_id and e.entry_id = x.entry_id where x.profile_id = i.profile_id and x.invoice_id = i.invoice_id)
        or i.balance_yen <> i.carried_yen - i.paid_yen + i.total_yen
        or i.carried_yen <> coalesce((select b.balance_yen from business.invoice b where b.profile_id = i.profile_id and b.closes_on < i.closes_on
          order by b.closes_on desc limit 1), 0)
        or exists (select from jsonb_to_recordset(i.taxes) as t(rate_num integer, rate_den integer, net_yen bigint, tax_yen bigint)
          where t.tax_yen <> sign(t.net_yen) * ((abs(t.net_yen) * t.rate_num) / t.rate_den))`,
    corrupt: `update business.invoice set total_yen = total_yen + 1 where (profile_id, invoice_id) = (select profile_id, invoice_id from business.invoice limit 1)`,
  },
  {
    name: 'business: everything owed up to a closed day is on an invoice',
    sql: `select e.entry_id as id, e.kind from business.entry e where e.owed_yen <> 0 and not exists (select from business.invoice_entry x
        where x.profile_id = e.profile_id and x.entry_id = e.entry_id) and exists (select from business.invoice i where i.profile_id = e.profile_id
        and i.closes_on >= e.business_date and i.issued_at > e.entered_at)`,
    corrupt: `delete from business.invoice_entry where (profile_id, entry_id) = (select profile_id, entry_id from business.invoice_entry limit 1)`,
  },
  {
    name: 'business: no invoice is paid, and no money spent, more than once',
    sql: `select m.profile_id as id from business.match m group by m.profile_id, m.invoice_id having sum(m.amount_yen) >
        (select i.total_yen from business.invoice i where i.profile_id = m.profile_id and i.invoice_id = m.invoice_id)
      union all
      select m.profile_id from business.match m group by m.profile_id, m.credit_id having sum(m.amount_yen) > coalesce(
        (select -e.owed_yen from business.entry e where e.profile_id = m.profile_id and e.entry_id = m.credit_id and e.kind = 'paid'),
        (select -i.total_yen from business.invoice i where i.profile_id = m.profile_id and i.invoice_id = m.credit_id), 0)`,
    corrupt: `update business.match set amount_yen = amount_yen + 1000000000 where (profile_id, match_id) = (select profile_id, match_id from business.match limit 1)`,
  },
  {
    name: 'business: every order on account stands in its books as the order stands',
    sql: `select o.order_id as id, o.state, b.state as booked from orders.payment p
        join orders."order" o on o.profile_id = p.profile_id and o.order_id = p.order_id left join business.purchase b on b.order_id = o.order_id
      where p.method = 'account' and (b.state is distinct from case o.state when 'done' then 'delivered' when 'cancelled' then 'cancelled' else 'open' end
        or o.state = 'done' and p.amount_yen <> (select coalesce(sum(e.owed_yen), 0) from business.entry e
          where e.profile_id = b.profile_id and e.source_id = o.order_id and e.kind = 'delivered'))`,
    corrupt: `update business.purchase set state = case state when 'open' then 'delivered' else 'open' end
      where (profile_id, order_id) = (select profile_id, order_id from business.purchase where state <> 'paid' limit 1)`,
  },
]
