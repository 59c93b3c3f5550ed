-- A rotating code spends once: the handle's keyed hash and the 30-second step, with no link to people.
create table customers.card_step (
  handle_token bytea not null,
  step bigint not null,
  used_at timestamptz not null,
  primary key (handle_token, step)
);
create index card_step_used on customers.card_step (used_at);

-- Who showed which card to whom: the proof an order cites when it spends points.
create table customers.scan (
  profile_id uuid not null,
  scan_id uuid not null,
  kind text not null constraint scan_kind_known check (kind in ('qr', 'member_number', 'card')),
  may_spend boolean not null,
  actor_kind text not null,
  actor_id text not null,
  place_id uuid,
  scanned_at timestamptz not null,
  primary key (profile_id, scan_id)
);
call core.guard_person('customers.scan');
revoke update, delete on customers.scan from engawa_app;

create index merge_id on customers.merge (merge_id);
