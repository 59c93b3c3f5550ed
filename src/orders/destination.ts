/** Where a parcel goes: an address given or of her address book, checked and brought to its one form. */
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { addressOf, phoneNumber, postalCode } from '#customers/customers'
import type { QuoteInput, Ship } from '#orders/input'
import { prefectureOf, townsOf } from '#stores/stores'

/** The address to deliver to; undefined when none was given. Refuses 422 naming the field at fault. */
export async function destination(
  db: Pool,
  actor: Actor,
  { ship, address_id }: Pick<QuoteInput, 'address_id'> & { ship?: Ship },
  { profile_ids }: { profile_ids: string[] },
): Promise<Ship | undefined> {
  if (ship && address_id)
    refuse('orders.two_addresses', 422, 'お届け先は一つだけ指定してください。', 'Give one address to deliver to.', {
      field: 'address_id',
    })
  if (ship) return readable(db, ship)
  if (!address_id) return undefined
  return transaction(db, actor, (tx) => addressOf(tx, profile_ids, address_id))
}

/** An address in its one form: seven digits, a prefecture's full name, a phone number as dialled from abroad. */
export async function readable(db: Pool, ship: Ship): Promise<Ship> {
  const postal_code =
    postalCode(ship.postal_code) ??
    bad('postal_code', '郵便番号は7桁で入力してください。', 'A postal code has seven digits.')
  const prefecture =
    prefectureOf(ship.prefecture) ?? bad('prefecture', '都道府県名が正しくありません。', 'There is no such prefecture.')
  const phone =
    phoneNumber(ship.phone) ?? bad('phone', '電話番号の形が正しくありません。', 'This is not a phone number.')
  const towns = await townsOf(db, postal_code)
  // A big company's own code is in no table: only what the table knows can contradict.
  if (towns.length > 0 && !towns.some((town) => town.prefecture === prefecture))
    bad(
      'prefecture',
      '郵便番号と都道府県が一致しません。',
      'The postal code belongs to another prefecture.',
      towns[0]?.prefecture,
    )
  return { ...ship, postal_code, prefecture, phone }
}

function bad(field: string, ja: string, en: string, known?: string): never {
  return refuse('orders.ship_unreadable', 422, ja, en, { field: `ship.${field}`, ...(known ? { known } : {}) })
}
