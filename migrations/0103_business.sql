-- Business customers: their accounts, wholesale price lists, what they owe as a ledger, and the invoices that close a month.
-- An account is a profile of its own (a guest), so orders, keys and names of a company live where everybody's do.
create schema business;
grant usage on schema business to engawa_app;

create table business.price_list (
  price_list_id uuid primary key,
  external_id text constraint price_list_external_id_key unique,
  name text not null,
  version bigint not null default 1
);
-- Tax-exclusive; of the rows begun for one quantity the latest wins, then the largest quantity reached.
create table business.price (
  price_list_id uuid not null references business.price_list,
  variant_id uuid not null references catalog.variant,
  from_quantity integer not null constraint price_from_positive check (from_quantity > 0),
  lot_quantity integer not null default 1 constraint price_lot_positive check (lot_quantity > 0),
  yen bigint not null constraint price_not_negative check (yen >= 0),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (price_list_id, variant_id, from_quantity, valid_from),
  constraint price_period_forward check (valid_to is null or valid_to > valid_from)
);

create table business.account (
  profile_id uuid primary key,
  external_id text,
  company_name text not null,
  department text,
  registration_number text,
  closing_day smallint not null constraint account_closing_day_known check (closing_day between 1 and 31),
  payment_months smallint not null default 1 constraint account_payment_months_known check (payment_months between 0 and 6),
  payment_day smallint not null default 31 constraint account_payment_day_known check (payment_day between 1 and 31),
  credit_limit_yen bigint not null constraint account_limit_not_negative check (credit_limit_yen >= 0),
  price_list_id uuid not null references business.price_list,
  state text not null default 'active' constraint account_state_known check (state = any ('{active,suspended}')),
  -- Where bills go and whom they name.
  sealed bytea not null,
  -- Delivered and not paid; ordered and not delivered. Both are sums of entries.
  owed_yen bigint not null default 0,
  open_yen bigint not null default 0 constraint account_open_not_negative check (open_yen >= 0),
  opened_at timestamptz not null,
  version bigint not null default 1
);
create table business.account_external (
  external_id text primary key,
  profile_id uuid not null
);
-- Who may order for it.
create table business.contact (
  profile_id uuid not null references business.account,
  contact_profile_id uuid not null,
  added_at timestamptz not null,
  primary key (profile_id, contact_profile_id)
);
create index contact_person on business.contact (contact_profile_id);
-- Places of the company where our goods are served or sold.
create table business.account_place (
  profile_id uuid not null references business.account,
  place_id uuid not null references stores.place,
  primary key (profile_id, place_id)
);
create table business.served (
  place_id uuid not null references stores.place,
  product_id uuid not null references catalog.product,
  primary key (place_id, product_id)
);
create index served_product on business.served (product_id);

-- Orders for an account; credit_yen is what was taken of its limit (nothing: it is paid otherwise).
create table business.purchase (
  profile_id uuid not null references business.account,
  order_id uuid not null,
  order_profile_id uuid not null,
  credit_yen bigint not null constraint purchase_credit_not_negative check (credit_yen >= 0),
  state text not null default 'open' constraint purchase_state_known check (state = any ('{open,paid,delivered,cancelled}')),
  ordered_at timestamptz not null,
  primary key (profile_id, order_id)
);
create index purchase_order on business.purchase (order_id);

-- Append-only. taxes: [{rate_num, rate_den, net_yen, tax_yen}] of what was delivered or came back.
create table business.entry (
  profile_id uuid not null references business.account,
  entry_id uuid not null,
  kind text not null constraint entry_kind_known check (kind = any ('{ordered,cancelled,delivered,returned,paid,rounding}')),
  open_yen bigint not null default 0,
  owed_yen bigint not null default 0,
  source_id uuid not null,
  business_date date not null,
  taxes jsonb,
  note text,
  entered_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, entry_id)
);
create index entry_date on business.entry (profile_id, business_date);

create table business.invoice (
  profile_id uuid not null references business.account,
  invoice_id uuid not null,
  number text not null,
  period_from date,
  closes_on date not null,
  due_on date not null,
  carried_yen bigint not null,
  paid_yen bigint not null,
  -- This month's deliveries less what came back, tax once per rate.
  taxes jsonb not null,
  total_yen bigint not null,
  balance_yen bigint not null,
  -- Issuer and recipient as they were on the day, and what is billed by order; the recipient's part sealed.
  issuer jsonb not null,
  sealed bytea not null,
  lines jsonb not null,
  issued_at timestamptz not null,
  primary key (profile_id, invoice_id),
  constraint invoice_once unique (profile_id, closes_on)
);
create table business.invoice_number (
  number text primary key,
  invoice_id uuid not null,
  profile_id uuid not null
);
create index invoice_number_of on business.invoice_number (invoice_id);
create table business.invoice_copy (
  profile_id uuid not null,
  invoice_id uuid not null,
  copy_number smallint not null,
  issued_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, invoice_id, copy_number),
  foreign key (profile_id, invoice_id) references business.invoice
);
-- Each entry is billed once.
create table business.invoice_entry (
  profile_id uuid not null,
  entry_id uuid not null,
  invoice_id uuid not null,
  primary key (profile_id, entry_id),
  foreign key (profile_id, entry_id) references business.entry,
  foreign key (profile_id, invoice_id) references business.invoice
);
create index invoice_entry_invoice on business.invoice_entry (profile_id, invoice_id);
-- Which money paid which invoice; credit_id is a payment's entry, or an invoice that came out below zero.
create table business.match (
  profile_id uuid not null,
  match_id uuid not null,
  credit_id uuid not null,
  invoice_id uuid not null,
  amount_yen bigint not null constraint match_positive check (amount_yen > 0),
  matched_at timestamptz not null,
  primary key (profile_id, match_id),
  foreign key (profile_id, invoice_id) references business.invoice
);
create index match_invoice on business.match (profile_id, invoice_id);
create index match_credit on business.match (profile_id, credit_id);
-- When each account's month is closed next.
create table business.closing (
  profile_id uuid primary key references business.account,
  closes_on date not null,
  due_at timestamptz not null
);
create index closing_due on business.closing (due_at);

call core.guard_person('business.account');
call core.guard_person('business.contact');
call core.guard_person('business.account_place');
call core.guard_person('business.purchase');
call core.guard_person('business.entry');
call core.guard_person('business.invoice');
call core.guard_person('business.invoice_copy');
call core.guard_person('business.invoice_entry');
call core.guard_person('business.match');
call core.guard_person('business.closing');
revoke update, delete on business.entry, business.invoice, business.invoice_copy, business.invoice_entry, business.match from engawa_app;
