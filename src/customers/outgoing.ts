import { rows, sql } from '#core/database'
import { no_id, no_time, type Outgoing } from '#core/outgoing'
import { openAll, type Person } from './person.ts'

/** What may be taken out of this room: members with their contact data, unsealed a page at a time. Who was erased is gone. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'customers',
    title: { ja: '顧客', en: 'Customers' },
    columns: {
      profile_id: 'uuid',
      customer_id: 'uuid',
      external_id: 'text',
      member_number: 'text',
      family_name: 'text',
      given_name: 'text',
      family_name_kana: 'text',
      given_name_kana: 'text',
      email: 'text',
      phone: 'text',
      birth_date: 'text',
      birth_year: 'integer',
      birth_month: 'integer',
      gender: 'text',
      postal_code: 'text',
      prefecture: 'text',
      city: 'text',
      address: 'text',
      building: 'text',
      card_numbers: 'json',
      locale: 'text',
      route: 'text',
      home_place_id: 'uuid',
      registered_at: 'time',
    },
    key: ['registered_at', 'profile_id'],
    first: [no_time, no_id],
    people: true,
    async page(db, [at, id], limit) {
      const found = await rows<{ profile_id: string }>(
        db,
        sql`select profile_id from customers.profile
            where (registered_at, profile_id) > (${at}::timestamptz, ${id}::uuid) and kind = 'member' and erased_at is null
            order by registered_at, profile_id limit ${limit}`,
      )
      const people = await openAll(
        db,
        found.map(({ profile_id }) => profile_id),
      )
      const byId = new Map(people.map((person) => [person.profile_id, person as Person & Record<string, unknown>]))
      return found.flatMap(({ profile_id }) => byId.get(profile_id) ?? [])
    },
  },
]
