/** A marketer's day: an offer written as a sentence, looked at, set right by name, let through by a second person, given on EC, and its report. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openSession, putStaff } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { openScreens, type Screens } from './open.ts'

const cookies = '4599990000184'
const coat = '4599990000139'

describe('offers in the office', () => {
  let shop: Screens
  let desk: Page
  let second: Page
  let address: string
  before(async () => {
    shop = await openScreens()
    const token = await transaction(shop.db, system, async (tx) => {
      const hired = { code: 'S-010', display_name: '大西', role: 'marketer' as const, place_ids: [], pin: '246810' }
      const { staff_id } = await putStaff(tx, system, hired)
      return (await openSession(tx, { kind: 'staff', staff_id, place_id: null })).token
    })
    const sale = await shop.speak(shop.staff.clerk.token).post('/v1/orders', {
      way: 'carry',
      payments: [{ method: 'cash' }],
      lines: [{ gtin: cookies, quantity: 3 }],
    })
    assert.equal(sale.status, 201, sale.text)
    desk = await shop.office(shop.staff.admin.token)
    second = await shop.office(token)
  })
  after(() => shop?.close())

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  /** Open a slot of the sentence, fill it, close it. */
  const slot = async (name: string, fill: (sheet: ReturnType<Page['getByRole']>) => Promise<void>) => {
    await desk.getByRole('button', { name: new RegExp(`^${name}: `) }).click()
    const sheet = desk.getByRole('dialog')
    await fill(sheet)
    await sheet.getByRole('button', { name: '決める' }).click()
    await sheet.waitFor({ state: 'detached' })
  }

  it('is written by filling a sentence, while past baskets show what it would cost and whom it leaves out', async () => {
    await desk.goto('/console/offers')
    await desk.getByRole('link', { name: '特典を作る' }).first().click()
    await slot('どうする', async (sheet) => {
      await sheet.getByLabel('特典の種類').selectOption({ label: '値引き（円）' })
      await sheet.getByLabel('金額（円・税込）').fill('500')
    })
    await slot('いくら・いくつ', (sheet) => sheet.getByLabel('お買い上げ額（円以上・税込）').fill('6000'))
    await slot('上限', (sheet) => sheet.getByLabel('予算（円・任意）').fill('500000'))
    await desk.getByText('1 / 1件').waitFor()
    await slot('いくら・いくつ', (sheet) => sheet.getByLabel('お買い上げ額（円以上・税込）').fill('7000'))
    await desk.getByText('金額が足りない').first().waitFor()
    await desk.getByLabel('特典の名前').fill('日本一の500円引き')
    await desk.getByText('「日本一」は、客観的な根拠を示せないと使えません。').waitFor()
    await press(desk, '下書きを保存する')
    await desk.waitForURL(/\/console\/offers\/[0-9a-f-]{36}$/)
    address = new URL(desk.url()).pathname
    await desk.getByText('¥7,000以上').waitFor()
  })

  it('is not let through while a rule is in its way, until somebody sets that aside by name with a reason', async () => {
    await press(desk, '承認を申請する')
    await desk.getByText('触れるおそれがあります').waitFor()
    await press(desk, '理由を記録して進める')
    await desk.getByRole('dialog').getByLabel('理由（名前と一緒に記録されます）').fill('第三者の調査で1位（資料A-12）')
    await desk.getByRole('dialog').getByRole('button', { name: '記録する' }).click()
    await desk.getByText(/S-005が理由を記録/).waitFor()
  })

  it('costs so much that a second person must approve it: neither who wrote it nor who asked', async () => {
    await press(desk, '承認する')
    await desk.getByText('2人目の承認が必要です').waitFor()
    await press(desk, '承認を申請する')
    await desk.getByText('承認待ち', { exact: true }).first().waitFor()
    await press(desk, '承認する')
    await desk.getByText('作った方・申請した方は承認できません').waitFor()
    await second.goto(address)
    await press(second, '承認する')
    await press(second, '公開する')
    await second.getByText('開催中', { exact: true }).first().waitFor()
  })

  it('is given to an order on EC, and its report says where; stopped, it is given no more', async () => {
    const member = await shop.member('gets')
    const buy = () =>
      shop.speak(member.token).post('/v1/orders', {
        way: 'collect',
        place_id: shop.shinjuku,
        payments: [{ method: 'pay_in_shop' }],
        lines: [{ gtin: coat, quantity: 1 }],
      })
    // The engawa looks at the offers anew each second.
    let bought = await buy()
    for (let tries = 0; bought.body.discount_yen !== 500 && tries < 20; tries++) bought = await buy()
    assert.deepEqual([bought.body.discount_yen, bought.body.total_yen], [500, 13_800], bought.text)
    await desk.goto(address)
    const row = desk.getByRole('table', { name: '実績' }).getByRole('row', { name: /新宿店/ })
    assert.match(await row.innerText(), /EC\s+1\s+¥500/)
    await desk.goto('/console/offers?state=running')
    await desk.getByText('¥499,500').waitFor()
    await desk.goto(address)
    await press(desk, '今すぐ停止する')
    await desk.getByText('停止', { exact: true }).first().waitFor()
  })

  it('coupons are issued with their codes once, as a file; one of them works', async () => {
    const admin = shop.speak(shop.staff.admin.token)
    const rule = { goods: {}, conditions: { coupon: true }, effect: { kind: 'yen', yen: 300 } }
    const { offer_id } = (await admin.post('/v1/promotions/offers', { name: 'クーポン300円引き', rule })).body
    for (const state of ['approved', 'live'])
      assert.equal((await admin.put(`/v1/promotions/offers/${offer_id}/state`, { state })).status, 200)
    await desk.goto(`/console/offers/${offer_id}`)
    await press(desk, 'クーポンを発行する')
    const sheet = desk.getByRole('dialog')
    await sheet.getByLabel('枚数（5,000まで）').fill('3')
    await sheet.getByRole('button', { name: 'クーポンを発行する' }).click()
    const saved = desk.waitForEvent('download')
    await sheet.getByRole('button', { name: 'コードをCSVで保存する' }).click()
    const lines = readFileSync(await (await saved).path(), 'utf8')
      .trim()
      .split('\r\n')
    const codes = lines.slice(1).map((line) => line.split(',')[0] as string)
    assert.equal(codes.length, 3)
    for (const code of codes) assert.match(code, /^[2-9A-HJKMNP-Z]{17}$/)
    const found = await admin.post('/v1/promotions/coupon-searches', { code: codes[0] })
    assert.equal(found.body.offer_id, offer_id, found.text)
  })
})
