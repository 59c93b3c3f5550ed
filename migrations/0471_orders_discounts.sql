-- What was taken off an order and why, each with its part of every line: by hand (who asked, who approved), or by an offer.
alter table orders."order" add column discounts jsonb;

-- A manager's yes to what a clerk may not take off alone: for one sale in this shop, up to so much, used once.
create table orders.discount_approval (
  place_id uuid not null,
  approval_id uuid not null,
  asked_by uuid not null,
  approved_by uuid not null,
  most_yen bigint not null constraint approval_positive check (most_yen > 0),
  reason text not null,
  approved_at timestamptz not null,
  expires_at timestamptz not null,
  order_id uuid,
  primary key (place_id, approval_id)
);
revoke update, delete on orders.discount_approval from engawa_app;
