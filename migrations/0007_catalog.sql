-- Brands, categories, products, variants, prices and tax rules; the same for every channel. Reference tables: small, read everywhere.
create schema catalog;
grant usage on schema catalog to engawa_app;

create table catalog.brand (
  brand_id uuid primary key,
  external_id text constraint brand_external_id_key unique,
  name text not null,
  name_kana text,
  name_en text,
  look jsonb not null default '{}',
  version bigint not null default 1
);
create table catalog.category (
  category_id uuid primary key,
  external_id text constraint category_external_id_key unique,
  parent_id uuid references catalog.category,
  name text not null,
  name_en text,
  position integer not null default 0,
  version bigint not null default 1
);
create table catalog.picture (
  picture_id uuid primary key,
  media_type text not null,
  bytes bytea not null,
  sha256 bytea not null constraint picture_sha256_key unique,
  created_at timestamptz not null
);
create table catalog.product (
  product_id uuid primary key,
  external_id text constraint product_external_id_key unique,
  brand_id uuid references catalog.brand,
  category_id uuid references catalog.category,
  name text not null,
  name_kana text,
  name_en text,
  description text not null default '',
  description_en text not null default '',
  tax_category text not null default 'standard',
  attributes jsonb not null default '{}',
  tags text[] not null default '{}',
  picture_ids uuid[] not null default '{}',
  search_grams text[] not null default '{}',
  popularity integer not null default 0,
  published_at timestamptz,
  withdrawn_at timestamptz,
  version bigint not null default 1
);
create index product_grams on catalog.product using gin (search_grams);
create index product_popular on catalog.product (popularity desc, product_id) where withdrawn_at is null;
create index product_category on catalog.product (category_id, popularity desc, product_id);

create table catalog.variant (
  variant_id uuid primary key,
  product_id uuid not null references catalog.product,
  external_id text constraint variant_external_id_key unique,
  gtin text constraint variant_gtin_key unique,
  options jsonb not null default '{}',
  position integer not null default 0,
  withdrawn_at timestamptz,
  version bigint not null default 1
);
create index variant_product on catalog.variant (product_id, position);

-- Effective-dated; the row with the latest valid_from wins. channel null means every channel.
create table catalog.price (
  price_id uuid primary key,
  variant_id uuid not null references catalog.variant,
  channel text,
  yen bigint not null constraint price_not_negative check (yen >= 0),
  tax_included boolean not null default true,
  valid_from timestamptz not null,
  valid_to timestamptz,
  constraint price_period_forward check (valid_to is null or valid_to > valid_from)
);
create index price_variant on catalog.price (variant_id, valid_from desc);

-- supply_mode '*' is the rule for modes not named.
create table catalog.tax_rule (
  tax_category text not null,
  supply_mode text not null default '*',
  rate_num integer not null,
  rate_den integer not null default 100,
  reduced boolean not null default false,
  valid_from date not null,
  valid_to date,
  primary key (tax_category, supply_mode, valid_from)
);
