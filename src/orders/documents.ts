/**
 * Documents of a sale. What must always be true: a document is kept as it stood when first issued and never changes; every later
 * print says that it is one; a correction is a new version that names the old; the 領収書 of one sale never exceed it.
 */
import type { Paper, PaperTax } from '#channels/paper/paper'
import type { Actor } from '#core/actor'
import { type Db, one, only, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { blind, sealAnswer, unsealAnswer } from '#core/secret'
import { clock, local } from '#core/time'
import { openAll } from '#customers/customers'
import { type Body, formalOf, notReceipted, ofOrder, ofReturn, type Snapshot } from '#orders/document-data'
import { issuerAt } from '#orders/issuer'
import type { Order } from '#orders/read'
import { findReturn, returnsOf } from '#orders/return-read'
import { returnBy } from '#orders/return-rules'
import { place } from '#stores/stores'

export type Kind = Paper['kind']
export type Addressee = NonNullable<Paper['to']>
export type DocumentWish = {
  kind: Kind
  return_id?: string | undefined
  to?: Addressee | undefined
  purpose?: string | undefined
  amount_yen?: number | undefined
  medium: 'paper' | 'electronic'
}
export type Document = {
  profile_id: string
  document_id: string
  order_id: string
  return_id: string | null
  kind: Kind
  number: string
  version: number
  replaces_id: string | null
  business_date: string
  amount_yen: number
  issued_at: string
  copy: number
  to: Addressee | null
  data: Snapshot
}
type Row = Omit<Document, 'to'> & { sealed_to: Buffer | null }

const shown = sql`d.profile_id, d.document_id, d.order_id, d.return_id, d.kind, d.number, d.version, d.replaces_id, d.business_date, d.amount_yen, d.issued_at,
  d.sealed_to, d.data, (select max(c.copy)::integer from orders.document_copy c where c.profile_id = d.profile_id and c.document_id = d.document_id) as copy`

/** Issue a document: the first time its data is kept; asked for again, it is the next copy. Each 領収書 is a document of its own. */
export async function issue(tx: Tx, actor: Actor, order: Order, wish: DocumentWish): Promise<Document> {
  await one(
    tx,
    sql`select from orders."order" where profile_id = ${order.profile_id} and order_id = ${order.view.order_id} for update`,
  )
  const known = (await documentsOf(tx, order)).filter(
    ({ kind, return_id }) => kind === wish.kind && (kind !== 'return' || return_id === wish.return_id),
  )
  const before = wish.kind === 'formal_receipt' ? undefined : known.at(-1)
  if (before && wish.kind === 'return') return reprint(tx, actor, before, wish.medium)
  const { body, number, date, at_place, time } = await contents(tx, order, wish, known)
  // Issued before a change of tax rate and supplied after it: what was handed out no longer holds, and a new version says so.
  const holds = before && JSON.stringify(before.data.taxes.map(facts)) === JSON.stringify(body.taxes.map(facts))
  if (before && holds) return reprint(tx, actor, before, wish.medium)
  const shop = await place(tx, at_place)
  const member = await memberNumber(tx, order)
  const data: Snapshot = {
    kind: wish.kind,
    number,
    ...versionAfter(before),
    date,
    time: time && local(new Date(time), shop.time_zone).time.slice(0, 5),
    member: member && `${'*'.repeat(Math.max(member.length - 4, 0))}${member.slice(-4)}`,
    ...(await issuerAt(tx, date, shop)),
    ...body,
  }
  return keep(tx, actor, order, {
    kind: wish.kind,
    return_id: wish.return_id ?? null,
    replaces_id: before?.document_id ?? null,
    data,
    to: wish.to ?? before?.to ?? null,
    medium: wish.medium,
  })
}

async function contents(
  tx: Tx,
  order: Order,
  wish: DocumentWish,
  known: readonly Document[],
): Promise<{ body: Body; number: string; date: string; at_place: string; time: string | null }> {
  const { view } = order
  const on_paper = wish.medium === 'paper'
  const sold = { number: view.number, date: view.business_date, at_place: view.place_id, time: view.placed_at }
  if (wish.kind === 'return') {
    if (!wish.return_id) return needed('return_id')
    const row = await findReturn(tx, order, wish.return_id)
    return {
      body: ofReturn(order, row),
      number: row.number,
      date: row.business_date,
      at_place: row.place_id,
      time: row.returned_at,
    }
  }
  if (wish.kind === 'hold') {
    if (!['placed', 'ready'].includes(view.state)) wrongState(view.state)
    return { ...sold, body: ofOrder(order, null, false) }
  }
  if (view.state === 'paying' || view.state === 'cancelled') wrongState(view.state)
  if (wish.kind !== 'formal_receipt') {
    if (wish.kind === 'invoice' && !wish.to) needed('addressee')
    const until = wish.kind === 'invoice' ? null : await returnBy(tx, order, 'changed_mind')
    return { ...sold, body: ofOrder(order, until, on_paper && wish.kind === 'receipt') }
  }
  const left = notReceipted(view, [
    ...(await returnsOf(tx, order)).map(({ taxes }) => taxes),
    ...current(known).map(({ data }) => data.taxes as PaperTax[]),
  ])
  const most_yen = left.reduce((all, { taxable_yen }) => all + Math.max(taxable_yen, 0), 0)
  const amount_yen = wish.amount_yen ?? most_yen
  if (
    amount_yen > most_yen ||
    amount_yen === 0 ||
    left.some(({ taxable_yen, tax_yen }) => taxable_yen < 0 || tax_yen < 0)
  )
    refuse(
      'orders.receipted',
      409,
      'お買上金額を超える領収書は発行できません。',
      'Receipts may not exceed what was paid.',
      { field: 'amount_yen', left_yen: most_yen },
    )
  const body = formalOf(order, left, amount_yen, wish.purpose ?? 'お品代', on_paper)
  return { ...sold, body, number: `${view.number}-${current(known).length + 1}` }
}

function versionAfter(before: Document | undefined): { version: number; replaces: string | null } {
  if (!before) return { version: 1, replaces: null }
  const { number, version } = before
  return { version: version + 1, replaces: version > 1 ? `${number} v${version}` : number }
}

// Stored JSON keeps no order of keys.
function facts({ rate_num, rate_den, taxable_yen, tax_yen }: PaperTax): number[] {
  return [rate_num, rate_den, taxable_yen, tax_yen]
}

// Someone whose data was erased still gets a receipt for what she bought, without her number.
async function memberNumber(tx: Tx, { view, profile_id }: Order): Promise<string | null> {
  if (!view.profile_id) return null
  const [person] = await openAll(tx, [profile_id])
  return person?.member_number ?? null
}

// Of several versions of one document the last one holds.
function current(list: readonly Document[]): Document[] {
  return list.filter(({ document_id }) => !list.some(({ replaces_id }) => replaces_id === document_id))
}

/** Print a document once more: it says that it is a copy, and which. */
export async function reprint(
  tx: Tx,
  actor: Actor,
  document: Document,
  medium: 'paper' | 'electronic',
): Promise<Document> {
  const { copy } = await only<{ copy: number }>(
    tx,
    sql`insert into orders.document_copy (profile_id, document_id, copy, medium, issued_at, actor_kind, actor_id)
        select ${document.profile_id}, ${document.document_id}, coalesce(max(copy), 0) + 1, ${medium}, ${clock.iso()}, ${actor.kind}, ${actor.id}
          from orders.document_copy where profile_id = ${document.profile_id} and document_id = ${document.document_id} returning copy`,
  )
  return { ...document, copy }
}

/** Correct the name or the purpose of a document: a new version that names the one it replaces. */
export async function correct(
  tx: Tx,
  actor: Actor,
  order: Order,
  document: Document,
  change: { to?: Addressee | undefined; purpose?: string | undefined; medium: 'paper' | 'electronic' },
): Promise<Document> {
  const later = (await documentsOf(tx, order)).find(({ replaces_id }) => replaces_id === document.document_id)
  if (later)
    refuse('orders.corrected', 409, 'この書類はすでに訂正されています。', 'This document has been corrected already.', {
      document_id: later.document_id,
    })
  const data: Snapshot = {
    ...document.data,
    ...versionAfter(document),
    purpose: change.purpose ?? document.data.purpose,
  }
  const { kind, return_id, document_id } = document
  return keep(tx, actor, order, {
    kind,
    return_id,
    replaces_id: document_id,
    data,
    to: change.to ?? document.to,
    medium: change.medium,
  })
}

async function keep(
  tx: Tx,
  actor: Actor,
  order: Order,
  made: {
    kind: Kind
    return_id: string | null
    replaces_id: string | null
    data: Snapshot
    to: Addressee | null
    medium: 'paper' | 'electronic'
  },
): Promise<Document> {
  const { kind, return_id, replaces_id, data, to } = made
  const document: Document = {
    profile_id: order.profile_id,
    document_id: id(),
    order_id: order.view.order_id,
    return_id,
    kind,
    number: data.number,
    version: data.version,
    replaces_id,
    business_date: data.date,
    amount_yen: data.total_yen,
    issued_at: clock.iso(),
    copy: 0,
    to,
    data,
  }
  const d = document
  await run(
    tx,
    sql`insert into orders.document (profile_id, document_id, order_id, return_id, kind, number, version, replaces_id, business_date, amount_yen,
          counterparty_token, sealed_to, data, issued_at, actor_kind, actor_id)
        values (${d.profile_id}, ${d.document_id}, ${d.order_id}, ${return_id}, ${kind}, ${d.number}, ${d.version}, ${replaces_id}, ${d.business_date},
          ${d.amount_yen}, ${to && nameToken(to.name)}, ${to && sealAnswer(JSON.stringify(to))}, ${JSON.stringify(data)}::jsonb, ${d.issued_at},
          ${actor.kind}, ${actor.id})`,
  )
  return reprint(tx, actor, document, made.medium)
}

/** Every document of an order, in the order they were issued. */
export async function documentsOf(db: Db, { profile_id, view }: Order): Promise<Document[]> {
  const found = await rows<Row>(
    db,
    sql`select ${shown} from orders.document d where d.profile_id = ${profile_id} and d.order_id = ${view.order_id} order by d.issued_at, d.document_id`,
  )
  return found.map(opened)
}

/** One document of an order; refuses 404 when there is none. */
export async function findDocument(db: Db, order: Order, document_id: string): Promise<Document> {
  const found = (await documentsOf(db, order)).find((document) => document.document_id === document_id)
  return (
    found ?? refuse('orders.no_document', 404, '書類が見つかりません。', 'There is no such document.', { document_id })
  )
}

export type DocumentSearch = {
  from?: string | undefined
  to?: string | undefined
  least_yen?: number | undefined
  most_yen?: number | undefined
  counterparty?: string | undefined
  kind?: string | undefined
}

/** Documents by date, amount and counterparty, as 電子帳簿保存法 asks; newest first, at most `limit`. */
export async function searchDocuments(
  db: Db,
  places: readonly string[] | undefined,
  wanted: DocumentSearch,
  limit: number,
): Promise<Document[]> {
  const { from = null, to = null, least_yen = null, most_yen = null, counterparty, kind = null } = wanted
  const token = counterparty === undefined ? null : nameToken(counterparty)
  const found = await rows<Row>(
    db,
    sql`select ${shown} from orders.document d join orders."order" o on o.profile_id = d.profile_id and o.order_id = d.order_id
        where (${from}::date is null or d.business_date >= ${from}) and (${to}::date is null or d.business_date <= ${to})
          and (${least_yen}::bigint is null or d.amount_yen >= ${least_yen}) and (${most_yen}::bigint is null or d.amount_yen <= ${most_yen})
          and (${token}::bytea is null or d.counterparty_token = ${token}) and (${kind}::text is null or d.kind = ${kind})
          and (${places ?? null}::uuid[] is null or o.place_id = any (${places ?? null}::uuid[]))
        order by d.issued_at desc, d.document_id limit ${limit}`,
  )
  return found.map(opened)
}

/** The paper of a document in a language. */
export function paperOf({ data, to }: Document, language: 'ja' | 'en'): Paper {
  const { en, ...rest } = data
  if (language === 'ja') return { ...rest, to, language }
  const issuer = { ...rest.issuer, name: en.name ?? rest.issuer.name, place: en.place ?? rest.issuer.place }
  return { ...rest, to, language, issuer }
}

function opened({ sealed_to, ...row }: Row): Document {
  return { ...row, to: sealed_to ? (JSON.parse(unsealAnswer(sealed_to)) as Addressee) : null }
}

// (株), ㈱ and 株式会社, full and half width, with and without spaces: one name.
function nameToken(name: string): Buffer {
  const plain = name
    .normalize('NFKC')
    .replace(/株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)|[\s・･.,]/g, '')
    .toLowerCase()
  return blind('document.to', plain)
}

function needed(field: string): never {
  return refuse('orders.document_needs', 422, 'この書類には項目が足りません。', 'This document needs one more thing.', {
    field,
  })
}

function wrongState(state: string): never {
  return refuse(
    'orders.wrong_state',
    409,
    'この注文は今その操作ができません。',
    'The order is not in a state for that.',
    { state },
  )
}
