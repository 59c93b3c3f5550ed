-- Claim the right to answer a POST once. 'new': go on; 'known': send the kept answer; 'busy': another call is in flight;
-- An answer that is known beforehand is kept at once. 'other': same key, other body; 'resume': an earlier call died between its two transactions, subject_id says where it was.
create or replace function core.claim_answer(
  p_scope text, p_key text, p_fingerprint bytea, p_at timestamptz, p_expires timestamptz,
  p_locked_until timestamptz default null, p_subject uuid default null, p_status integer default null, p_answer bytea default null,
  out outcome text, out status integer, out answer bytea, out subject_id uuid)
language plpgsql security definer as $$
declare kept core.idempotency;
begin
  -- A try-lock, not a wait: a second call while the first is in flight is told so at once.
  if not pg_try_advisory_xact_lock(hashtextextended(p_scope || chr(31) || p_key, 0)) then
    outcome := 'busy'; return;
  end if;
  insert into core.idempotency (scope, key, fingerprint, created_at, expires_at, locked_until, subject_id, status, answer)
    values (p_scope, p_key, p_fingerprint, p_at, p_expires, p_locked_until, p_subject, p_status, p_answer)
    on conflict do nothing;
  if found then outcome := 'new'; return; end if;
  select * into kept from core.idempotency i where i.scope = p_scope and i.key = p_key;
  if kept.expires_at <= p_at then
    update core.idempotency i set fingerprint = p_fingerprint, status = p_status, answer = p_answer, created_at = p_at, expires_at = p_expires,
        locked_until = p_locked_until, subject_id = p_subject
      where i.scope = p_scope and i.key = p_key;
    outcome := 'new'; return;
  end if;
  subject_id := kept.subject_id;
  if kept.fingerprint <> p_fingerprint then outcome := 'other'; return; end if;
  if kept.answer is not null then outcome := 'known'; status := kept.status; answer := kept.answer; return; end if;
  if kept.locked_until > p_at then outcome := 'busy'; return; end if;
  update core.idempotency i set locked_until = p_locked_until where i.scope = p_scope and i.key = p_key;
  outcome := 'resume';
end $$;

-- Claim several at once whose answers are known; false when any of them is not new: the caller undoes all.
create or replace function core.claim_answers(
  p_scopes text[], p_keys text[], p_fingerprints bytea[], p_at timestamptz, p_expires timestamptz, p_subjects uuid[], p_status integer, p_answers bytea[])
returns boolean language plpgsql security definer as $$
declare claimed integer;
begin
  if not (select bool_and(pg_try_advisory_xact_lock(hashtextextended(scope || chr(31) || key, 0))) from unnest(p_scopes, p_keys) as c(scope, key)) then
    return false;
  end if;
  insert into core.idempotency (scope, key, fingerprint, created_at, expires_at, subject_id, status, answer)
    select scope, key, fingerprint, p_at, p_expires, subject_id, p_status, answer
    from unnest(p_scopes, p_keys, p_fingerprints, p_subjects, p_answers) as c(scope, key, fingerprint, subject_id, answer)
    on conflict do nothing;
  get diagnostics claimed = row_count;
  return claimed = cardinality(p_keys);
end $$;

-- Which of these claims (scope, chr(31), key) nobody has made, neither before nor at this moment. Only a look: nothing is claimed.
create or replace function core.unclaimed(p_names text[]) returns setof text
language plpgsql security definer as $$
declare free text[];
begin
  select array_agg(name) into free from unnest(p_names) as name where pg_try_advisory_xact_lock(hashtextextended(name, 0));
  -- Read after the locks: whoever let go of one has committed.
  return query select name from unnest(free) as name where not exists (
    select from core.idempotency i where i.scope = split_part(name, chr(31), 1) and i.key = split_part(name, chr(31), 2));
end $$;

create or replace function core.keep_answer(p_scope text, p_key text, p_status integer, p_answer bytea) returns void
language plpgsql security definer as $$
begin
  update core.idempotency set status = p_status, answer = p_answer, locked_until = null where scope = p_scope and key = p_key;
end $$;

-- The next number of a series that people read aloud.
create or replace function core.next_number(p_series text) returns bigint
language sql security definer as $$
  insert into core.counter (series, value) values (p_series, 1)
  on conflict (series) do update set value = counter.value + 1 returning value
$$;

-- Take or renew a lease; false while another holder's has not run out.
create or replace function core.take_lease(p_name text, p_holder text, p_at timestamptz, p_until timestamptz) returns boolean
language plpgsql security definer as $$
begin
  insert into core.lease (name, holder, until) values (p_name, p_holder, p_until)
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where lease.holder = excluded.holder or lease.until <= p_at;
  return found;
end $$;

-- Forget a claim whose work was refused after it had begun: the same key may try again.
create or replace function core.drop_claim(p_scope text, p_key text) returns void
language sql security definer as $$
  delete from core.idempotency where scope = p_scope and key = p_key and answer is null
$$;

-- Nobody works on this claim now: its caller may come back with the same key at once.
create or replace function core.free_claim(p_scope text, p_key text) returns void
language sql security definer as $$
  update core.idempotency set locked_until = null where scope = p_scope and key = p_key and answer is null
$$;
