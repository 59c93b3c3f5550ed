/** The till through its screen: scan, member by the QR on her own phone, cash and points, receipt; the living cart by six digits. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { openBalance } from '../../src/loyalty/loyalty.ts'
import { openScreens, type Screens } from './open.ts'

const oats = '4599990000016'
const soy = '4599990000023'
const washer = '4599990000153'

describe('the till', () => {
  let shop: Screens
  let till: Page
  before(async () => {
    shop = await openScreens()
    till = await shop.counter()
    await till.goto('/counter/')
    await till.getByLabel('店舗・拠点').selectOption({ label: '新宿店' })
    await till.getByLabel('スタッフ番号').fill('S-001')
    await till.getByLabel('PIN').fill('246810')
    await till.getByRole('button', { name: '始める' }).click()
    await till.getByText('商品を読み取ると、ここに並びます').waitFor()
  })
  after(() => shop?.close())

  /** A reader types faster than any hand, wherever the focus is. */
  const scan = async (code: string) =>
    till.evaluate((text) => {
      for (const key of [...text, 'Enter'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }, code)
  const reads = async (code: string, line: string) => {
    await scan(code)
    await inSale(line).waitFor()
  }
  /** A line of the sale under way, not of the receipt beside it. */
  const inSale = (line: string) => {
    const fewer = till.getByRole('button', { name: '1つ減らす' })
    return till.getByRole('listitem').filter({ hasText: line, has: fewer })
  }

  it('rings up J1’s basket to the yen and gives change', async () => {
    await reads(oats, 'オーガニックオーツ')
    await reads(soy, '国産大豆の豆乳')
    await reads(washer, '洗濯槽クリーナー')
    await till.getByText('10%対象 ¥330（税¥30）').waitFor()
    await till.getByText('8%対象 ¥1,350（税¥100）').waitFor()
    await till.getByRole('button', { name: '¥2,000' }).click()
    await till.getByText('¥320').waitFor()
    await till.getByRole('button', { name: '会計する' }).click()
    await till.getByText('お会計がすみました').waitFor()
    const receipt = await till.locator('article').innerText()
    for (const words of ['¥1,680', 'お預り（現金） ¥2,000', 'お釣り ¥320']) assert.ok(receipt.includes(words), words)
  })

  it('knows the member by the rotating QR of her phone and takes points and cash together', async () => {
    const member = await shop.member('till-member')
    await transaction(shop.db, system, (tx) =>
      openBalance(tx, system, { profile_id: member.profile_id, amount: 500, source: 'test' }),
    )
    const phone = await shop.shopper(shop.shinjuku, member.token)
    await phone.goto('/card')
    const qr = phone.locator('[data-code]')
    await qr.waitFor()
    await reads(oats, 'オーガニックオーツ')
    await scan((await qr.getAttribute('data-code')) ?? '')
    await till.getByText('500ポイント').waitFor()
    await till.getByRole('button', { name: 'ポイントを使う' }).click()
    await till.getByText('500ポイント使う').waitFor()
    await till.getByRole('button', { name: 'ちょうど' }).click()
    await till.getByRole('button', { name: '会計する' }).click()
    await till.getByText('お会計がすみました').waitFor()
    const receipt = await till.locator('article').innerText()
    assert.match(receipt, /現金\s*¥94/)
    assert.match(receipt, /ポイント\s*¥500/)
  })

  it('takes over the very cart from the customer’s phone by six digits; paid, it is empty there', async () => {
    const member = await shop.member('till-cart')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    await shop.speak(member.token).post('/v1/carts/current/items', { gtin: soy, quantity: 2 })
    await phone.goto('/cart')
    await phone.getByRole('button', { name: 'レジや電話に引き継ぐ' }).click()
    const digits = ((await phone.getByRole('dialog').getByRole('status').innerText()) ?? '').replace(/\D/g, '')
    assert.match(digits, /^\d{6}$/)

    await till.getByRole('link', { name: '次のお会計へ' }).click()
    await till.getByRole('button', { name: '引き継ぎ' }).click()
    for (const digit of digits) await till.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click()
    await till.getByRole('button', { name: '引き継ぐ', exact: true }).click()
    await inSale('国産大豆の豆乳').waitFor()
    await till.getByRole('button', { name: 'カード', exact: true }).click()
    const slip = till.getByRole('dialog')
    for (const digit of '4071') await slip.getByRole('button', { name: digit, exact: true }).click()
    await slip.getByRole('button', { name: '¥1,512 決済ずみ' }).click()
    await till.getByRole('button', { name: '会計する' }).click()
    await till.getByText('お会計がすみました').waitFor()
    assert.match(await till.locator('article').innerText(), /¥1,512/)
    await phone.goto('/cart')
    await phone.getByText('カートは空です').waitFor()
  })
  it('sells a gift card, takes it as money, and tells what is left on it', async () => {
    await till.getByRole('link', { name: 'その他' }).click()
    await till.getByRole('link', { name: 'ギフトカード' }).click()
    await till.getByRole('button', { name: '¥3,000' }).click()
    await till.getByRole('button', { name: '現金で受け取りました' }).click()
    await till.getByText('¥3,000のギフトカードを発行しました').waitFor()
    const number = (await till.locator('[data-number]').innerText()).replace(/\s/g, '')
    assert.match(number, /^[0-9A-HJKMNP-TV-Z]{20}$/)

    await till.getByRole('link', { name: 'レジ', exact: true }).last().click()
    await reads(oats, 'オーガニックオーツ')
    await till.getByRole('button', { name: 'ギフトカード' }).click()
    await till.getByRole('dialog').getByLabel('カードの番号').waitFor()
    await scan(number)
    await till.getByRole('dialog').getByRole('button', { name: '¥594 使う' }).click()
    await till.getByRole('button', { name: '会計する' }).click()
    await till.getByText('お会計がすみました').waitFor()
    assert.match(await till.locator('article').innerText(), /ギフトカード\s*¥594/)

    await till.goto('/counter/gift-cards')
    await till.getByLabel('カードの番号').waitFor()
    await scan(number)
    await till.getByText('¥2,406').waitFor()
  })
})
