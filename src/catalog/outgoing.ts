import { rows, sql } from '#core/database'
import { no_id, type Outgoing, type Row } from '#core/outgoing'

/** What may be taken out of this room. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'brands',
    title: { ja: 'ブランド', en: 'Brands' },
    columns: { brand_id: 'uuid', external_id: 'text', name: 'text', name_kana: 'text', name_en: 'text' },
    key: ['brand_id'],
    first: [no_id],
    page: (db, [id], limit) =>
      rows<Row>(
        db,
        sql`select brand_id, external_id, name, name_kana, name_en from catalog.brand where brand_id > ${id} order by brand_id limit ${limit}`,
      ),
  },
  {
    resource: 'categories',
    title: { ja: 'カテゴリー', en: 'Categories' },
    columns: { category_id: 'uuid', external_id: 'text', parent_id: 'uuid', name: 'text', name_en: 'text' },
    key: ['category_id'],
    first: [no_id],
    page: (db, [id], limit) =>
      rows<Row>(
        db,
        sql`select category_id, external_id, parent_id, name, name_en from catalog.category where category_id > ${id} order by category_id limit ${limit}`,
      ),
  },
  {
    resource: 'products',
    title: { ja: '商品', en: 'Products' },
    columns: {
      product_id: 'uuid',
      external_id: 'text',
      brand_id: 'uuid',
      category_id: 'uuid',
      name: 'text',
      name_kana: 'text',
      name_en: 'text',
      description: 'text',
      description_en: 'text',
      tax_category: 'text',
      attributes: 'json',
      tags: 'json',
      published_at: 'time',
      withdrawn_at: 'time',
      version: 'integer',
    },
    key: ['product_id'],
    first: [no_id],
    page: (db, [id], limit) =>
      rows<Row>(
        db,
        sql`select product_id, external_id, brand_id, category_id, name, name_kana, name_en, description, description_en, tax_category, attributes,
              tags, published_at, withdrawn_at, version
            from catalog.product where product_id > ${id} order by product_id limit ${limit}`,
      ),
  },
  {
    resource: 'variants',
    title: { ja: 'バリエーション（JAN）', en: 'Variants with their JAN' },
    columns: {
      variant_id: 'uuid',
      product_id: 'uuid',
      external_id: 'text',
      gtin: 'text',
      options: 'json',
      withdrawn_at: 'time',
      version: 'integer',
    },
    key: ['variant_id'],
    first: [no_id],
    page: (db, [id], limit) =>
      rows<Row>(
        db,
        sql`select variant_id, product_id, external_id, gtin, options, withdrawn_at, version
            from catalog.variant where variant_id > ${id} order by variant_id limit ${limit}`,
      ),
  },
  {
    resource: 'prices',
    title: { ja: '価格', en: 'Prices' },
    columns: {
      price_id: 'uuid',
      variant_id: 'uuid',
      channel: 'text',
      yen: 'integer',
      tax_included: 'boolean',
      valid_from: 'time',
      valid_to: 'time',
    },
    key: ['price_id'],
    first: [no_id],
    page: (db, [id], limit) =>
      rows<Row>(
        db,
        sql`select price_id, variant_id, channel, yen, tax_included, valid_from, valid_to
            from catalog.price where price_id > ${id} order by price_id limit ${limit}`,
      ),
  },
]
