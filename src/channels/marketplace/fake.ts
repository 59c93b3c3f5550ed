import type { Outlet, OutletOrder } from '#channels/marketplace/outlet'
import { one, only, type Pool, rows, run, sql } from '#core/database'
import { sealAnswer, unsealAnswer } from '#core/secret'

type Row = { sealed: Buffer; state: string; version: number; seq: number }
/** What happened to an order over there, in words. */
export type Seen = { state: string; told: { what: string; number?: string }[] }
/** The world outside, as a test or the town plays it. */
export type FakeOutlet = Outlet & {
  /** Somebody buys there; a repeat of the same id changes nothing. */
  sell(order: Omit<OutletOrder, 'version' | 'state'>): Promise<void>
  /** The buyer (or the outlet) gives the order up; false when it has been sent. */
  giveUp(external_id: string): Promise<boolean>
  look(external_id: string): Promise<Seen>
  stockOf(sku: string): Promise<number | undefined>
}

const page = 50

/**
 * A marketplace in tables of its own, on its own connection: what it did stays done when our transaction rolls back. It tells
 * of changed orders oldest first, page by page.
 */
export function fakeMarketplace(db: Pool, outlet = 'fake'): FakeOutlet {
  return {
    name: 'fake',
    async orders(since) {
      const found = await rows<Row>(
        db,
        sql`select sealed, state, version, seq from channels.fake_outlet_order where outlet = ${outlet} and seq > ${Number(since ?? 0)}
            order by seq limit ${page}`,
      )
      return { orders: found.map(told), cursor: String(found.at(-1)?.seq ?? since ?? 0) }
    },
    async acknowledge(external_id) {
      return (await move(external_id, ['placed'], 'acknowledged', { what: 'acknowledged' })) === 'cancelled'
        ? 'cancelled'
        : 'done'
    },
    async cancel(external_id, reason) {
      const state = await move(external_id, ['placed', 'acknowledged'], 'cancelled', { what: `cancelled: ${reason}` })
      return state === 'shipped' ? 'shipped' : 'done'
    },
    async shipped(external_id, { number }) {
      await move(external_id, ['placed', 'acknowledged'], 'shipped', { what: 'shipped', number })
    },
    async stock(list) {
      for (const { sku, quantity, version } of list)
        await run(
          db,
          sql`insert into channels.fake_outlet_stock as known (outlet, sku, quantity, version) values (${outlet}, ${sku}, ${quantity}, ${version})
              on conflict (outlet, sku) do update set quantity = excluded.quantity, version = excluded.version where known.version < excluded.version`,
        )
    },
    async sell(order) {
      await run(
        db,
        sql`insert into channels.fake_outlet_order (outlet, external_id, version, state, seq, sealed)
            values (${outlet}, ${order.external_id}, 1, 'placed', core.next_number('channels.fake_outlet'), ${sealAnswer(JSON.stringify(order))})
            on conflict do nothing`,
      )
    },
    async giveUp(external_id) {
      return (await move(external_id, ['placed', 'acknowledged'], 'cancelled', { what: 'given up' })) !== 'shipped'
    },
    async look(external_id) {
      return only<Seen>(
        db,
        sql`select state, told from channels.fake_outlet_order where outlet = ${outlet} and external_id = ${external_id}`,
      )
    },
    async stockOf(sku) {
      const found = await one<{ quantity: number }>(
        db,
        sql`select quantity from channels.fake_outlet_stock where outlet = ${outlet} and sku = ${sku}`,
      )
      return found?.quantity
    },
  }

  // Changes the order when it may still be changed so; says how it stands afterwards.
  async function move(
    external_id: string,
    from: string[],
    to: string,
    word: { what: string; number?: string },
  ): Promise<string> {
    await run(
      db,
      sql`update channels.fake_outlet_order set state = ${to}, version = version + 1, seq = core.next_number('channels.fake_outlet'),
            told = told || ${JSON.stringify([word])}::jsonb
          where outlet = ${outlet} and external_id = ${external_id} and state = any (${from})`,
    )
    const now = await one<{ state: string }>(
      db,
      sql`select state from channels.fake_outlet_order where outlet = ${outlet} and external_id = ${external_id}`,
    )
    return now?.state ?? 'unknown'
  }
}

function told({ sealed, state, version }: Row): OutletOrder {
  const order = JSON.parse(unsealAnswer(sealed)) as OutletOrder
  return { ...order, version, state: state === 'cancelled' ? 'cancelled' : 'placed' }
}
