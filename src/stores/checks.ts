import type { Check } from '#core/check'

/** What must always be true of places; each statement returns the rows that break it. */
export const checks: Check[] = [
  {
    name: 'stores: a shop knows where it is, or says nothing',
    sql: 'select place_id as id from stores.place where (latitude is null) <> (longitude is null)',
    corrupt: `update stores.place set latitude = 35, longitude = null where place_id = (select place_id from stores.place limit 1)`,
  },
]
