import type { Check } from '#core/check'

/** What must always be true of the catalogue; each statement returns the rows that break it. */
export const checks: Check[] = [
  {
    name: 'catalog: every GTIN has its check digit',
    sql: `select variant_id as id, gtin from catalog.variant where gtin is not null and (gtin !~ '^(\\d{8}|\\d{13,14})$' or
      (select (10 - sum(substr(lpad(gtin, 14, '0'), n, 1)::integer * case when n % 2 = 1 then 3 else 1 end) % 10) % 10
        from generate_series(1, 13) n) <> right(gtin, 1)::integer)`,
    corrupt: `update catalog.variant set gtin = left(gtin, -1) || ((right(gtin, 1)::integer + 1) % 10)
      where variant_id = (select variant_id from catalog.variant where gtin is not null limit 1)`,
  },
  {
    name: 'catalog: every product’s tax category has a rate',
    sql: `select product_id as id, tax_category from catalog.product p
      where not exists (select from catalog.tax_rule r where r.tax_category = p.tax_category and r.supply_mode = '*')`,
    corrupt: `update catalog.product set tax_category = 'corrupt' where product_id = (select product_id from catalog.product limit 1)`,
  },
  {
    name: 'catalog: every product can be found',
    sql: `select product_id as id, name from catalog.product where cardinality(search_grams) = 0`,
    corrupt: `update catalog.product set search_grams = '{}' where product_id = (select product_id from catalog.product limit 1)`,
  },
  {
    name: 'catalog: every picture shown is there',
    sql: `select p.product_id as id, shown.picture_id from catalog.product p cross join unnest(p.picture_ids) as shown(picture_id)
      where not exists (select from catalog.picture k where k.picture_id = shown.picture_id)`,
    corrupt: `update catalog.product set picture_ids = array['00000000-0000-4000-8000-000000000001'::uuid]
      where product_id = (select product_id from catalog.product limit 1)`,
  },
  {
    name: 'catalog: no tax rule ends before it begins',
    sql: `select tax_category as id, supply_mode, valid_from from catalog.tax_rule where valid_to <= valid_from or rate_num < 0 or rate_den < 1`,
    corrupt: `update catalog.tax_rule set valid_to = valid_from
      where (tax_category, supply_mode, valid_from) = (select tax_category, supply_mode, valid_from from catalog.tax_rule limit 1)`,
  },
]
