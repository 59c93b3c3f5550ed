-- What the fake outlets remember.
create table channels.fake_outlet_order (
  outlet text not null,
  external_id text not null,
  version bigint not null,
  state text not null constraint fake_outlet_state_known check (state = any ('{placed,acknowledged,shipped,cancelled}')),
  seq bigint not null,
  sealed bytea not null,
  told jsonb not null default '[]',
  primary key (outlet, external_id)
);
create table channels.fake_outlet_stock (
  outlet text not null,
  sku text not null,
  quantity integer not null,
  version bigint not null,
  primary key (outlet, sku)
);
