-- How many wrong hand-over codes each staff member has entered lately; six digits must not be found by trying.
create table carts.hand_over_guess (
  actor_id text primary key,
  wrong_count integer not null,
  since timestamptz not null,
  locked_until timestamptz
);

-- Where a poured-out cart's lines went: an order under payment finds its lines again.
alter table carts.cart add column into_profile_id uuid, add column into_cart_id uuid;

-- Reads that cross rooms; no table of its own.
create schema desk;
grant usage on schema desk to engawa_app;
