// The SDK is the API's own description: openapi-fetch over the types generated from openapi.json. Run it:
//   ENGAWA_URL=http://localhost:3000 ENGAWA_API_KEY=ek_… node docs/integrate/client.ts
import { randomUUID } from 'node:crypto'
import createClient from 'openapi-fetch'
import type { paths } from '../../apps/kit/api.gen.ts'

const api = createClient<paths>({
  baseUrl: process.env.ENGAWA_URL ?? 'http://localhost:3000',
  headers: { authorization: `Bearer ${process.env.ENGAWA_API_KEY}` },
})
/** One key for one intention: the same call sent again is not done again. */
const once = () => ({ 'Idempotency-Key': randomUUID() }) as Record<string, string>

const { data: products, error } = await api.GET('/v1/desk/products', { params: { query: { limit: 5 } } })
if (error) throw new Error(JSON.stringify(error))
const variant_id = products.items[0]?.variant_ids[0]
if (!variant_id) throw new Error('there is nothing on show')

const { data: places } = await api.GET('/v1/stores/places', { params: { query: { kind: 'shop', limit: 1 } } })
const place_id = places?.items[0]?.place_id
if (!place_id) throw new Error('there is no shop')

const { data: order, error: refused } = await api.POST('/v1/orders', {
  headers: once(),
  body: { way: 'carry', place_id, lines: [{ variant_id, quantity: 1 }], payments: [{ method: 'cash' }] },
})
// A refusal has a code to decide by and words to show (RFC 9457).
if (refused) throw new Error(JSON.stringify(refused))
console.log(order.number, order.total_yen)
