-- Gift cards: value that was paid for before anything is bought with it. What a card holds is kept by the ledger, in a unit of its own
-- (`gift`), under the card's id: whoever carries the number pays with it, so it is no person's account.

-- Under whoever bought it (a walk-in's is the shop): how it was sold, and until when it pays.
create table gifts.card (
  profile_id uuid not null,
  card_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  state text not null constraint card_state_known check (state in ('waiting', 'open', 'void')),
  value_yen bigint not null constraint card_value_positive check (value_yen > 0),
  last_four text not null,
  place_id uuid not null,
  business_date date not null,
  issued_at timestamptz not null,
  -- Fixed when it is sold; neither use nor refund moves it.
  expires_at timestamptz not null,
  closed_at timestamptz,
  closed_reason text,
  version bigint not null default 1,
  primary key (profile_id, card_id)
);
create index card_of_order on gifts.card (profile_id, order_id);
create index card_by_id on gifts.card (card_id);

-- How a number finds its card: by a keyed hash of what it says.
create table gifts.card_number (
  number_hash bytea primary key,
  card_id uuid not null,
  profile_id uuid not null
);

call core.guard_person('gifts.card');
call core.guard_look_up('gifts.card_number');
revoke delete on gifts.card from engawa_app;
revoke update, delete on gifts.card_number from engawa_app;
