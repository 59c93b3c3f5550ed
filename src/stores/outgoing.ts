import { rows, sql } from '#core/database'
import { no_id, type Outgoing, type Row } from '#core/outgoing'

/** What may be taken out of this room. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'places',
    title: { ja: '店舗・倉庫', en: 'Shops and warehouses' },
    columns: {
      place_id: 'uuid',
      external_id: 'text',
      kind: 'text',
      name: 'text',
      name_kana: 'text',
      name_en: 'text',
      postal_code: 'text',
      prefecture: 'text',
      city: 'text',
      address: 'text',
      phone: 'text',
      time_zone: 'text',
      active: 'boolean',
    },
    key: ['place_id'],
    first: [no_id],
    page: (db, [id], limit) =>
      rows<Row>(
        db,
        sql`select place_id, external_id, kind, name, name_kana, name_en, postal_code, prefecture, city, address, phone, time_zone, active
            from stores.place where place_id > ${id} order by place_id limit ${limit}`,
      ),
  },
]
