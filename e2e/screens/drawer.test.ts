/** A clerk's day at the drawer, through its screen: opened, one sale, X without what should be there, counted blind, Z. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

const oats = '4599990000016'

describe('the drawer of a till', () => {
  let shop: Screens
  let page: Page
  before(async () => {
    shop = await openScreens()
    page = await shop.counter()
    await page.goto('/counter/')
    await atTill(page).signIn('新宿店', 'S-001')
  })
  after(() => shop?.close())

  const paper = () => page.locator('article').innerText()
  const counts = async (pieces: Record<string, string>) => {
    for (const [name, many] of Object.entries(pieces)) await page.getByLabel(`${name}の枚数`).fill(many)
    await page.getByRole('button', { name: '数え終わりました' }).click()
    await page.getByText('あるべき金額').waitFor()
  }

  it('is opened from the sale screen, which says that it is not', async () => {
    await page.getByText('レジを開けていません').click()
    await page.getByLabel('釣銭準備金').fill('30000')
    await page.getByRole('button', { name: 'レジを開ける' }).click()
    await page.getByText('点検（X）').waitFor()
    await page.getByRole('link', { name: 'レジ', exact: true }).first().click()
    await atTill(page).sell(oats, 'オーガニックオーツ')
  })

  it('shows X with the sale in it, and not what should lie in the drawer', async () => {
    await page.getByRole('link', { name: 'その他' }).click()
    await page.getByRole('link', { name: 'レジ点検・精算' }).click()
    await page.getByText('売上　1件').waitFor()
    const x = await paper()
    for (const words of ['¥594', '8%対象', 'うち税 ¥44', '現金', '¥30,000'])
      assert.ok(x.includes(words), `${words}: ${x}`)
    assert.ok(!x.includes('あるべき金額'), x)
  })

  it('is counted blind; too much missing needs the manager, and its Z is number 1', async () => {
    await page.getByRole('button', { name: '精算する' }).click()
    await counts({ '¥10,000': '2' })
    await page.getByText('店長の承認と理由が必要です').waitFor()
    await page.getByRole('button', { name: '数え直す' }).click()
    await counts({ '¥10,000': '3', '¥500': '1', '¥10': '9', '¥1': '3' })
    await page.getByText('−¥1', { exact: true }).waitFor()
    await page.getByRole('button', { name: '精算する' }).last().click()
    await page.getByText('精算（Z）No. 1').waitFor()
    const z = await paper()
    for (const words of ['計数 2回', '−¥1', '¥30,594', '¥30,593']) assert.ok(z.includes(words), `${words}: ${z}`)
  })
})
