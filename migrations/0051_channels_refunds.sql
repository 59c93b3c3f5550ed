-- The fake card company authorizes, captures in part and refunds in parts.
alter table channels.fake_charge
  add column captured_yen bigint not null default 0;
update channels.fake_charge set captured_yen = amount_yen where state in ('captured', 'refunded');
create index fake_charge_recent on channels.fake_charge (created_at);
create table channels.fake_refund (
  operation text primary key,
  reference text not null,
  amount_yen bigint not null,
  created_at timestamptz not null
);
