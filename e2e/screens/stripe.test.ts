/** A card told in Stripe's own fields, before a Stripe of ours: it passes, is declined, its owner is asked by her bank, or she leaves. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type FakeStripe, fakeStripe } from '../../src/channels/payment/stripe-fake.ts'
import { meetStripe } from '../../src/channels/payment/stripe-js-fake.ts'
import { openScreens, type Screens } from './open.ts'

const knit = '4599990000047'
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const good = '4242424242424242'
const bad = '4000000000000002'
const asked = '4000002500003155'

describe('a card told in Stripe’s fields', () => {
  let shop: Screens
  let stripe: FakeStripe
  let product_id: string
  let members = 0
  before(async () => {
    stripe = await fakeStripe()
    shop = await openScreens({
      ENGAWA_PAYMENT: 'stripe',
      STRIPE_SECRET_KEY: 'sk_test_x',
      STRIPE_WEBHOOK_SECRET: 'whsec_x',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
      STRIPE_BASE: stripe.url,
    })
    const hours = Object.fromEntries(days.map((day) => [day, [{ open: '00:00', close: '24:00' }]]))
    const patched = await fetch(`${shop.url}/v1/stores/places/${shop.shinjuku}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${shop.api_key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ hours, pickup_cutoff: '23:59' }),
    })
    assert.equal(patched.status, 200, await patched.text())
    product_id = String((await shop.speak().get(`/v1/catalog/products/ext:${knit}`)).body.product_id)
  })
  after(async () => {
    await shop?.close()
    await stripe?.close()
  })

  const taken = () => [...stripe.intents.values()].reduce((sum, { amount_received }) => sum + amount_received, 0)
  const placing = (page: Page) => page.getByRole('button', { name: 'この内容で注文する' })
  const placed = (page: Page) => page.getByRole('heading', { name: '店舗で商品を集めています' }).waitFor()
  const bank = (page: Page) => page.frameLocator('iframe[title="bank"]')
  const type = (page: Page, number: string) =>
    page.frameLocator('iframe[title="card"]').getByLabel('カード番号').fill(number)

  /** A knit in the cart of somebody new, on the final screen; what her pages asked of Stripe, and what they were refused. */
  async function atCheckout(): Promise<{ page: Page; heard: string[]; refused: string[] }> {
    const { token } = await shop.member(`stripe-${++members}`)
    const page = await shop.shopper(shop.shinjuku, token)
    const heard: string[] = []
    const refused: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).hostname.endsWith('stripe.com')) heard.push(request.url())
    })
    page.on('console', (said) => {
      if (said.text().includes('Content Security Policy')) refused.push(said.text())
    })
    await meetStripe(page, stripe)
    await page.goto(`/products/${product_id}`)
    await page.getByRole('button', { name: /新宿店で.*受け取る/ }).click()
    await page.waitForURL('**/cart')
    assert.deepEqual(heard, [], 'no other page asks Stripe for anything')
    await page.getByRole('link', { name: 'ご注文内容の確認へ' }).click()
    await placing(page).waitFor()
    return { page, heard, refused }
  }

  it('pays with a good card; only the page it is told on may speak to Stripe, and to nobody else', async () => {
    const before = taken()
    const { page, heard, refused } = await atCheckout()
    assert.equal(await placing(page).isDisabled(), true)
    await type(page, good)
    await placing(page).click()
    await placed(page)
    assert.equal(taken() - before, 3990)
    assert.ok(heard.length > 0)
    assert.deepEqual(refused, [])
    for (const path of [
      '/',
      '/cart',
      `/products/${product_id}`,
      '/account',
      '/counter/',
      '/console/',
      '/display/x',
      '/kit/',
    ]) {
      const policy = String((await page.request.get(path)).headers()['content-security-policy'])
      assert.ok(!policy.includes('stripe.com'), `${path}: ${policy}`)
      assert.ok(!/script-src[^;]* 'unsafe-/.test(policy) && /script-src/.test(policy), `${path}: ${policy}`)
    }
  })

  it('says that a declined card was declined and nothing taken, and takes another', async () => {
    const before = taken()
    const { page } = await atCheckout()
    await type(page, bad)
    await placing(page).click()
    await page.getByRole('alert').filter({ hasText: '代金はいただいていません' }).waitFor()
    assert.equal(taken(), before)
    await type(page, good)
    await placing(page).click()
    await placed(page)
    assert.equal(taken() - before, 3990)
  })

  it('lets her bank ask who she is: proven, the order stands; not proven, nothing is taken', async () => {
    const before = taken()
    const { page } = await atCheckout()
    await type(page, asked)
    await placing(page).click()
    await bank(page).getByRole('button', { name: 'やめる' }).click()
    await page.getByRole('alert').filter({ hasText: '代金はいただいていません' }).waitFor()
    assert.equal(taken(), before)
    await type(page, asked)
    await placing(page).click()
    await bank(page).getByRole('button', { name: '本人です' }).click()
    await placed(page)
    assert.equal(taken() - before, 3990)
  })

  it('takes nothing from who leaves while her bank asks; her cart is still hers', async () => {
    const before = taken()
    const { page } = await atCheckout()
    await type(page, asked)
    await placing(page).click()
    await bank(page).getByRole('button', { name: '本人です' }).waitFor()
    await page.goto('/cart')
    await page.getByText('やわらかニット').first().waitFor()
    assert.equal(taken(), before)
    // Ordered again at once, it is not ordered twice.
    await page.getByRole('link', { name: 'ご注文内容の確認へ' }).click()
    await type(page, good)
    await placing(page).click()
    await page.getByRole('alert').filter({ hasText: 'お支払いの確認中' }).waitFor()
    assert.equal(taken(), before)
  })
})
