-- Gifts: goods that are paid for before it is known who receives them.
create schema gifts;
grant usage on schema gifts to engawa_app;

-- Under the giver: one row for each piece she gives. Nothing here tells who received it.
create table gifts.gift (
  profile_id uuid not null,
  gift_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  -- Which piece of its order it is, as it was said.
  seq smallint not null,
  state text not null constraint gift_state_known check (state in ('waiting', 'open', 'claimed', 'expired', 'cancelled')),
  variant_id uuid not null,
  -- What its recipient may choose from, fixed when it was bought; what was bought comes first.
  choices uuid[] not null constraint gift_choices_few check (cardinality(choices) between 1 and 50),
  -- Where its goods lie held.
  place_id uuid not null,
  -- Her name as she wrote it and what she says, under her key.
  sealed bytea,
  issued_at timestamptz not null,
  reminded_at timestamptz,
  expires_at timestamptz not null,
  own_until timestamptz not null,
  -- When time alone does something next: reminds, lets it expire, gives the money back.
  next_at timestamptz,
  closed_at timestamptz,
  version bigint not null default 1,
  primary key (profile_id, gift_id)
);
create index gift_of_order on gifts.gift (profile_id, order_id);
create index gift_by_id on gifts.gift (gift_id);
create index gift_due on gifts.gift (next_at) where next_at is not null;

-- How a link finds its gift: by a keyed hash of what it says.
create table gifts.link (
  token_hash bytea primary key,
  gift_id uuid not null,
  profile_id uuid not null
);
-- Under the recipient: what she received, and as which order it comes to her.
create table gifts.claim (
  profile_id uuid not null,
  gift_id uuid not null,
  order_id uuid not null,
  claimed_at timestamptz not null,
  primary key (profile_id, gift_id)
);
create index claim_of_order on gifts.claim (profile_id, order_id);

call core.guard_person('gifts.gift');
call core.guard_person('gifts.claim');
call core.guard_look_up('gifts.link');
revoke update, delete on gifts.claim, gifts.link from engawa_app;
