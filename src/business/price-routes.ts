import { Type } from 'typebox'
import { addPrices, priceList, priceLists, pricesIn, putPriceList } from '#business/prices'
import * as shape from '#business/shapes'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'

const { tags } = shape
const keepers = { audience: ['staff:merchandiser', 'api:business.write'] }
const readers = { audience: ['staff:merchandiser', 'staff:agent', 'api:business.read'] }
const byId = Type.Object({ price_list_id: shape.id })

/** Wholesale price lists: without tax, dated, by quantity. */
export function priceRoutes(app: App): void {
  app.get(
    '/v1/business/price-lists',
    {
      config: readers,
      schema: { tags, summary: 'Wholesale price lists', response: { 200: shape.pageOf(shape.priceList) } },
    },
    (request) => within(request, async (tx) => ({ items: await priceLists(tx), next: null })),
  )
  app.post(
    '/v1/business/price-lists',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Make a price list, or write the one with this external_id',
        body: shape.priceListBody,
        response: { 201: shape.priceList },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        forward(request.body.prices ?? [])
        return putPriceList(tx, request.actor, request.body)
      }),
  )
  app.get(
    '/v1/business/price-lists/:price_list_id/prices',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Its rows, also those to come',
        params: byId,
        response: { 200: shape.pageOf(shape.price) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { price_list_id } = await priceList(tx, request.params.price_list_id)
        return { items: await pricesIn(tx, price_list_id), next: null }
      }),
  )
  app.post(
    '/v1/business/price-lists/:price_list_id/prices',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Add rows; what has begun is followed by a new row, never rewritten',
        params: byId,
        body: Type.Object(
          { prices: Type.Array(shape.priceBody, { minItems: 1, maxItems: 2000 }) },
          { additionalProperties: false },
        ),
        response: { 201: shape.pageOf(shape.price) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { price_list_id } = await priceList(tx, request.params.price_list_id)
        forward(request.body.prices)
        await addPrices(tx, request.actor, price_list_id, request.body.prices)
        return { items: await pricesIn(tx, price_list_id), next: null }
      }),
  )
}

// One row per item, quantity and moment; twice in one body is a mistake somebody should see.
function forward(prices: readonly Type.Static<typeof shape.priceBody>[]): void {
  const seen = new Set<string>()
  for (const [at, { variant_id, from_quantity = 1, valid_from = '' }] of prices.entries()) {
    const key = [variant_id, from_quantity, valid_from && Date.parse(valid_from)].join()
    if (seen.has(key))
      refuse(
        'business.price_twice',
        400,
        '同じ商品・数量・開始日時の価格が重複しています。',
        'A price is given twice.',
        {
          field: `prices.${at}`,
        },
      )
    seen.add(key)
  }
}
