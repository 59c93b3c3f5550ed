/** J9 through the screens: found by her phone number, the very cart she sees is filled and ordered for her. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { system } from '../../src/core/actor.ts'
import { rows, sql, transaction } from '../../src/core/database.ts'
import { openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

const coat = '4599990000139'

describe('J9: one cart, ordered by phone', () => {
  let shop: Screens
  before(async () => {
    shop = await openScreens()
  })
  after(() => shop?.close())

  it('is hers and the agent’s at once, ¥16,460 to the yen, and marked as the agent’s order', async () => {
    const member = await shop.member('j9-screens', '090-1234-5678')
    const her = shop.speak(member.token)
    await her.post('/v1/carts/current/items', { gtin: coat, quantity: 1 })
    const phone = await shop.shopper(shop.shinjuku, member.token)
    await phone.goto('/cart')
    await phone.getByText('ウールコート').first().waitFor()

    const desk = await shop.counter()
    await desk.goto('/counter/customers')
    await atTill(desk).signIn('新宿店', 'S-004', { at: 'お客様をさがす' })
    await atTill(desk).isReadyForTheWorst()
    await desk.getByRole('searchbox').fill('090-1234-5678')
    await desk.getByRole('link').filter({ hasText: '木村' }).click()
    await desk.getByRole('link', { name: 'カートを開いて注文する' }).click()
    await desk.getByRole('listitem').filter({ hasText: 'ウールコート' }).waitFor()
    await desk.getByPlaceholder('商品をさがして加える').fill('クッキー')
    await desk.getByRole('button', { name: 'カートに入れる' }).click()
    await desk.getByText('10%対象 ¥14,300（税¥1,300）').waitFor()
    await desk.getByText('8%対象 ¥2,160（税¥160）').waitFor()
    await desk.getByText('¥16,460').waitFor()
    await desk.getByText('164ポイント付きます').waitFor()
    await phone.reload()
    await phone.getByText('全粒粉クッキー').first().waitFor()

    for (const [label, value] of [
      ['お名前', '木村'],
      ['郵便番号', '154-0001'],
      ['都道府県', '東京都'],
      ['市区町村', '世田谷区'],
      ['町名・番地・建物', '池尻1-1-1'],
      ['電話番号', '090-1234-5678'],
    ] as const)
      await desk.getByLabel(label).fill(value)
    await desk.getByRole('button', { name: 'この内容で注文する' }).click()
    await desk.getByText('ご注文を承りました').waitFor()
    const placed = await transaction(shop.db, system, (tx) =>
      rows(
        tx,
        sql`select channel, total_yen::integer, points_earned::integer, staff_id from orders."order" where profile_id = ${member.profile_id}`,
      ),
    )
    assert.deepEqual(placed, [
      { channel: 'phone', total_yen: 16460, points_earned: 164, staff_id: shop.staff.agent.staff_id },
    ])
    await phone.goto('/cart')
    await phone.getByText('カートは空です').waitFor()
  })
})
