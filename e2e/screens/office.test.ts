/** A day at a desk in the office: anything found, views kept, an order and its end, two records that are one person, a product, and what 今 counts. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'

const cookies = '4599990000184'
const coat = '4599990000139'

describe('the desk', () => {
  let shop: Screens
  let desk: Page
  let sold: { order_id: string; number: string; business_date: string }
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

  const go = (path: string) => desk.goto(`/console${path}`)

  it('⌘K finds screens, orders, goods and people, and no name is ever in an address', async () => {
    await shop.member('finder', '090-1111-2222')
    const find = async (words: string, line: string) => {
      await desk.keyboard.press('Control+k')
      await desk.getByRole('dialog').getByRole('combobox').fill(words)
      await desk.getByRole('option', { name: line }).first().click()
    }
    await desk.getByRole('link', { name: sold.number }).waitFor()
    await find('店舗', '店舗・拠点')
    await desk.waitForURL('**/console/places')
    await find(sold.number, sold.number)
    await desk.waitForURL(`**/console/orders/${sold.order_id}`)
    await find('ウールコート', 'ウールコート')
    await desk.waitForURL('**/console/products/*')
    // Whoever looks over her shoulder reads no more than a name said aloud.
    await find('09011112222', '木村 f•')
    await desk.waitForURL('**/console/customers/*')
    assert.ok(!decodeURIComponent(desk.url()).includes('木村'))
  })

  it('a figure of the points opens its lots, a lot its journals, and a wrong grant is reversed there by a journal', async () => {
    const { profile_id } = await shop.member('grants')
    const grant = { amount: 777, source: 'old', expires_at: '2099-03-31T15:00:00Z' }
    const opened = await shop.speak(shop.api_key).post(`/v1/loyalty/profiles/${profile_id}/opening`, grant)
    assert.equal(opened.status, 201, opened.text)
    await go('/points')
    await desk.getByRole('link', { name: '使える' }).click()
    await desk.waitForURL('**/console/lots?unit=points&state=available')
    await desk.getByRole('link', { name: '2099-03-31' }).click()
    await desk.getByRole('row', { name: /移行残高.*\+777.*一致（0）/ }).waitFor()
    await desk.locator('[data-row]').first().click()
    await desk.getByRole('button', { name: '取り消しの記帳をする' }).click()
    await desk.getByRole('row', { name: /訂正.*−777.*一致（0）/ }).waitFor()
    await go('/expiries?by=day&from=2099-03-31')
    await desk.getByText('該当するものはありません').waitFor()
  })

  it('a list keeps its filters in the address, its views on the device, and its rows under the arrows', async () => {
    await go('/orders?state=done')
    await desk.getByRole('link', { name: sold.number }).waitFor()
    await desk.getByRole('button', { name: 'この表示を保存' }).click()
    await desk.getByLabel('ビューの名前').fill('終わった注文')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByRole('button', { name: 'すべて', exact: true }).click()
    await desk.waitForURL((url) => !url.search)
    await desk.getByRole('button', { name: '終わった注文', exact: true }).click()
    await desk.waitForURL('**/orders?state=done')
    await desk.getByRole('link', { name: sold.number }).focus()
    await desk.keyboard.press('Enter')
    await desk.waitForURL(`**/console/orders/${sold.order_id}`)
    await desk.getByRole('heading', { name: '明細' }).first().waitFor()
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
    await desk.getByRole('dialog').getByRole('button', { name: '注文を取り消す' }).click()
    await desk.getByText('取り消し', { exact: true }).first().waitFor()
    await go(`/orders/${sold.order_id}`)
    await desk.getByRole('button', { name: '返品を受ける' }).click()
    await desk.getByRole('button', { name: '1つ増やす' }).click()
    await desk.getByRole('button', { name: '¥2,160を返金する' }).click()
    await desk.getByText('返金は¥2,160です').waitFor()
  })

  it('two records become one with a reason, and two again; who looked is on record', async () => {
    const keep = await shop.member('keep')
    await shop.member('join', '090-3333-4444')
    await go(`/customers/${keep.customer_id}`)
    await desk.getByRole('button', { name: '同じ方としてまとめる・分ける' }).click()
    await desk.getByLabel('まとめるお客様をさがす').fill('09033334444')
    await desk.getByRole('listitem').filter({ hasText: '木村 j•' }).getByRole('button', { name: '選ぶ' }).click()
    await desk.getByLabel('まとめる理由').fill('お電話でご本人に確認')
    await desk.getByRole('button', { name: '木村 j•さまとまとめる' }).click()
    await desk.getByText('つながっている記録 2件').waitFor()
    await desk.getByRole('button', { name: '同じ方としてまとめる・分ける' }).click()
    await desk.getByText('お電話でご本人に確認').waitFor()
    await desk.getByRole('button', { name: '元に戻す' }).first().click()
    await desk.getByText('つながっている記録 1件').waitFor()
    await desk.getByRole('button', { name: '閲覧の記録' }).click()
    await desk.getByText('360°を開いた').first().waitFor()
  })

  it('a product is written anew in two languages, and read so by everyone', async () => {
    await go(`/products?q=${encodeURIComponent('ウールコート')}`)
    await desk.getByRole('link', { name: 'ウールコート' }).click()
    await desk.getByRole('link', { name: '商品を直す' }).click()
    await desk.getByLabel('品名', { exact: true }).fill('ウールのロングコート')
    await desk.getByLabel('英語の品名').fill('Long wool coat')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('保存しました').waitFor()
    await desk.waitForURL(/\/console\/products\/[^/]+$/)
    const found = await shop.speak().get(`/v1/desk/products?q=${encodeURIComponent('ロングコート')}`)
    const [product] = found.body.items as { name: string; name_en: string }[]
    assert.deepEqual([product?.name, product?.name_en], ['ウールのロングコート', 'Long wool coat'])
  })

  it('今 counts the whole day, and each of its numbers opens exactly the orders it counts', async () => {
    await go('/')
    const strip = desk.locator('dl').first()
    const orders = strip.locator('div', { has: desk.locator('dt', { hasText: /^注文$/ }) }).getByRole('link')
    await orders.waitFor()
    const day = (await shop.speak(shop.staff.admin.token).get('/v1/orders/day-sums')).body
    assert.equal(await orders.innerText(), String(day.orders))
    await orders.click()
    await desk.waitForURL((url) => url.searchParams.get('day') === day.business_date)
    await desk.getByRole('link', { name: sold.number }).waitFor()
    // One that was cancelled is no order of the day.
    assert.equal(await desk.getByRole('row').count(), Number(day.orders) + 1)
  })

  it('a house on the plan opens what its number counts: what is late there, else what happened there just now', async () => {
    await go('/')
    await desk
      .getByRole('link', { name: /^新宿店/ })
      .first()
      .focus()
    await desk.keyboard.press('Enter')
    await desk.waitForURL((url) => url.searchParams.get('at') === shop.shinjuku)
    await desk.getByRole('heading', { name: /^新宿店/ }).waitFor()
    await desk.getByRole('link', { name: '街ぜんたい' }).click()
    await desk.waitForURL((url) => !url.search)
  })
})
