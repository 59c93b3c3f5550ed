/** J6 through the screens: three gifts bought without an address; one is opened on another phone, chosen and sent for; the giver sees 受取済. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { openScreens, type Screens } from './open.ts'

const jan = '4599990000818'
let shop: Screens
let product_id = ''
before(async () => {
  shop = await openScreens()
  await transaction(shop.db, system, async (tx) => {
    const prices = [{ yen: 5400, valid_from: '2026-01-01T00:00:00Z' }]
    const { rows } = await putProducts(tx, system, [
      {
        external_id: jan,
        name: '焼き菓子詰め合わせ',
        tax_category: 'food',
        variants: [
          { gtin: jan, options: { 箱: '桜' }, prices },
          { options: { 箱: '若葉' }, prices },
        ],
        published_at: '2026-01-01T00:00:00Z',
      },
    ])
    for (const variant_id of rows[0]?.variant_ids ?? [])
      await receive(tx, system, {
        place_id: shop.warehouse,
        variant_id,
        quantity: 10,
        kind: 'opening',
        source_kind: 'test',
        source_id: variant_id,
      })
  })
  product_id = String((await shop.speak().get(`/v1/catalog/products/ext:${jan}`)).body.product_id)
})
after(() => shop?.close())

it('a gift is bought without an address, and received by a link that tells the giver nothing', async () => {
  const { token } = await shop.member('gift-giver')
  const giver = await shop.shopper(shop.shinjuku, token)
  await giver.goto(`/products/${product_id}`)
  await giver.getByRole('button', { name: 'eGiftで贈る' }).click()
  await giver.waitForURL('**/checkout?way=gift*')
  await giver.goto('/cart')
  for (const total of ['¥10,800', '¥16,200']) {
    await giver.getByRole('button', { name: '1つ増やす' }).click()
    await giver.getByText(total).first().waitFor()
  }
  await giver.getByRole('link', { name: 'カートの商品をeGiftで贈る' }).click()
  await giver.getByLabel('あなたのお名前').fill('みどり')
  assert.equal(await giver.getByLabel('メッセージ').count(), 3)
  await giver.getByLabel('メッセージ').first().fill('お誕生日おめでとう')
  await giver.getByLabel('色・サイズをお相手に選んでもらう').first().check()
  const bought = await giver.locator('main').innerText()
  for (const words of ['¥16,200', '¥1,200', '+162ポイント']) assert.ok(bought.includes(words), words)
  await giver.getByRole('button', { name: 'この内容で注文する' }).click()
  await giver.getByRole('heading', { name: 'ギフトのリンクを送れます' }).waitFor()
  assert.equal(await giver.getByText('まだ受け取られていません').count(), 3)

  const gifts = (await shop.speak(token).get('/v1/gifts')).body.items as { seq: number; token: string }[]
  const link = `/gift#${gifts.find(({ seq }) => seq === 1)?.token}`
  const recipient = await shop.shopper(shop.shinjuku)
  await recipient.goto(link)
  await recipient.getByText('みどりさんからのギフトです').waitFor()
  await recipient.getByText('お誕生日おめでとう').waitFor()
  assert.ok(!(await recipient.locator('main').innerText()).includes('5,400'))
  await recipient.getByLabel('若葉').check()
  for (const [label, text] of [
    ['姓', '受取'],
    ['郵便番号', '0600001'],
    ['都道府県', '北海道'],
    ['市区町村', '札幌市中央区'],
    ['町名・番地', '北一条西9-9-9'],
    ['電話番号', '09087654321'],
  ] as const)
    await recipient.getByLabel(label, { exact: true }).fill(text)
  await recipient.getByRole('button', { name: 'この内容で受け取る' }).click()
  await recipient.getByText('受け取りの手続きが済みました').waitFor()
  await recipient.getByRole('link', { name: 'お届けの状況を見る' }).click()
  await recipient.getByRole('heading', { name: 'ご注文を受け付けました' }).waitFor()
  assert.ok(!(await recipient.locator('main').innerText()).includes('¥'), 'no price on what was given')

  const stranger = await shop.shopper(shop.shinjuku)
  await stranger.goto(link)
  await stranger.getByText('このギフトは受取済です').waitFor()

  await giver.reload()
  await giver.getByText('受取済').waitFor()
  assert.equal(await giver.getByText('まだ受け取られていません').count(), 2)
  assert.ok(!/北一条|受取様|若葉/.test(await giver.locator('main').innerText()))
})
