import { ensureMonths } from '#activity/activity'
import { once } from '#core/answers'
import type { App } from '#core/app'
import type { Pool } from '#core/database'
import { refuse } from '#core/problem'
import { addCustomers, addEvents, addOrders } from '#integrations/history'
import { Customers, CustomersAnswer, Events, EventsAnswer, Orders, OrdersAnswer } from '#integrations/history-shapes'

const config = { audience: ['staff:admin', 'api:imports'] }
const tags = ['integrations']
const earliest = Date.parse('2000-01-01')

/** History in lists, for who moves from another system by its API instead of by files. */
export function historyRoutes(app: App): void {
  app.post(
    '/v1/integrations/customers',
    {
      config,
      schema: {
        tags,
        summary: 'Bring in up to 500 members of another system with their opening points; who is known stays as she is',
        body: Customers,
        response: { 201: CustomersAnswer },
      },
    },
    async (request, reply) => {
      const { source, customers } = request.body
      await months(
        request.db,
        'customers',
        customers.flatMap(({ registered_at }) => registered_at ?? []),
      )
      return once(request, reply, 201, async (tx) => ({
        items: await addCustomers(tx, request.actor, source, customers),
        next: null,
      }))
    },
  )

  app.post(
    '/v1/integrations/orders',
    {
      config,
      schema: {
        tags,
        summary:
          'Book up to 500 past orders as they were, with their points and timeline; no stock moves, a repeat is known',
        body: Orders,
        response: { 201: OrdersAnswer },
      },
    },
    async (request, reply) => {
      const { source, orders } = request.body
      await months(
        request.db,
        'orders',
        orders.map(({ placed_at }) => placed_at),
      )
      return once(request, reply, 201, async (tx) => ({
        items: await addOrders(tx, request.actor, source, orders),
        next: null,
      }))
    },
  )

  app.post(
    '/v1/integrations/events',
    {
      config,
      schema: {
        tags,
        summary:
          'Write up to 2,000 past events of the collected types; nobody reacts to them, a repeat is written once',
        body: Events,
        response: { 201: EventsAnswer },
      },
    },
    async (request, reply) => {
      const { source, events } = request.body
      await months(
        request.db,
        'events',
        events.map(({ occurred_at }) => occurred_at),
      )
      return once(request, reply, 201, (tx) => addEvents(tx, request.actor, source, events))
    },
  )
}

// Before the first event of a month, or the month's later ones would have to stay in the default partition with it.
async function months(db: Pool, field: string, times: readonly string[]): Promise<void> {
  const early = times.findIndex((time) => Date.parse(time) < earliest)
  if (early >= 0)
    refuse('integrations.too_early', 400, '2000年より前の日時は扱えません。', 'Times before 2000 are not taken.', {
      field: `${field}.${early}`,
    })
  for (const month of new Set(times.map((time) => new Date(time).toISOString().slice(0, 7))))
    await ensureMonths(db, `${month}-01`, `${month}-01`)
}
