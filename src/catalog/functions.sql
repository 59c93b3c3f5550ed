-- Whether each price row is the one in effect for its variant, in a channel at an instant: what a commit checks again, since
-- prices were read from a cache. The order of choice is that of src/pricing/price.ts.
create or replace function catalog.prices_hold(p_price_ids uuid[], p_variant_ids uuid[], p_channel text, p_at timestamptz)
returns boolean language plpgsql stable security definer as $$
begin
  if cardinality(p_price_ids) is distinct from cardinality(p_variant_ids) then return false; end if;
  -- Mostly one row is in effect for a variant, and it is this one: nothing to choose from.
  if (select count(*) = cardinality(p_variant_ids) and bool_and(c.price_id = w.price_id)
      from unnest(p_price_ids, p_variant_ids) as w(price_id, variant_id) cross join lateral (
        select r.price_id from catalog.price r
        where r.variant_id = w.variant_id and (r.channel is null or r.channel = p_channel)
          and r.valid_from <= p_at and (r.valid_to is null or r.valid_to > p_at) offset 0) c) then
    return true;
  end if;
  return not exists (
    select from unnest(p_price_ids, p_variant_ids) as w(price_id, variant_id)
    where w.price_id is distinct from (
      select r.price_id from catalog.price r
      where r.variant_id = w.variant_id and (r.channel is null or r.channel = p_channel)
        and r.valid_from <= p_at and (r.valid_to is null or r.valid_to > p_at)
      order by r.channel is null, r.valid_from desc, r.yen, r.tax_included desc, r.price_id limit 1));
end $$;

-- What any channel needs to sell these variants. A price row is of no more use once an open-ended one for the same channel
-- began before p_since. Each list by its own index: together they would be read as one large guess.
create or replace function catalog.sellables(p_variants uuid[], p_gtins text[], p_at timestamptz, p_since timestamptz)
returns table (variant_id uuid, product_id uuid, brand_id uuid, category_id uuid, gtin text, name text, name_en text, options jsonb, tax_category text,
  picture_id uuid, withdrawn boolean, made boolean, tags text[], prices json)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select v.variant_id, v.product_id, p.brand_id, p.category_id, v.gtin, p.name, p.name_en, v.options, p.tax_category, p.picture_ids[1],
      v.withdrawn_at is not null or p.withdrawn_at is not null or p.published_at is null or p.published_at > p_at,
      p.attributes @> '{"made_to_order": true}', p.tags,
      coalesce((select json_agg(json_build_object('price_id', r.price_id, 'yen', r.yen, 'tax_included', r.tax_included,
          'valid_from', r.valid_from, 'valid_to', r.valid_to, 'channel', r.channel))
        from catalog.price r where r.variant_id = v.variant_id and (r.valid_to is null or r.valid_to > p_since)
          and not exists (select from catalog.price later where later.variant_id = v.variant_id and later.channel is not distinct from r.channel
            and later.valid_to is null and later.valid_from > r.valid_from and later.valid_from <= p_since)), '[]')
    from (select * from catalog.variant a where a.variant_id = any (p_variants)
          union all select * from catalog.variant b where b.gtin = any (p_gtins) and not b.variant_id = any (p_variants)) v
    cross join lateral (select * from catalog.product o where o.product_id = v.product_id offset 0) p;
end $$;

-- Who may see a product: 'on_show' is what customers see.
create or replace function catalog.is_in(p_state text, p_withdrawn_at timestamptz, p_published_at timestamptz, p_at timestamptz)
returns boolean language sql immutable parallel safe as $$
  select case p_state
    when 'on_show' then p_withdrawn_at is null and p_published_at <= p_at
    when 'draft' then p_withdrawn_at is null and (p_published_at is null or p_published_at > p_at)
    when 'withdrawn' then p_withdrawn_at is not null
    else true end
$$;

-- What has the grams, met walking down from the most popular. An index on grams cannot be walked, so without bitmaps and
-- sorts the one on popularity is the only way: the planner has nothing to guess.
create or replace function catalog.walk(
  p_at timestamptz, p_state text, p_categories uuid[], p_brand uuid, p_grams text[], p_roman text[], p_code text[], p_first text[],
  p_begins boolean, p_after_popularity integer, p_after_id uuid, p_limit integer)
returns table (product_id uuid, popularity integer) language plpgsql stable rows 20
set plan_cache_mode = force_generic_plan set enable_bitmapscan = off set enable_seqscan = off set enable_sort = off as $$
begin
  return query
    select p.product_id, p.popularity from catalog.product p
    where (p.popularity, p.product_id) < (p_after_popularity, p_after_id)
      and (p.search_grams @> p_grams or p.search_grams @> p_roman or p.search_grams @> p_code) and (p.search_grams && p_first) = p_begins
      and catalog.is_in(p_state, p.withdrawn_at, p.published_at, p_at)
      and (p_categories is null or p.category_id = any (p_categories)) and (p_brand is null or p.brand_id = p_brand)
    order by p.popularity desc, p.product_id desc limit p_limit;
end $$;

-- The ids of one page in order: rank 0 begins like the query (or is its code), rank 1 has it elsewhere; then by popularity.
-- Each shape of question has its own statement, planned once, and none depends on the planner's guess of how rare a gram is.
create or replace function catalog.page(
  p_at timestamptz, p_state text, p_category uuid, p_brand uuid, p_grams text[], p_roman text[], p_code text[], p_first text[],
  p_after_rank integer, p_after_popularity integer, p_after_id uuid, p_limit integer)
returns table (rank integer, product_id uuid, popularity integer) language plpgsql stable rows 20
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_sort = off as $$
declare
  -- Up to so many matches are simply fetched and sorted. With more, one product in fifty or so has what is sought (in a
  -- catalogue of 20,000), and walking down from the most popular fills a page sooner.
  few constant integer := 400;
  branches uuid[];
  ids uuid[];
  ranks integer[];
  popularities integer[];
  found_now integer := 0;
begin
  if p_category is not null then
    branches := array(
      with recursive branch as (
        select c.category_id from catalog.category c where c.category_id = p_category
        union select c.category_id from catalog.category c join branch b on c.parent_id = b.category_id)
      select branch.category_id from branch);
  end if;

  if p_grams is null and p_category is not null then
    return query
      select 0, q.product_id, q.popularity from unnest(branches) as w(category_id), lateral (
        select p.product_id, p.popularity from catalog.product p
        where p.category_id = w.category_id and catalog.is_in(p_state, p.withdrawn_at, p.published_at, p_at)
          and (p_brand is null or p.brand_id = p_brand) and (p.popularity, p.product_id) < (p_after_popularity, p_after_id)
        order by p.popularity desc, p.product_id desc limit p_limit) q
      order by q.popularity desc, q.product_id desc limit p_limit;
    return;
  elsif p_grams is null and p_brand is not null then
    return query
      select 0, p.product_id, p.popularity from catalog.product p
      where p.brand_id = p_brand and catalog.is_in(p_state, p.withdrawn_at, p.published_at, p_at)
        and (p.popularity, p.product_id) < (p_after_popularity, p_after_id)
      order by p.popularity desc, p.product_id desc limit p_limit;
    return;
  elsif p_grams is null then
    return query
      select 0, p.product_id, p.popularity from catalog.product p
      where catalog.is_in(p_state, p.withdrawn_at, p.published_at, p_at) and (p.popularity, p.product_id) < (p_after_popularity, p_after_id)
      order by p.popularity desc, p.product_id desc limit p_limit;
    return;
  end if;

  select array_agg(m.product_id), array_agg(m.popularity), array_agg(m.rank) into ids, popularities, ranks from (
    select p.product_id, p.popularity, case when p.search_grams && p_first then 0 else 1 end as rank from catalog.product p
    where (p.search_grams @> p_grams or p.search_grams @> p_roman or p.search_grams @> p_code)
      and catalog.is_in(p_state, p.withdrawn_at, p.published_at, p_at)
      and (p_category is null or p.category_id = any (branches)) and (p_brand is null or p.brand_id = p_brand)
    limit few) m;
  if cardinality(ids) < few or ids is null then
    return query
      select m.rank, m.product_id, m.popularity from unnest(ranks, ids, popularities) as m(rank, product_id, popularity)
      where m.rank > p_after_rank or m.rank = p_after_rank and (m.popularity, m.product_id) < (p_after_popularity, p_after_id)
      order by m.rank, m.popularity desc, m.product_id desc limit p_limit;
    return;
  end if;
  if p_after_rank = 0 then
    select array_agg(m.product_id), array_agg(m.popularity) into ids, popularities from (
      select p.product_id, p.popularity from catalog.product p
      where p.search_grams && p_first and (p.search_grams @> p_grams or p.search_grams @> p_roman or p.search_grams @> p_code)
        and catalog.is_in(p_state, p.withdrawn_at, p.published_at, p_at)
        and (p_category is null or p.category_id = any (branches)) and (p_brand is null or p.brand_id = p_brand)
      limit few) m;
    if cardinality(ids) < few or ids is null then
      return query
        select 0, m.product_id, m.popularity from unnest(ids, popularities) as m(product_id, popularity)
        where (m.popularity, m.product_id) < (p_after_popularity, p_after_id)
        order by m.popularity desc, m.product_id desc limit p_limit;
    else
      return query
        select 0, w.product_id, w.popularity from catalog.walk(p_at, p_state, branches, p_brand, p_grams, p_roman, p_code, p_first,
          true, p_after_popularity, p_after_id, p_limit) w;
    end if;
    get diagnostics found_now = row_count;
    if found_now >= p_limit then return; end if;
  end if;
  if p_after_rank = 0 then
    p_after_popularity := 2147483647;
    p_after_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  end if;
  return query
    select 1, w.product_id, w.popularity from catalog.walk(p_at, p_state, branches, p_brand, p_grams, p_roman, p_code, p_first,
      false, p_after_popularity, p_after_id, p_limit - found_now) w;
end $$;

-- Published for desk: one page of products with the lowest and highest price in effect among their variants, apart for rows
-- set with tax (gross) and without (net); tax is put on by src/pricing.
create or replace function catalog.listing(
  p_at timestamptz, p_channel text, p_state text, p_category uuid, p_brand uuid, p_grams text[], p_roman text[], p_code text[], p_first text[],
  p_after_rank integer, p_after_popularity integer, p_after_id uuid, p_limit integer)
returns table (
  rank integer, product_id uuid, popularity integer, name text, name_kana text, name_en text, brand_name text, category_id uuid, picture_id uuid,
  tags text[], tax_category text, variant_ids uuid[], low_gross bigint, low_net bigint, high_gross bigint, high_net bigint, withdrawn_at timestamptz)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  return query
    select g.rank, g.product_id, g.popularity, p.name, p.name_kana, p.name_en, b.name, p.category_id, p.picture_ids[1],
      p.tags, p.tax_category, coalesce(v.variant_ids, '{}'), v.low_gross, v.low_net, v.high_gross, v.high_net, p.withdrawn_at
    from catalog.page(p_at, p_state, p_category, p_brand, p_grams, p_roman, p_code, p_first, p_after_rank, p_after_popularity, p_after_id, p_limit) g
    join catalog.product p on p.product_id = g.product_id
    left join catalog.brand b on b.brand_id = p.brand_id
    left join lateral (
      select array_agg(v.variant_id order by v.position) as variant_ids,
        min(r.yen) filter (where r.tax_included) as low_gross, min(r.yen) filter (where not r.tax_included) as low_net,
        max(r.yen) filter (where r.tax_included) as high_gross, max(r.yen) filter (where not r.tax_included) as high_net
      from catalog.variant v
      left join lateral (
        select r.yen, r.tax_included from catalog.price r
        where r.variant_id = v.variant_id and (r.channel is null or r.channel = p_channel)
          and r.valid_from <= p_at and (r.valid_to is null or r.valid_to > p_at)
        order by r.channel is null, r.valid_from desc, r.yen, r.tax_included desc, r.price_id limit 1) r on true
      where v.product_id = g.product_id and v.withdrawn_at is null) v on true
    order by g.rank, g.popularity desc, g.product_id desc;
end $$;

-- Published for segments, predict, measurement and desk: what a variant is, without its prices.
create or replace view catalog.item as
  select v.variant_id, v.gtin, v.options, v.external_id, p.product_id, p.name, p.name_en, p.brand_id, p.category_id, p.tax_category, p.tags,
    p.attributes, p.picture_ids[1] as picture_id, v.withdrawn_at is not null or p.withdrawn_at is not null as withdrawn, v.position
  from catalog.variant v join catalog.product p on p.product_id = v.product_id;
grant select on catalog.item to engawa_app;

-- Published for desk, segments and predict: categories, and products as they are shown.
create or replace view catalog.category_card as select category_id, parent_id, name, name_en from catalog.category;
create or replace view catalog.product_card as
  select p.product_id, p.name, p.name_kana, p.name_en, p.description, p.description_en, p.brand_id, b.name as brand_name, b.name_en as brand_name_en,
    p.category_id, c.name as category_name, c.name_en as category_name_en, p.tax_category, p.attributes, p.tags, p.picture_ids, p.published_at, p.withdrawn_at
  from catalog.product p left join catalog.brand b using (brand_id) left join catalog.category c using (category_id);
grant select on catalog.category_card, catalog.product_card to engawa_app;

-- Published for desk: the price row in effect, by the order of choice of src/pricing/price.ts. Plain SQL, so that the caller's plan takes it in.
create or replace function catalog.price_in_effect(p_variant uuid, p_channel text, p_at timestamptz)
returns table (yen bigint, tax_included boolean) language sql stable as $$
  select r.yen, r.tax_included from catalog.price r
  where r.variant_id = p_variant and (r.channel is null or r.channel = p_channel)
    and r.valid_from <= p_at and (r.valid_to is null or r.valid_to > p_at)
  order by r.channel is null, r.valid_from desc, r.yen, r.tax_included desc, r.price_id limit 1
$$;
