/** The office through its screens: each role its own work, a file of a list, the ladder, the lights of 今, every screen in English. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'

const cookies = '4599990000184'

describe('the office', () => {
  let shop: Screens
  let desk: Page
  before(async () => {
    shop = await openScreens()
    const sale = await shop.speak(shop.staff.clerk.token).post('/v1/orders', {
      way: 'carry',
      payments: [{ method: 'cash' }],
      lines: [{ gtin: cookies, quantity: 2 }],
    })
    assert.equal(sale.status, 201, sale.text)
    desk = await shop.office(shop.staff.admin.token)
    await desk.goto('/console/orders')
  })
  after(() => shop?.close())

  const go = async (path: string) => {
    await desk.goto(`/console${path}`)
  }

  it('shows only the work that is the role’s own', async () => {
    await desk.getByRole('link', { name: '設定' }).waitFor()
    const clerk = await shop.office(shop.staff.clerk.token)
    await clerk.goto('/console/')
    await clerk.getByRole('link', { name: '注文' }).first().waitFor()
    for (const other of ['設定', '連携', '分析'])
      assert.equal(await clerk.getByRole('link', { name: other, exact: true }).count(), 0, other)
    await clerk.context().close()
  })

  it('a file of a list holds what is shown, and nothing a spreadsheet would run', async () => {
    const made = await shop.speak(shop.staff.admin.token).post('/v1/catalog/products', {
      name: '=HYPERLINK("http://x","y")',
      variants: [{ gtin: null, prices: [{ yen: 100 }] }],
      published_at: '2026-01-01T00:00:00Z',
    })
    assert.equal(made.status, 201, made.text)
    await go('/products')
    await desk.getByText('=HYPERLINK').waitFor()
    const waiting = desk.waitForEvent('download')
    await desk.getByRole('button', { name: 'CSV' }).click()
    const text = await readFile(await (await waiting).path(), 'utf8')
    assert.ok(text.startsWith('\uFEFF商品,'), text.slice(0, 40))
    assert.ok(text.includes(`"'=HYPERLINK(""http://x"",""y"")"`), text)
    assert.ok(!/(^|,)"?[=+@-]/m.test(text), text)
  })

  it('the ladder says on which rung we stand, by queries it states', async () => {
    await go('/maturity')
    await desk.getByText('売上のある経路の数').first().waitFor()
    await desk.getByText('÷ 買った人').first().waitFor()
  })

  it('今 lights up when something is sold, and the line opens it', async () => {
    await go('/')
    await desk.getByText('ライブ', { exact: true }).waitFor()
    const sale = await shop.speak(shop.staff.clerk.token).post('/v1/orders', {
      way: 'carry',
      payments: [{ method: 'cash' }],
      lines: [{ gtin: cookies, quantity: 1 }],
    })
    await desk.locator('canvas:not([data-lights="0"])').waitFor()
    await desk
      .locator('aside')
      .getByRole('link', { name: /お買い上げ/ })
      .first()
      .click()
    await desk.waitForURL(`**/console/orders/${sale.body.order_id}`)
  })

  it('every screen is whole in English and leaves the page as wide as it is', async () => {
    const english = await shop.office(shop.staff.admin.token)
    await english.context().addCookies([{ name: 'engawa_lang', value: 'en', url: shop.url }])
    const pages =
      'customers products stock transfers deliveries categories orders tasks maturity sign-ups shrinkage points expiries lots ledger places staff api-keys webhooks sendings imports settings health'
    for (const page of pages.split(' ')) {
      await english.goto(`/console/${page}`)
      await english.getByRole('heading', { level: 1 }).waitFor()
      const title = await english.getByRole('heading', { level: 1 }).innerText()
      assert.match(title, /^[\x20-\x7e]+$/, page)
      const wide = await english.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(wide <= 0, `${page} is ${wide} px too wide`)
    }
  })
})
