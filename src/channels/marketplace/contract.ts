/** What any outlet's adapter must do, as tests: run on the fakes here, on a real adapter against its sandbox. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FakeOutlet } from '#channels/marketplace/fake'
import type { OutletOrder } from '#channels/marketplace/outlet'
import { id } from '#core/id'

/** An order nobody has placed yet. */
export function bought(over: Partial<OutletOrder> = {}): Omit<OutletOrder, 'version' | 'state'> {
  return {
    external_id: `E-${id().slice(-12)}`,
    placed_at: '2026-11-22T03:00:00.000Z',
    buyer: {
      id: `b-${id().slice(-8)}`,
      family_name: '木村',
      phone: '0312345678',
      postal_code: '160-0022',
      prefecture: '東京都',
      city: '新宿区',
      address: '新宿1-2-3',
    },
    lines: [{ sku: 'SKU-1', quantity: 1, unit_yen: 2990 }],
    campaign: null,
    post: null,
    ...over,
  }
}

export function keepsItsWord(name: string, outlet: () => FakeOutlet): void {
  /** Everything told since a cursor, the last word about each order. */
  async function since(cursor: string | null): Promise<{ orders: Map<string, OutletOrder>; cursor: string }> {
    const orders = new Map<string, OutletOrder>()
    let at = cursor
    for (;;) {
      const told = await outlet().orders(at)
      for (const order of told.orders)
        if ((orders.get(order.external_id)?.version ?? 0) <= order.version) orders.set(order.external_id, order)
      if (told.cursor === at) return { orders, cursor: told.cursor }
      at = told.cursor
    }
  }

  describe(`${name} keeps its word`, () => {
    it('tells of an order whole, and of nothing new once it was told', async () => {
      const order = bought()
      await outlet().sell(order)
      const first = await since(null)
      assert.deepEqual(first.orders.get(order.external_id), { ...order, version: 1, state: 'placed' })
      const last = (await since(first.cursor)).orders
      assert.ok([...last.values()].every(({ version }) => version >= 1))
    })

    it('tells again of what has changed, with a greater version', async () => {
      const order = bought()
      await outlet().sell(order)
      const { cursor } = await since(null)
      assert.ok(await outlet().giveUp(order.external_id))
      const told = (await since(cursor)).orders.get(order.external_id)
      assert.deepEqual([told?.state, (told?.version ?? 0) > 1], ['cancelled', true])
    })

    it('hears each word once, however often it is said', async () => {
      const order = bought()
      await outlet().sell(order)
      for (let times = 0; times < 2; times++) assert.equal(await outlet().acknowledge(order.external_id), 'done')
      for (let times = 0; times < 2; times++)
        await outlet().shipped(order.external_id, { number: 'N-1', shipped_at: '2026-11-23T03:00:00.000Z' })
      const { state, told } = await outlet().look(order.external_id)
      assert.deepEqual([state, told.map(({ what }) => what)], ['shipped', ['acknowledged', 'shipped']])
      assert.equal(await outlet().giveUp(order.external_id), false, 'what was sent is not given up')
      assert.equal(await outlet().cancel(order.external_id, 'out_of_stock'), 'shipped')
    })

    it('says when the buyer was faster', async () => {
      const order = bought()
      await outlet().sell(order)
      await outlet().giveUp(order.external_id)
      assert.equal(await outlet().acknowledge(order.external_id), 'cancelled')
      assert.equal(await outlet().cancel(order.external_id, 'refused'), 'done')
    })

    it('keeps the newest number of a SKU, whatever comes late', async () => {
      const sku = `SKU-${id().slice(-8)}`
      await outlet().stock([{ sku, quantity: 5, version: 2 }])
      await outlet().stock([{ sku, quantity: 9, version: 1 }])
      assert.equal(await outlet().stockOf(sku), 5)
      await outlet().stock([{ sku, quantity: 0, version: 3 }])
      assert.equal(await outlet().stockOf(sku), 0)
    })
  })
}
