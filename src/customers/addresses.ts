/** Her address book: each address sealed under her key, at most one of them preferred. */
import { one, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { seal, unseal } from './person.ts'

export type Address = {
  family_name: string
  given_name?: string
  family_name_kana?: string
  given_name_kana?: string
  phone: string
  postal_code: string
  prefecture: string
  city: string
  address: string
  building?: string
}
export type KnownAddress = Address & { address_id: string; preferred: boolean; changed_at: string }

const addresses_max = 20
type Row = { profile_id: string; address_id: string; sealed: Buffer; preferred: boolean; changed_at: string }
const columns = sql`profile_id, address_id, sealed, preferred, changed_at`

/** The addresses of a customer, the preferred one first, then the newest. */
export async function addressesOf(tx: Tx, profile_ids: readonly string[]): Promise<KnownAddress[]> {
  const found = await rows<Row>(
    tx,
    sql`select ${columns} from customers.address where profile_id = any (${profile_ids}::uuid[]) order by preferred desc, changed_at desc`,
  )
  return Promise.all(found.map((row) => opened(tx, row)))
}

/** One of her addresses as it is written on a parcel; refuses (422) one that is not hers. */
export async function addressOf(tx: Tx, profile_ids: readonly string[], address_id: string): Promise<Address> {
  const {
    address_id: _,
    preferred,
    changed_at,
    ...address
  } = await opened(tx, await found(tx, profile_ids, address_id))
  return address
}

/** Write an address, new or in place of one; the preferred one is the only one. */
export async function putAddress(
  tx: Tx,
  profile_id: string,
  profile_ids: readonly string[],
  address: Address,
  known: { address_id?: string | undefined; preferred: boolean },
): Promise<KnownAddress> {
  const owner = known.address_id ? (await found(tx, profile_ids, known.address_id)).profile_id : profile_id
  if (!known.address_id && (await addressesOf(tx, profile_ids)).length >= addresses_max)
    refuse('customers.addresses_full', 409, 'お届け先は20件まで登録できます。', 'The address book is full.', {
      field: 'address',
    })
  const address_id = known.address_id ?? id()
  const changed_at = clock.iso()
  if (known.preferred)
    await run(
      tx,
      sql`update customers.address set preferred = false where profile_id = any (${profile_ids}::uuid[]) and preferred`,
    )
  await run(
    tx,
    sql`insert into customers.address (profile_id, address_id, sealed, preferred, created_at, changed_at)
        values (${owner}, ${address_id}, ${await seal(tx, owner, address)}, ${known.preferred}, ${changed_at}, ${changed_at})
        on conflict (profile_id, address_id) do update set sealed = excluded.sealed, preferred = excluded.preferred, changed_at = excluded.changed_at`,
  )
  return { ...address, address_id, preferred: known.preferred, changed_at }
}

/** Forget an address; again it changes nothing. */
export function dropAddress(tx: Tx, profile_ids: readonly string[], address_id: string): Promise<number> {
  return run(
    tx,
    sql`delete from customers.address where profile_id = any (${profile_ids}::uuid[]) and address_id = ${address_id}`,
  )
}

async function found(tx: Tx, profile_ids: readonly string[], address_id: string): Promise<Row> {
  const row = await one<Row>(
    tx,
    sql`select ${columns} from customers.address where profile_id = any (${profile_ids}::uuid[]) and address_id = ${address_id}`,
  )
  return (
    row ??
    refuse('customers.no_address', 422, 'このお届け先は登録されていません。', 'There is no such address.', {
      field: 'address_id',
    })
  )
}

async function opened(tx: Tx, { profile_id, sealed, ...row }: Row): Promise<KnownAddress> {
  return { ...(await unseal<Address>(tx, profile_id, sealed)), ...row }
}
