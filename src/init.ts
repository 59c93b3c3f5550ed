/** An empty group with its first admin: what a retailer has before her first product. */
import { randomInt } from 'node:crypto'
import { hasSignedIn } from '#access/sessions'
import { putStaff, type Staff, staffList } from '#access/staff'
import { putBrand } from '#catalog/catalog'
import { type Actor, system } from '#core/actor'
import { one, type Pool, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { putSetting, setting } from '#core/settings'
import { businessDate, clock } from '#core/time'
import { layFoundation } from '#foundation'
import { blankPlace, issuer, places, putPlace } from '#stores/stores'

/** Who the group is, and its first brand, shop and admin. */
export type Beginning = { group: string; brand: string; shop: string; admin: string; code: string }
export type Begun = {
  /** False when the very same group was there already. */
  made: boolean
  brand_id: string
  place_id: string
  staff_code: string
  /** Shown this once and good for the first sign-in; null once the admin has signed in. */
  pin: string | null
}
type Mark = Beginning & { brand_id: string; place_id: string; staff_id: string }

const mark = 'engawa.init'
const pin_digits = 8
// Whoever sets the house up is not the admin herself: a PIN two people have seen is for choosing one's own.
const installer: Actor = { kind: 'staff', id: 'engawa init', role: 'admin' }

/**
 * Make the group, or find the one made by the same words: then an admin who has never signed in gets a new PIN. Refuses (409) a
 * database with another retailer in it.
 */
export async function begin(db: Pool, want: Beginning): Promise<Begun> {
  await layFoundation(db)
  return transaction(db, system, async (tx) => {
    // Two people may set up the same house at once.
    await one(tx, sql`select pg_advisory_xact_lock(hashtextextended(${mark}, 0))`)
    const known = await setting<Mark | null>(tx, mark, null)
    if (known && same(known, want)) return again(tx, known)
    if (known || (await inhabited(tx))) refuseRetailer()
    const { brand_id } = await putBrand(tx, system, { name: want.brand, external_id: 'first' })
    const shop = { ...blankPlace, kind: 'shop' as const, name: want.shop, brand_ids: [brand_id], external_id: 'first' }
    const { place_id } = await putPlace(tx, system, { ...shop, ships_ec: true, offers_pickup: true })
    await putSetting(
      tx,
      issuer.key,
      [{ valid_from: businessDate(clock.now()), name: want.group, name_en: null, registration_number: null }],
      system,
    )
    const pin = newPin()
    const { staff_id } = await putStaff(tx, installer, {
      code: want.code,
      display_name: want.admin,
      role: 'admin',
      place_ids: [place_id],
      pin,
    })
    await putSetting(tx, mark, { ...want, brand_id, place_id, staff_id }, system)
    return { made: true, brand_id, place_id, staff_code: want.code, pin }
  })
}

function same(known: Mark, want: Beginning): boolean {
  return (['group', 'brand', 'shop', 'admin', 'code'] as const).every((name) => known[name] === want[name])
}

async function again(tx: Tx, { brand_id, place_id, staff_id, code }: Mark): Promise<Begun> {
  const begun = { made: false, brand_id, place_id, staff_code: code, pin: null }
  const seen = await hasSignedIn(tx, staff_id)
  const admin = (await staffList(tx, system, { after: '', limit: 200 })).find((one) => one.staff_id === staff_id)
  if (seen || !admin) return begun
  const pin = newPin()
  await putStaff(tx, installer, { ...asInput(admin), pin }, { staff_id })
  return { ...begun, pin }
}

function asInput({ code, display_name, display_name_en, role, place_ids }: Staff) {
  return { code, display_name, display_name_en, role, place_ids }
}

async function inhabited(tx: Tx): Promise<boolean> {
  return (await places(tx)).length > 0 || (await staffList(tx, system, { after: '', limit: 1 })).length > 0
}

function newPin(): string {
  return String(randomInt(10 ** pin_digits)).padStart(pin_digits, '0')
}

function refuseRetailer(): never {
  return refuse(
    'core.has_retailer',
    409,
    'このデータベースには、すでに店舗や従業員がいます。init は空のデータベースだけに使えます（別のフォルダーを --data で指定してください）。',
    'This database has shops or staff already. init is for an empty one (choose another folder with --data).',
  )
}
