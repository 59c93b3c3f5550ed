-- Take back members who were brought in by mistake: contact data, key and identifiers go, an empty profile stays so that the timeline
-- still names somebody. Who was changed, merged, signed in or linked a card since is left and told.
create or replace function customers.unregister_many(p_profiles uuid[], p_at timestamptz) returns table (profile_id uuid, kept text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare p customers.profile; why text;
begin
  for p in select x.* from customers.profile x where x.profile_id = any (p_profiles) order by x.profile_id for update loop
    why := case
      when p.erased_at is not null then 'gone'
      when p.version > 1 then 'changed'
      when p.customer_id <> p.profile_id or exists (select from customers.profile o where o.customer_id = p.profile_id and o.profile_id <> p.profile_id) then 'merged'
      when exists (select from customers.identifier i where i.profile_id = p.profile_id and i.verified_at is not null) then 'signed_in'
      when exists (select from customers.old_card c where c.profile_id = p.profile_id and c.linked_at is not null) then 'merged'
    end;
    if why is null then
      delete from customers.identifier i where i.profile_id = p.profile_id;
      delete from customers.search_token t where t.profile_id = p.profile_id;
      delete from customers.old_card c where c.profile_id = p.profile_id;
      delete from customers.address a where a.profile_id = p.profile_id;
      delete from customers.joining j where j.profile_id = p.profile_id;
      update customers.profile x set kind = 'guest', wrapped_key = null, sealed = null, birth_year = null, birth_month = null, gender = null,
          prefecture = null, city = null, geohash = null, erased_at = p_at, version = x.version + 1
        where x.profile_id = p.profile_id;
    end if;
    profile_id := p.profile_id; kept := why;
    return next;
  end loop;
end $$;
