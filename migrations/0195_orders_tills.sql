-- The drawer of a till from its opening to its settlement. A till is a place and the name its device gave itself; what it sold, gave
-- back and took in is entered while it is open, so what a settlement (Z) says is exactly what was entered until then.
create table orders.till_session (
  place_id uuid not null,
  till_session_id uuid not null,
  device_id text not null,
  business_date date not null,
  float_yen bigint not null constraint till_float_not_negative check (float_yen >= 0),
  opened_at timestamptz not null,
  opened_by jsonb not null,
  -- All of the following at once, when it is settled: counted without gaps per till, and never changed.
  number integer,
  closed_at timestamptz,
  closed_by jsonb,
  count_id uuid,
  figures jsonb,
  override jsonb,
  constraint till_closed_whole check ((closed_at is null) = (number is null) and (closed_at is null) = (closed_by is null)
    and (closed_at is null) = (count_id is null) and (closed_at is null) = (figures is null)),
  primary key (place_id, till_session_id)
);
create index till_by_id on orders.till_session (till_session_id);
create unique index till_open on orders.till_session (place_id, device_id) where closed_at is null;
create unique index till_number on orders.till_session (place_id, device_id, number) where number is not null;
create index till_recent on orders.till_session (place_id, opened_at desc);
revoke update, delete on orders.till_session from engawa_app;

-- Put into the drawer or taken out of it, and why.
create table orders.till_cash (
  till_session_id uuid not null,
  till_cash_id uuid not null,
  kind text not null constraint till_cash_kind_known check (kind in ('in', 'out')),
  amount_yen bigint not null constraint till_cash_positive check (amount_yen > 0),
  reason text not null,
  entered_at timestamptz not null,
  entered_by jsonb not null,
  primary key (till_session_id, till_cash_id)
);
revoke update, delete on orders.till_cash from engawa_app;

-- Every count made, in order: whoever counts again has counted before.
create table orders.till_count (
  till_session_id uuid not null,
  count_id uuid not null,
  pieces jsonb not null,
  counted_yen bigint not null constraint till_counted_not_negative check (counted_yen >= 0),
  expected_yen bigint not null,
  counted_at timestamptz not null,
  counted_by jsonb not null,
  primary key (till_session_id, count_id)
);
revoke update, delete on orders.till_count from engawa_app;

-- What went over this counter: sale (an order), return (its slip), refund (an operation), paid (a payment that was due).
-- Late: told after the settlement of the session in which it happened.
create table orders.till_entry (
  till_session_id uuid not null,
  kind text not null constraint till_entry_kind_known check (kind in ('sale', 'return', 'refund', 'paid')),
  entry_id uuid not null,
  profile_id uuid not null,
  order_id uuid not null,
  late boolean not null,
  primary key (till_session_id, kind, entry_id)
);
revoke update, delete on orders.till_entry from engawa_app;
call core.guard_look_up('orders.till_entry');
