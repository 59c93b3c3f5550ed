/** Takes data out: every resource as rows in a fixed order, page by page after a cursor, so that a stopped export goes on. */
import { auditAll } from '#access/access'
import { outgoing as fromActivity, knowsPeople } from '#activity/activity'
import { outgoing as fromCatalog } from '#catalog/catalog'
import { outgoing as fromConsent } from '#consent/consent'
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import type { Kind, Outgoing, Row } from '#core/outgoing'
import { refuse } from '#core/problem'
import { outgoing as fromCustomers } from '#customers/customers'
import { outgoing as fromInventory } from '#inventory/inventory'
import { outgoing as fromLoyalty } from '#loyalty/loyalty'
import { outgoing as fromOrders } from '#orders/orders'
import { outgoing as fromStores } from '#stores/stores'

/** Everything that can be taken out. */
export const outgoing: readonly Outgoing[] = [
  ...fromStores,
  ...fromCatalog,
  ...fromInventory,
  ...fromCustomers,
  ...fromConsent,
  ...fromLoyalty,
  ...fromOrders,
  ...fromActivity,
]
export type Page = { rows: Row[]; cursor: string | null }

const shapes: Partial<Record<Kind, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  time: /^(-infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/,
  integer: /^\d{1,5}$/,
}

/** The resource of this name; refuses any other (404). */
export function resourceNamed(name: string): Outgoing {
  const found = outgoing.find(({ resource }) => resource === name)
  return (
    found ??
    refuse(
      'integrations.no_resource',
      404,
      `取り出せるのは ${outgoing.map(({ resource }) => resource).join('・')} です。`,
      `What can be taken out: ${outgoing.map(({ resource }) => resource).join(', ')}.`,
      { field: 'resource' },
    )
  )
}

/**
 * The rows after a cursor, at most `size`, and the cursor behind them. Contact data needs the right to read customers, and
 * who is in it is audited in the same transaction; who may not know people is not told whose a row is.
 */
export async function pageOf(
  db: Pool,
  actor: Actor,
  what: Outgoing,
  since: string | undefined,
  size: number,
): Promise<Page> {
  const people = knowsPeople(actor)
  if (what.people && !people)
    refuse(
      'integrations.people',
      403,
      '顧客の取り出しには customers.read の権限が必要です。',
      'To take customers out, a key needs customers.read.',
      { field: 'resource' },
    )
  if (actor.place_ids)
    refuse(
      'integrations.all_places',
      403,
      '取り出しは全店舗が対象のため、店舗限定のキーでは行えません。',
      'Exports are of all places; a key bound to places cannot make them.',
    )
  const after = since === undefined ? what.first : readCursor(what, since)
  const rows = await transaction(db, actor, async (tx) => {
    const found = await what.page(tx, after, size)
    if (what.people)
      await auditAll(
        tx,
        actor,
        'customers.exported',
        found.map(({ profile_id }) => String(profile_id)),
      )
    return found
  })
  const last = rows.at(-1)
  return {
    rows: people ? rows : rows.map((row) => ({ ...row, profile_id: null })),
    cursor: last ? writeCursor(what, last) : (since ?? null),
  }
}

/** All pages from a cursor to the end. */
export async function* pagesOf(
  db: Pool,
  actor: Actor,
  what: Outgoing,
  since: string | undefined,
  size: number,
): AsyncGenerator<Page> {
  let at = since
  for (;;) {
    const page = await pageOf(db, actor, what, at, size)
    if (page.rows.length) yield page
    if (page.rows.length < size) return
    at = page.cursor ?? undefined
  }
}

function writeCursor({ resource, key }: Outgoing, row: Row): string {
  return Buffer.from(JSON.stringify([resource, ...key.map((name) => String(row[name]))])).toString('base64url')
}

function readCursor(what: Outgoing, text: string): string[] {
  const [resource, ...values] = parsed(text)
  const fits =
    resource === what.resource &&
    values.length === what.key.length &&
    values.every((value, at) => (shapes[what.columns[what.key[at] as string] as Kind] ?? /^[a-z_]{0,40}$/).test(value))
  return fits
    ? values
    : refuse(
        'core.cursor',
        400,
        'since の値が正しくありません（同じ resource の書き出しで返された値を使います）。',
        'This is not a cursor an export of this resource gave out.',
        { field: 'since' },
      )
}

function parsed(text: string): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) ? value.map(String) : []
  } catch {
    return []
  }
}
