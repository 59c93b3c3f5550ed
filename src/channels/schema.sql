-- Generated from the database by npm run generate; the migrations are the source.

create schema channels;

create table channels.fake_charge (
  reference text not null,
  charge_id uuid not null,
  amount_yen bigint not null,
  state text not null,
  refunded_yen bigint not null default 0,
  created_at timestamp with time zone not null,
  captured_yen bigint not null default 0,
  constraint fake_charge_pkey PRIMARY KEY (reference),
  constraint fake_charge_state_known CHECK ((state = ANY (ARRAY['authorized'::text, 'captured'::text, 'cancelled'::text, 'refunded'::text])))
);
CREATE INDEX fake_charge_recent ON channels.fake_charge USING btree (created_at);
grant select, insert, update, delete on channels.fake_charge to engawa_app;

create table channels.fake_line_code (
  code_hash bytea not null,
  sealed bytea not null,
  expires_at timestamp with time zone not null,
  constraint fake_line_code_pkey PRIMARY KEY (code_hash)
);
grant select, insert, update, delete on channels.fake_line_code to engawa_app;

create table channels.fake_mail (
  mail_id uuid not null,
  recipient_hash bytea not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint fake_mail_pkey PRIMARY KEY (mail_id)
);
CREATE INDEX fake_mail_recipient ON channels.fake_mail USING btree (recipient_hash, created_at DESC);
grant select, insert, update, delete on channels.fake_mail to engawa_app;

create table channels.fake_outlet_order (
  outlet text not null,
  external_id text not null,
  version bigint not null,
  state text not null,
  seq bigint not null,
  sealed bytea not null,
  told jsonb not null default '[]'::jsonb,
  constraint fake_outlet_order_pkey PRIMARY KEY (outlet, external_id),
  constraint fake_outlet_state_known CHECK ((state = ANY ('{placed,acknowledged,shipped,cancelled}'::text[])))
);
grant select, insert, update, delete on channels.fake_outlet_order to engawa_app;

create table channels.fake_outlet_stock (
  outlet text not null,
  sku text not null,
  quantity integer not null,
  version bigint not null,
  constraint fake_outlet_stock_pkey PRIMARY KEY (outlet, sku)
);
grant select, insert, update, delete on channels.fake_outlet_stock to engawa_app;

create table channels.fake_refund (
  operation text not null,
  reference text not null,
  amount_yen bigint not null,
  created_at timestamp with time zone not null,
  constraint fake_refund_pkey PRIMARY KEY (operation)
);
grant select, insert, update, delete on channels.fake_refund to engawa_app;

create table channels.fake_sms (
  sms_id uuid not null,
  recipient_hash bytea not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint fake_sms_pkey PRIMARY KEY (sms_id)
);
CREATE INDEX fake_sms_recipient ON channels.fake_sms USING btree (recipient_hash, created_at DESC);
grant select, insert, update, delete on channels.fake_sms to engawa_app;
