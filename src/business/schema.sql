-- Generated from the database by npm run generate; the migrations are the source.

create schema business;

create table business.account (
  profile_id uuid not null,
  external_id text,
  company_name text not null,
  department text,
  registration_number text,
  closing_day smallint not null,
  payment_months smallint not null default 1,
  payment_day smallint not null default 31,
  credit_limit_yen bigint not null,
  price_list_id uuid not null,
  state text not null default 'active'::text,
  sealed bytea not null,
  owed_yen bigint not null default 0,
  open_yen bigint not null default 0,
  opened_at timestamp with time zone not null,
  version bigint not null default 1,
  constraint account_pkey PRIMARY KEY (profile_id),
  constraint account_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES business.price_list(price_list_id),
  constraint account_closing_day_known CHECK (((closing_day >= 1) AND (closing_day <= 31))),
  constraint account_limit_not_negative CHECK ((credit_limit_yen >= 0)),
  constraint account_open_not_negative CHECK ((open_yen >= 0)),
  constraint account_payment_day_known CHECK (((payment_day >= 1) AND (payment_day <= 31))),
  constraint account_payment_months_known CHECK (((payment_months >= 0) AND (payment_months <= 6))),
  constraint account_state_known CHECK ((state = ANY ('{active,suspended}'::text[])))
);
alter table business.account enable row level security;
create policy person on business.account to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.account to engawa_app;

create table business.account_external (
  external_id text not null,
  profile_id uuid not null,
  constraint account_external_pkey PRIMARY KEY (external_id)
);
alter table business.account_external enable row level security;
create policy person on business.account_external to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.account_external to engawa_app;

create table business.account_place (
  profile_id uuid not null,
  place_id uuid not null,
  constraint account_place_pkey PRIMARY KEY (profile_id, place_id),
  constraint account_place_place_id_fkey FOREIGN KEY (place_id) REFERENCES stores.place(place_id),
  constraint account_place_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES business.account(profile_id)
);
alter table business.account_place enable row level security;
create policy person on business.account_place to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.account_place to engawa_app;

create table business.closing (
  profile_id uuid not null,
  closes_on date not null,
  due_at timestamp with time zone not null,
  constraint closing_pkey PRIMARY KEY (profile_id),
  constraint closing_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES business.account(profile_id)
);
CREATE INDEX closing_due ON business.closing USING btree (due_at);
alter table business.closing enable row level security;
create policy person on business.closing to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.closing to engawa_app;

create table business.contact (
  profile_id uuid not null,
  contact_profile_id uuid not null,
  added_at timestamp with time zone not null,
  constraint contact_pkey PRIMARY KEY (profile_id, contact_profile_id),
  constraint contact_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES business.account(profile_id)
);
CREATE INDEX contact_person ON business.contact USING btree (contact_profile_id);
alter table business.contact enable row level security;
create policy person on business.contact to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.contact to engawa_app;

create table business.entry (
  profile_id uuid not null,
  entry_id uuid not null,
  kind text not null,
  open_yen bigint not null default 0,
  owed_yen bigint not null default 0,
  source_id uuid not null,
  business_date date not null,
  taxes jsonb,
  note text,
  entered_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint entry_pkey PRIMARY KEY (profile_id, entry_id),
  constraint entry_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES business.account(profile_id),
  constraint entry_kind_known CHECK ((kind = ANY ('{ordered,cancelled,delivered,returned,paid,rounding}'::text[])))
);
CREATE INDEX entry_date ON business.entry USING btree (profile_id, business_date);
alter table business.entry enable row level security;
create policy person on business.entry to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on business.entry to engawa_app;

create table business.invoice (
  profile_id uuid not null,
  invoice_id uuid not null,
  number text not null,
  period_from date,
  closes_on date not null,
  due_on date not null,
  carried_yen bigint not null,
  paid_yen bigint not null,
  taxes jsonb not null,
  total_yen bigint not null,
  balance_yen bigint not null,
  issuer jsonb not null,
  sealed bytea not null,
  lines jsonb not null,
  issued_at timestamp with time zone not null,
  constraint invoice_pkey PRIMARY KEY (profile_id, invoice_id),
  constraint invoice_once UNIQUE (profile_id, closes_on),
  constraint invoice_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES business.account(profile_id)
);
alter table business.invoice enable row level security;
create policy person on business.invoice to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on business.invoice to engawa_app;

create table business.invoice_copy (
  profile_id uuid not null,
  invoice_id uuid not null,
  copy_number smallint not null,
  issued_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint invoice_copy_pkey PRIMARY KEY (profile_id, invoice_id, copy_number),
  constraint invoice_copy_profile_id_invoice_id_fkey FOREIGN KEY (profile_id, invoice_id) REFERENCES business.invoice(profile_id, invoice_id)
);
alter table business.invoice_copy enable row level security;
create policy person on business.invoice_copy to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on business.invoice_copy to engawa_app;

create table business.invoice_entry (
  profile_id uuid not null,
  entry_id uuid not null,
  invoice_id uuid not null,
  constraint invoice_entry_pkey PRIMARY KEY (profile_id, entry_id),
  constraint invoice_entry_profile_id_entry_id_fkey FOREIGN KEY (profile_id, entry_id) REFERENCES business.entry(profile_id, entry_id),
  constraint invoice_entry_profile_id_invoice_id_fkey FOREIGN KEY (profile_id, invoice_id) REFERENCES business.invoice(profile_id, invoice_id)
);
CREATE INDEX invoice_entry_invoice ON business.invoice_entry USING btree (profile_id, invoice_id);
alter table business.invoice_entry enable row level security;
create policy person on business.invoice_entry to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on business.invoice_entry to engawa_app;

create table business.invoice_number (
  number text not null,
  invoice_id uuid not null,
  profile_id uuid not null,
  constraint invoice_number_pkey PRIMARY KEY (number)
);
CREATE INDEX invoice_number_of ON business.invoice_number USING btree (invoice_id);
alter table business.invoice_number enable row level security;
create policy person on business.invoice_number to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.invoice_number to engawa_app;

create table business.match (
  profile_id uuid not null,
  match_id uuid not null,
  credit_id uuid not null,
  invoice_id uuid not null,
  amount_yen bigint not null,
  matched_at timestamp with time zone not null,
  constraint match_pkey PRIMARY KEY (profile_id, match_id),
  constraint match_profile_id_invoice_id_fkey FOREIGN KEY (profile_id, invoice_id) REFERENCES business.invoice(profile_id, invoice_id),
  constraint match_positive CHECK ((amount_yen > 0))
);
CREATE INDEX match_credit ON business.match USING btree (profile_id, credit_id);
CREATE INDEX match_invoice ON business.match USING btree (profile_id, invoice_id);
alter table business.match enable row level security;
create policy person on business.match to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on business.match to engawa_app;

create table business.price (
  price_list_id uuid not null,
  variant_id uuid not null,
  from_quantity integer not null,
  lot_quantity integer not null default 1,
  yen bigint not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  constraint price_pkey PRIMARY KEY (price_list_id, variant_id, from_quantity, valid_from),
  constraint price_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES business.price_list(price_list_id),
  constraint price_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variant(variant_id),
  constraint price_from_positive CHECK ((from_quantity > 0)),
  constraint price_lot_positive CHECK ((lot_quantity > 0)),
  constraint price_not_negative CHECK ((yen >= 0)),
  constraint price_period_forward CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
grant select, insert, update, delete on business.price to engawa_app;

create table business.price_list (
  price_list_id uuid not null,
  external_id text,
  name text not null,
  version bigint not null default 1,
  constraint price_list_pkey PRIMARY KEY (price_list_id),
  constraint price_list_external_id_key UNIQUE (external_id)
);
grant select, insert, update, delete on business.price_list to engawa_app;

create table business.purchase (
  profile_id uuid not null,
  order_id uuid not null,
  order_profile_id uuid not null,
  credit_yen bigint not null,
  state text not null default 'open'::text,
  ordered_at timestamp with time zone not null,
  constraint purchase_pkey PRIMARY KEY (profile_id, order_id),
  constraint purchase_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES business.account(profile_id),
  constraint purchase_credit_not_negative CHECK ((credit_yen >= 0)),
  constraint purchase_state_known CHECK ((state = ANY ('{open,paid,delivered,cancelled}'::text[])))
);
CREATE INDEX purchase_order ON business.purchase USING btree (order_id);
alter table business.purchase enable row level security;
create policy person on business.purchase to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on business.purchase to engawa_app;

create table business.served (
  place_id uuid not null,
  product_id uuid not null,
  constraint served_pkey PRIMARY KEY (place_id, product_id),
  constraint served_place_id_fkey FOREIGN KEY (place_id) REFERENCES stores.place(place_id),
  constraint served_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.product(product_id)
);
CREATE INDEX served_product ON business.served USING btree (product_id);
grant select, insert, update, delete on business.served to engawa_app;

-- view business.receivable (profile_id uuid, company_name text, state text, credit_limit_yen bigint, owed_yen bigint, open_yen bigint)

-- function business.close_purchase(p_order uuid, p_outcome text, p_entry uuid, p_owed bigint, p_taxes jsonb, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns uuid plpgsql security definer
-- function business.enter(p_profile uuid, p_entry uuid, p_kind text, p_open bigint, p_owed bigint, p_source uuid, p_business_date date, p_taxes jsonb, p_note text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function business.order(p jsonb, p_order uuid, p_order_profile uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
