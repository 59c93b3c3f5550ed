/** J2 through the screens: two phones want the one shirt, in both orders of arrival and at once; then the counter hands it out. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { system } from '../../src/core/actor.ts'
import { available, count } from '../../src/inventory/inventory.ts'
import { openScreens, type Screens } from './open.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

describe('J2 through the screens', () => {
  let shop: Screens
  let members = 0
  const product = new Map<string, string>()
  before(async () => {
    shop = await openScreens()
    const hours = Object.fromEntries(days.map((day) => [day, [{ open: '00:00', close: '24:00' }]]))
    const patched = await fetch(`${shop.url}/v1/stores/places/${shop.shinjuku}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${shop.api_key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ hours, pickup_cutoff: '23:59' }),
    })
    assert.equal(patched.status, 200, await patched.text())
    for (const gtin of [shirt, knit]) {
      const found = await shop.speak().get(`/v1/catalog/products/ext:${gtin}`)
      product.set(gtin, String(found.body.product_id))
    }
  })
  after(() => shop?.close())
  // What earlier orders reserved is still on the shelf: one more than that is one to be had.
  beforeEach(async () => {
    const at = { place_id: shop.shinjuku, variant_id: shop.variant[shirt] as string }
    const [stock] = await available(shop.db, [at.variant_id], [at.place_id])
    await count(shop.db, system, { ...at, counted: (stock?.reserved ?? 0) + 1 })
  })

  const join = async (): Promise<Page> => {
    const { token } = await shop.member(`screen-${++members}`)
    return shop.shopper(shop.shinjuku, token)
  }
  /** From the product page into the cart, by the one button that names the shop. */
  const wants = async (page: Page, gtin: string) => {
    await page.goto(`/products/${product.get(gtin)}`)
    await page.getByRole('button', { name: /新宿店で.*受け取る/ }).click()
    await page.waitForURL('**/cart')
  }
  const toCheckout = async (page: Page) => {
    await page.getByRole('link', { name: 'ご注文内容の確認へ' }).click()
    await page.getByRole('button', { name: 'この内容で注文する' }).waitFor()
  }
  const order = (page: Page) => page.getByRole('button', { name: 'この内容で注文する' }).click()
  const won = (page: Page) => page.getByRole('heading', { name: '店舗で商品を集めています' }).waitFor()
  const lost = (page: Page) => page.getByRole('alert').filter({ hasText: '代金はいただいていません' }).waitFor()

  it('shows the last piece, the six things the law wants, and the exact yen', async () => {
    const page = await join()
    await page.goto(`/products/${product.get(shirt)}`)
    await page.getByText('残り1点').first().waitFor()
    await wants(page, shirt)
    await toCheckout(page)
    const shown = await page.locator('[data-legal]').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''))
    assert.equal(shown.length, 6)
    assert.ok(shown.every((text) => text.length > 3))
    const text = await page.locator('main').innerText()
    for (const words of ['¥2,990', '10% ¥271', '+29ポイント']) assert.ok(text.includes(words), words)
  })

  it('gives the shirt to the buyer of shirt and knit when she comes first; the other is told and not charged', async () => {
    const first = await join()
    const second = await join()
    await wants(first, shirt)
    await wants(first, knit)
    await wants(second, shirt)
    await Promise.all([toCheckout(first), toCheckout(second)])
    await order(first)
    await won(first)
    assert.ok((await first.locator('main').innerText()).includes('¥6,980'))
    await order(second)
    await lost(second)
    await second.getByRole('link', { name: 'カートに戻る' }).click()
    await second.getByText('在庫なし').waitFor()
  })

  it('gives it to the other when she comes first; the knit stays in the cart and can still be had', async () => {
    const first = await join()
    const second = await join()
    await wants(first, shirt)
    await wants(second, shirt)
    await wants(second, knit)
    await Promise.all([toCheckout(first), toCheckout(second)])
    await order(first)
    await won(first)
    await order(second)
    await lost(second)
    await second.getByRole('link', { name: 'カートに戻る' }).click()
    const line = second.getByRole('listitem').filter({ hasText: '洗いざらし麻シャツ' })
    await line.getByRole('button', { name: '1つ減らす' }).click()
    await line.waitFor({ state: 'detached' })
    await toCheckout(second)
    await order(second)
    await won(second)
    assert.ok((await second.locator('main').innerText()).includes('¥3,990'))
  })

  it('lets exactly one of two win who press at the same moment', async () => {
    const pages = [await join(), await join()]
    await Promise.all(pages.map((page) => wants(page, shirt)))
    await Promise.all(pages.map(toCheckout))
    await Promise.all(pages.map(order))
    const ends = await Promise.all(
      pages.map((page) => Promise.race([won(page).then(() => 'won'), lost(page).then(() => 'lost')])),
    )
    assert.deepEqual(ends.toSorted(), ['lost', 'won'])
  })

  it('is picked and handed out at the counter against the six digits the customer shows', async () => {
    const customer = await join()
    await wants(customer, shirt)
    await toCheckout(customer)
    await order(customer)
    await won(customer)
    const number = /注文番号 (\S+)/.exec(await customer.locator('main').innerText())?.[1] ?? ''

    const till = await shop.counter()
    await till.goto('/counter/queue')
    await till.getByLabel('店舗・拠点').selectOption({ label: '新宿店' })
    await till.getByLabel('スタッフ番号').fill('S-001')
    await till.getByLabel('PIN').fill('246810')
    await till.getByRole('button', { name: '始める' }).click()
    await till.getByRole('button', { name: number.split('-').at(-1) ?? '' }).click()
    await till.getByRole('button', { name: 'そろいました' }).click()

    await customer.getByRole('heading', { name: 'お受け取りいただけます' }).waitFor()
    const code = (/\d{3} \d{3}/.exec(await customer.locator('main').innerText())?.[0] ?? '').replace(' ', '')
    assert.match(code, /^\d{6}$/)

    const digits = till.getByLabel('お客様の受取コード')
    await digits.fill(code === '000000' ? '111111' : '000000')
    await till.getByRole('button', { name: 'お渡ししました' }).click()
    await till.getByRole('alert').filter({ hasText: '受取番号が違います' }).waitFor()
    await digits.fill(code)
    await till.getByRole('button', { name: 'お渡ししました' }).click()
    await customer.getByRole('heading', { name: 'お渡ししました' }).waitFor()
  })
})
