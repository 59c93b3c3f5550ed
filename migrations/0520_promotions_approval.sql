-- Who asked for an offer and who let it through, and a rule that somebody set aside, by name and with a reason.
alter table promotions.offer drop constraint offer_state_known;
alter table promotions.offer add constraint offer_state_known check (state = any ('{draft,asked,approved,live,stopped,ended}'));
alter table promotions.offer add column asked_by text;
-- The version in which its words were last written: what was looked at and let through is this, and nothing written later.
alter table promotions.offer add column written bigint not null default 1;
-- {winners, planned_sales_yen} where only who wins is given it.
alter table promotions.offer add column lottery jsonb;

create table promotions.override (
  offer_id uuid not null references promotions.offer,
  written bigint not null,
  rule text not null,
  reason text not null,
  staff_id uuid not null,
  overridden_at timestamptz not null,
  primary key (offer_id, written, rule)
);
revoke update, delete on promotions.override from engawa_app;
