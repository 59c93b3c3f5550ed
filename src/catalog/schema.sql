-- Generated from the database by npm run generate; the migrations are the source.

create schema catalog;

create table catalog.brand (
  brand_id uuid not null,
  external_id text,
  name text not null,
  name_kana text,
  name_en text,
  look jsonb not null default '{}'::jsonb,
  version bigint not null default 1,
  constraint brand_pkey PRIMARY KEY (brand_id),
  constraint brand_external_id_key UNIQUE (external_id)
);
grant select, insert, update, delete on catalog.brand to engawa_app;

create table catalog.category (
  category_id uuid not null,
  external_id text,
  parent_id uuid,
  name text not null,
  name_en text,
  "position" integer not null default 0,
  version bigint not null default 1,
  constraint category_pkey PRIMARY KEY (category_id),
  constraint category_external_id_key UNIQUE (external_id),
  constraint category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES catalog.category(category_id)
);
grant select, insert, update, delete on catalog.category to engawa_app;

create table catalog.picture (
  picture_id uuid not null,
  media_type text not null,
  bytes bytea not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  constraint picture_pkey PRIMARY KEY (picture_id),
  constraint picture_sha256_key UNIQUE (sha256)
);
grant select, insert, update, delete on catalog.picture to engawa_app;

create table catalog.price (
  price_id uuid not null,
  variant_id uuid not null,
  channel text,
  yen bigint not null,
  tax_included boolean not null default true,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  constraint price_pkey PRIMARY KEY (price_id),
  constraint price_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variant(variant_id),
  constraint price_not_negative CHECK ((yen >= 0)),
  constraint price_period_forward CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX price_variant ON catalog.price USING btree (variant_id, valid_from DESC);
grant select, insert, update, delete on catalog.price to engawa_app;

create table catalog.product (
  product_id uuid not null,
  external_id text,
  brand_id uuid,
  category_id uuid,
  name text not null,
  name_kana text,
  name_en text,
  description text not null default ''::text,
  description_en text not null default ''::text,
  tax_category text not null default 'standard'::text,
  attributes jsonb not null default '{}'::jsonb,
  tags text[] not null default '{}'::text[],
  picture_ids uuid[] not null default '{}'::uuid[],
  search_grams text[] not null default '{}'::text[],
  popularity integer not null default 0,
  published_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  version bigint not null default 1,
  changed_at timestamp with time zone not null default '1970-01-01 00:00:00+00'::timestamp with time zone,
  constraint product_pkey PRIMARY KEY (product_id),
  constraint product_external_id_key UNIQUE (external_id),
  constraint product_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES catalog.brand(brand_id),
  constraint product_category_id_fkey FOREIGN KEY (category_id) REFERENCES catalog.category(category_id)
);
CREATE INDEX product_brand ON catalog.product USING btree (brand_id, popularity, product_id);
CREATE INDEX product_category ON catalog.product USING btree (category_id, popularity, product_id);
CREATE INDEX product_changed ON catalog.product USING btree (changed_at);
CREATE INDEX product_grams ON catalog.product USING gin (search_grams);
CREATE INDEX product_popular ON catalog.product USING btree (popularity, product_id);
grant select, insert, update, delete on catalog.product to engawa_app;

create table catalog.tax_rule (
  tax_category text not null,
  supply_mode text not null default '*'::text,
  rate_num integer not null,
  rate_den integer not null default 100,
  reduced boolean not null default false,
  valid_from date not null,
  valid_to date,
  constraint tax_rule_pkey PRIMARY KEY (tax_category, supply_mode, valid_from)
);
grant select, insert, update, delete on catalog.tax_rule to engawa_app;

create table catalog.tax_transition (
  tax_category text not null,
  supply_mode text not null,
  changes_on date not null,
  ordered_from date,
  supplied_before date,
  constraint tax_transition_pkey PRIMARY KEY (tax_category, supply_mode, changes_on),
  constraint tax_transition_forward CHECK ((COALESCE((ordered_from < changes_on), true) AND COALESCE((supplied_before > changes_on), true)))
);
grant select, insert, update, delete on catalog.tax_transition to engawa_app;

create table catalog.variant (
  variant_id uuid not null,
  product_id uuid not null,
  external_id text,
  gtin text,
  options jsonb not null default '{}'::jsonb,
  "position" integer not null default 0,
  withdrawn_at timestamp with time zone,
  version bigint not null default 1,
  constraint variant_pkey PRIMARY KEY (variant_id),
  constraint variant_external_id_key UNIQUE (external_id),
  constraint variant_gtin_key UNIQUE (gtin),
  constraint variant_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.product(product_id)
);
CREATE INDEX variant_product ON catalog.variant USING btree (product_id, "position");
grant select, insert, update, delete on catalog.variant to engawa_app;

-- view catalog.category_card (category_id uuid, parent_id uuid, name text, name_en text)

-- view catalog.item (variant_id uuid, gtin text, options jsonb, external_id text, product_id uuid, name text, name_en text, brand_id uuid, category_id uuid, tax_category text, tags text[], attributes jsonb, picture_id uuid, withdrawn boolean, position integer)

-- view catalog.product_card (product_id uuid, name text, name_kana text, name_en text, description text, description_en text, brand_id uuid, brand_name text, brand_name_en text, category_id uuid, category_name text, category_name_en text, tax_category text, attributes jsonb, tags text[], picture_ids uuid[], published_at timestamp with time zone, withdrawn_at timestamp with time zone)

-- function catalog.is_in(p_state text, p_withdrawn_at timestamp with time zone, p_published_at timestamp with time zone, p_at timestamp with time zone) returns boolean sql immutable
-- function catalog.listing(p_at timestamp with time zone, p_channel text, p_state text, p_category uuid, p_brand uuid, p_grams text[], p_roman text[], p_code text[], p_first text[], p_after_rank integer, p_after_popularity integer, p_after_id uuid, p_limit integer) returns TABLE(rank integer, product_id uuid, popularity integer, name text, name_kana text, name_en text, brand_name text, category_id uuid, picture_id uuid, tags text[], tax_category text, variant_ids uuid[], low_gross bigint, low_net bigint, high_gross bigint, high_net bigint, withdrawn_at timestamp with time zone) plpgsql stable
-- function catalog.page(p_at timestamp with time zone, p_state text, p_category uuid, p_brand uuid, p_grams text[], p_roman text[], p_code text[], p_first text[], p_after_rank integer, p_after_popularity integer, p_after_id uuid, p_limit integer) returns TABLE(rank integer, product_id uuid, popularity integer) plpgsql stable
-- function catalog.price_in_effect(p_variant uuid, p_channel text, p_at timestamp with time zone) returns TABLE(yen bigint, tax_included boolean) sql stable
-- function catalog.prices_hold(p_price_ids uuid[], p_variant_ids uuid[], p_channel text, p_at timestamp with time zone) returns boolean plpgsql stable security definer
-- function catalog.sellables(p_variants uuid[], p_gtins text[], p_at timestamp with time zone, p_since timestamp with time zone) returns TABLE(variant_id uuid, product_id uuid, brand_id uuid, category_id uuid, gtin text, name text, name_en text, options jsonb, tax_category text, picture_id uuid, withdrawn boolean, made boolean, tags text[], prices json) plpgsql stable
-- function catalog.walk(p_at timestamp with time zone, p_state text, p_categories uuid[], p_brand uuid, p_grams text[], p_roman text[], p_code text[], p_first text[], p_begins boolean, p_after_popularity integer, p_after_id uuid, p_limit integer) returns TABLE(product_id uuid, popularity integer) plpgsql stable
