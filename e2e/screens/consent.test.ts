/** Whether her views are recorded is hers to say: nothing before, nothing after a no, exact events after a yes, and they are hers once she signs in. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { seedPurposes } from '../../src/consent/consent.ts'
import { system } from '../../src/core/actor.ts'
import { rows, sql, transaction } from '../../src/core/database.ts'
import { openScreens, type Screens } from './open.ts'

const shirt = '4599990000030'
const told_at = '/v1/collection/browsing'

suite('the question about browsing records', () => {
  let shop: Screens
  let product: string
  before(async () => {
    shop = await openScreens()
    await transaction(shop.db, system, seedPurposes)
    const { items } = (await shop.speak().get('/v1/desk/products?limit=60')).body as {
      items: { product_id: string; variant_ids: string[] }[]
    }
    const found = items.find(({ variant_ids }) => variant_ids.includes(shop.variant[shirt] as string))
    product = `/products/${found?.product_id}`
  })
  after(() => shop.close())

  /** How often a page told of something, and whether it spoke to anybody else. */
  function listen(page: Page) {
    const heard = { told: 0, strange: [] as string[] }
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url())
      if (request.url().startsWith('http') && origin !== new URL(shop.url).origin) heard.strange.push(origin)
      if (pathname === told_at) heard.told++
    })
    return heard
  }
  const cookie = async (page: Page, name: string) =>
    (await page.context().cookies()).find((each) => each.name === name)?.value
  const answered = (page: Page) => page.waitForResponse((response) => new URL(response.url()).pathname === told_at)
  type Event = { profile_id: string; customer_id: string; type: string; payload: Record<string, unknown> }
  const events = (): Promise<Event[]> =>
    transaction(shop.db, system, (tx) =>
      rows<Event>(
        tx,
        sql`select e.profile_id, p.customer_id, e.type, e.payload from activity.event e join customers.profile p using (profile_id)
            where e.source like 'collection:%' order by e.occurred_at`,
      ),
    )

  test('before she answers nothing is sent; after a no neither, and nobody is made of her', async () => {
    const page = await shop.stranger(shop.shinjuku)
    const heard = listen(page)
    await page.goto(product)
    await page.getByRole('button', { name: 'すべて断る' }).click()
    await page.getByRole('button', { name: 'すべて断る' }).waitFor({ state: 'detached' })
    for (const path of [product, '/search?q=シャツ', '/cart']) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      // Longer than an event waits before it goes.
      await page.waitForTimeout(1_500)
    }
    assert.deepEqual(heard, { told: 0, strange: [] })
    assert.equal(await cookie(page, 'engawa_consent'), 'p0a0')
    assert.equal(await cookie(page, 'engawa_browser'), undefined)
    assert.equal(await cookie(page, 'engawa_member'), undefined)
    assert.deepEqual(await events(), [])
  })

  test('after a yes her views arrive with their fields; they become hers who signs in, and no one else’s; a no ends it at once', async () => {
    const page = await shop.stranger(shop.shinjuku)
    await page.goto(product)
    await page.getByRole('button', { name: 'すべて許可する' }).click()
    await page.getByRole('button', { name: 'すべて許可する' }).waitFor({ state: 'detached' })
    const viewed = answered(page)
    await page.goto(product)
    await viewed
    const [first] = await events()
    const { product_ref, ...fields } = (first as Event).payload
    assert.equal(product, `/products/${product_ref}`)
    assert.deepEqual(fields, { sku: shirt, price: 2990, currency: 'JPY' })
    const first_of_all = first?.profile_id
    const [one, two] = [await shop.member('told'), await shop.member('second')]
    const signIn = async (value: string) => {
      await page.context().addCookies([{ name: 'engawa_member', value, url: shop.url }])
      const again = answered(page)
      await page.goto(product)
      await again
      return (await events()).at(-1)
    }
    assert.equal((await signIn(one.token))?.profile_id, one.profile_id)
    assert.equal((await events()).find(({ profile_id }) => profile_id === first_of_all)?.customer_id, one.customer_id)
    assert.equal((await signIn(two.token))?.profile_id, two.profile_id)
    assert.equal((await events()).find(({ profile_id }) => profile_id === first_of_all)?.customer_id, one.customer_id)
    await page.getByRole('button', { name: '閲覧の記録とCookieの設定' }).click()
    await page.getByRole('button', { name: 'すべて断る' }).click()
    await page.getByRole('button', { name: 'すべて断る' }).waitFor({ state: 'detached' })
    const heard = listen(page)
    await page.goto(product)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1_500)
    assert.equal(heard.told, 0)
    assert.equal(await cookie(page, 'engawa_browser'), undefined)
    const said = await shop.speak(two.token).get('/v1/consent/current')
    const standing = (said.body.items as { purpose: string; granted: boolean }[]).map((each) => [
      each.purpose,
      each.granted,
    ])
    assert.deepEqual(standing.sort(), [
      ['ads', false],
      ['personalise', false],
    ])
  })

  test('Global Privacy Control is a no to advertising and third parties, whatever is pressed', async () => {
    const page = await shop.stranger(shop.shinjuku)
    await page.context().setExtraHTTPHeaders({ 'Sec-GPC': '1' })
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
    await page.goto(product)
    await page.getByRole('button', { name: 'すべて許可する' }).click()
    await page.getByRole('button', { name: 'すべて許可する' }).waitFor({ state: 'detached' })
    assert.equal(await cookie(page, 'engawa_consent'), 'p1a0')
    const viewed = answered(page)
    await page.goto(product)
    await viewed
    assert.deepEqual((await events()).at(-1)?.payload.refused, ['ads'])
    const said = await transaction(shop.db, system, (tx) =>
      rows<{ granted: boolean }>(
        tx,
        sql`select granted from consent.current where purpose = 'ads' order by decided_at desc limit 1`,
      ),
    )
    assert.deepEqual(said, [{ granted: false }])
  })
})
