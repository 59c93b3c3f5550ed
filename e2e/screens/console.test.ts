/** A day in the office through the screens: find anything, list and file, an order and its end, one customer out of two, a price, a shop, a setting. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'

const cookies = '4599990000184'
const coat = '4599990000139'

describe('the office', () => {
  let shop: Screens
  let desk: Page
  let sold: { order_id: string; number: string }
  before(async () => {
    shop = await openScreens()
    const sale = await shop.speak(shop.staff.clerk.token).post('/v1/orders', {
      way: 'carry',
      payments: [{ method: 'cash' }],
      lines: [{ gtin: cookies, quantity: 2 }],
    })
    assert.equal(sale.status, 201, sale.text)
    sold = sale.body as unknown as typeof sold
    desk = await shop.office(shop.staff.admin.token)
    await desk.goto('/console/orders')
  })
  after(() => shop?.close())

  const go = async (path: string) => {
    await desk.goto(`/console${path}`)
  }
  const heading = (name: string) => desk.getByRole('heading', { name }).first()

  it('shows only the work that is the role’s own', async () => {
    await desk.getByRole('link', { name: '設定' }).waitFor()
    const clerk = await shop.office(shop.staff.clerk.token)
    await clerk.goto('/console/')
    await clerk.getByRole('link', { name: '注文' }).first().waitFor()
    for (const other of ['設定', '連携', '分析'])
      assert.equal(await clerk.getByRole('link', { name: other, exact: true }).count(), 0, other)
    await clerk.context().close()
  })

  it('⌘K finds screens, goods, orders and people, and no name is ever in an address', async () => {
    await shop.member('finder')
    const find = async (words: string, line: string) => {
      await desk.keyboard.press('Control+k')
      await desk.getByRole('dialog').getByRole('combobox').fill(words)
      await desk.getByRole('option', { name: line }).first().waitFor()
      await desk.getByRole('option', { name: line }).first().click()
    }
    await find('店舗', '店舗・拠点')
    await desk.waitForURL('**/console/places')
    await find(sold.number, sold.number)
    await desk.waitForURL(`**/console/orders/${sold.order_id}`)
    await find('ウールコート', 'ウールコート')
    await desk.waitForURL('**/console/products/*')
    await find('木村', '木村 finder')
    await desk.waitForURL('**/console/customers/*')
    assert.ok(!decodeURIComponent(desk.url()).includes('木村'))
  })

  it('a list keeps its filters in the address, its views on the device, and its rows under the arrows', async () => {
    await go('/orders?state=done')
    await desk.getByRole('link', { name: sold.number }).waitFor()
    await desk.getByRole('button', { name: 'この表示を保存' }).click()
    await desk.getByLabel('ビューの名前').fill('終わった注文')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByRole('button', { name: 'すべて', exact: true }).click()
    await desk.waitForURL((url) => !url.search)
    await desk.getByRole('button', { name: '終わった注文' }).click()
    await desk.waitForURL('**/orders?state=done')
    await desk.getByRole('link', { name: sold.number }).focus()
    await desk.keyboard.press('ArrowUp')
    await desk.keyboard.press('Enter')
    await desk.waitForURL(`**/console/orders/${sold.order_id}`)
    await heading('明細').waitFor()
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

  it('an order is cancelled with a reason, and goods that were sold are taken back to the yen', async () => {
    const member = await shop.member('cancels')
    const placed = await shop.speak(member.token).post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      payments: [{ method: 'card', token: 'tok_visa' }],
      lines: [{ gtin: coat, quantity: 1 }],
    })
    assert.equal(placed.status, 201, placed.text)
    await go(`/orders/${placed.body.order_id}`)
    await desk.getByRole('button', { name: '注文を取り消す' }).click()
    await desk.getByLabel('理由').fill('お客様のご希望')
    await desk.getByRole('dialog').getByRole('button', { name: '注文を取り消す' }).click()
    await desk.getByText('取り消し', { exact: true }).first().waitFor()
    await go(`/orders/${sold.order_id}`)
    await desk.getByRole('button', { name: '返品を受ける' }).click()
    await desk.getByRole('button', { name: '1つ増やす' }).click()
    await desk.getByRole('button', { name: '¥2,160を返金する' }).click()
    await desk.getByText('返金は¥2,160です').waitFor()
  })

  it('two records become one with a reason, and two again; who looked is on record', async () => {
    const [keep, join] = [await shop.member('keep'), await shop.member('join')]
    await go(`/customers/${keep.customer_id}`)
    await desk.getByRole('button', { name: '同じ方としてまとめる・分ける' }).click()
    await desk.getByLabel('まとめるお客様をさがす').fill('木村')
    await desk.getByRole('listitem').filter({ hasText: '木村 join' }).getByRole('button', { name: '選ぶ' }).click()
    await desk.getByLabel('まとめる理由').fill('お電話でご本人に確認')
    await desk.getByRole('button', { name: '木村 joinさまとまとめる' }).click()
    await desk.getByText('つながっている記録 2件').waitFor()
    await desk.getByRole('button', { name: '同じ方としてまとめる・分ける' }).click()
    await desk.getByText('お電話でご本人に確認').waitFor()
    await desk.getByRole('button', { name: '元に戻す' }).click()
    await desk.getByText('つながっている記録 1件').waitFor()
    await desk.getByRole('button', { name: '閲覧の記録' }).click()
    await desk.getByText('360°を開いた').first().waitFor()
    assert.ok(join.profile_id)
  })

  it('a price, a shop’s hours and a setting are decided, and stay as they were decided', async () => {
    await go('/products?q=ウールコート')
    await desk.getByRole('link', { name: 'ウールコート' }).click()
    await desk.getByRole('button', { name: '価格を決める' }).click()
    await desk.getByLabel('新しい価格').fill('15400')
    await desk.getByRole('dialog').getByRole('button', { name: '価格を決める' }).click()
    await desk.getByText('¥15,400').first().waitFor()
    await go(`/places/${shop.shinjuku}`)
    await desk.getByLabel('月 営業する').check()
    await desk.getByLabel('月 開店').fill('09:30')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('保存しました').waitFor()
    const place = (await shop.speak().get(`/v1/stores/places/${shop.shinjuku}`)).body
    assert.deepEqual((place.hours as { mon: unknown }).mon, [{ open: '09:30', close: '20:00' }])
    await go('/settings/orders.cash_on_delivery')
    await desk.getByRole('checkbox').check()
    await desk.getByRole('button', { name: '決める' }).click()
    await desk.getByText('いいえ → はい').waitFor()
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
      'customers products stock transfers deliveries categories orders tasks maturity sign-ups shrinkage places staff api-keys webhooks sendings imports settings health'
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
