-- The second wall is whole: every table that says whose a row is has a row policy.

-- Look-ups by a value (a session's token, an order's number) are asked before anybody is known, on a connection without an
-- actor: the house itself. A visitor's or member's transaction always says who acts, and sees only what is hers.
create function core.looks_up() returns boolean
language sql stable parallel safe as $$
  select coalesce(current_setting('engawa.actor_kind', true), '') in ('', 'system', 'staff', 'api')
$$;
create procedure core.guard_look_up(target regclass)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy person on %s to engawa_app using (
    (select core.looks_up()) or profile_id = any ((select core.scope_profiles())::uuid[]))', target);
end $$;

call core.guard_look_up('access.audit');
call core.guard_look_up('customers.search_token');
call core.guard_look_up('access.session');
call core.guard_look_up('activity.pending');
call core.guard_look_up('activity.dirty');
call core.guard_look_up('carts.hand_over_code');
call core.guard_look_up('customers.identifier');
call core.guard_look_up('orders.due');
call core.guard_look_up('orders.external');
call core.guard_look_up('orders.number');
call core.guard_look_up('orders.reference');
