/** What must always be true of places: each statement returns the rows that break it. */
export const checks = [
  {
    name: 'stores: a shop knows where it is, or says nothing',
    sql: 'select place_id from stores.place where (latitude is null) <> (longitude is null)',
    corrupt: `insert into stores.place (place_id, kind, name, latitude) values ('00000000-0000-4000-8000-000000000001', 'shop', 'corrupt', 35)`,
  },
]
