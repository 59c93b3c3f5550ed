import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clock, setClock } from '#core/time'
import { openShop, type Shop } from '../../e2e/api/app.ts'

let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
})
after(async () => {
  setClock()
  await shop.close()
})

type Page = {
  items: { variant_id: string; gtin: string; prices: { yen: number }[]; withdrawn: boolean }[]
  next: string | null
  as_of: string
}
async function page(query = ''): Promise<Page> {
  const answer = await clerk.get(`/v1/catalog/till-goods${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body as unknown as Page
}

test('a till reads everything page by page, each variant once', async () => {
  const seen: string[] = []
  let next: string | null = null
  do {
    const got: Page = await page(`?limit=4${next ? `&after=${next}` : ''}`)
    seen.push(...got.items.map(({ variant_id }) => variant_id))
    next = got.next
  } while (next)
  assert.deepEqual(seen.toSorted(), Object.values(shop.variant).toSorted())
})

test('afterwards only what changed: a price to come, a withdrawal', async () => {
  // Past the overlap of the catalogue that was just written.
  const from = clock.ms() + 600_000
  setClock(() => from)
  const { as_of } = await page()
  assert.deepEqual((await page(`?changed_since=${as_of}`)).items, [])
  const [oats, soy] = [shop.variant['4599990000016'] as string, '4599990000023']
  const admin = shop.as(shop.api_key)
  const priced = await admin.post(`/v1/catalog/variants/${oats}/prices`, {
    yen: 600,
    valid_from: new Date(from + 86_400_000).toISOString(),
  })
  assert.equal(priced.status, 201, priced.text)
  const { items } = await page(`?changed_since=${as_of}`)
  assert.deepEqual(
    items.map(({ variant_id, prices }) => [variant_id, prices.map(({ yen }) => yen)]),
    [[oats, [600, 594]]],
  )
  const soys = (await admin.get('/v1/catalog/products/ext:4599990000023')).body as { product_id: string }
  assert.equal((await admin.post(`/v1/catalog/products/${soys.product_id}/withdrawal`, {})).status, 200)
  const changed = (await page(`?changed_since=${as_of}`)).items.find(({ gtin }) => gtin === soy)
  assert.equal(changed?.withdrawn, true)
})

test('it is no shop window: who does not work here is refused', async () => {
  assert.equal((await shop.as().get('/v1/catalog/till-goods')).status, 401)
})
