-- Take back orders that were brought in by mistake: each stays as cancelled, its number and the other system's id become free, its points are
-- reversed. What was used since is left and told: returned, a document issued, points spent. `p_orders`: {profile_id, order_id}.
create or replace function orders.unbook_many(p_orders jsonb, p_at timestamptz, p_actor_kind text, p_actor_id text)
returns table (order_id uuid, kept text)
language plpgsql security definer as $$
#variable_conflict use_column
declare g record; o orders."order"; why text;
begin
  for g in select x.* from jsonb_to_recordset(p_orders) as x(profile_id uuid, order_id uuid) order by x.profile_id, x.order_id loop
    select * into o from orders."order" x where x.profile_id = g.profile_id and x.order_id = g.order_id for update;
    why := case
      when o.order_id is null then 'gone'
      when not o.imported or o.state <> 'done' then 'changed'
      when exists (select from orders.return_slip r where r.profile_id = g.profile_id and r.order_id = g.order_id) then 'returned'
      when exists (select from orders.document d where d.profile_id = g.profile_id and d.order_id = g.order_id) then 'document'
      when not loyalty.reverse_earned(g.profile_id, g.order_id, o.place_id, o.business_date, p_at, p_actor_kind, p_actor_id) then 'points_used'
    end;
    if why is null then
      update orders.number n set number = n.number || '~' || left(g.order_id::text, 8) where n.number = o.number and n.order_id = g.order_id;
      update orders."order" x set state = 'cancelled', cancelled_at = p_at, cancel_reason = 'import_undone', version = x.version + 1,
          number = x.number || '~' || left(g.order_id::text, 8)
        where x.profile_id = g.profile_id and x.order_id = g.order_id;
      update orders.payment y set state = 'voided' where y.profile_id = g.profile_id and y.order_id = g.order_id;
      delete from orders.external e where e.source = 'import' and e.external_id = o.external_id and e.order_id = g.order_id;
    end if;
    order_id := g.order_id; kept := why;
    return next;
  end loop;
end $$;
