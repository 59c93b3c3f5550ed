/**
 * J6 through the screens: three gifts bought without an address; one is opened on another phone, chosen and sent for; the giver
 * sees 受取済. The same three at a counter: by its code on her own phone, and by a clerk who prints the cards.
 */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

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

it('at the counter: three are bought by its code on her phone, three more at the desk, where cards are printed', async () => {
  const clerk = await shop.counter()
  // What a printer would be told, without one.
  await clerk.addInitScript(() =>
    Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) }),
  )
  await clerk.goto('/counter/')
  const till = atTill(clerk)
  await till.signIn('新宿店', 'S-001')
  await clerk.getByRole('link', { name: 'ギフト' }).click()
  await clerk.getByText('まだありません').waitFor()

  const { token } = await shop.member('counter-giver')
  const giver = await shop.shopper(shop.setagaya, token)
  const printed = await shop.speak(shop.staff.clerk.token).get(`/v1/stores/places/${shop.shinjuku}/gift-counter`)
  const { code } = printed.body as { code: string }
  const variant = await shop.speak().get(`/v1/catalog/variants?gtin=${jan}`)
  const [{ variant_id = '' } = {}] = variant.body.items as { variant_id: string }[]
  await giver.goto(`/gift-counter/${code}#${variant_id}*3`)
  await giver.getByText('新宿店').first().waitFor()
  await giver.getByRole('button', { name: '選んでいただいた商品を贈る（3点）' }).click()
  await giver.waitForURL('**/checkout?way=gift')
  await giver.getByText('新宿店でのお買い上げになります').waitFor()
  await giver.getByLabel('メッセージ').first().fill('旅先から')
  const bought = await giver.locator('main').innerText()
  for (const words of ['¥16,200', '¥1,200', '+162ポイント']) assert.ok(bought.includes(words), words)
  await giver.getByRole('button', { name: 'この内容で注文する' }).click()
  await giver.getByRole('heading', { name: 'ギフトのリンクを送れます' }).waitFor()
  // The clerk sees it paid, and by which way it came.
  const row = clerk.getByRole('link').filter({ hasText: 'カウンターQR' })
  await row.filter({ hasText: 'お支払い済' }).filter({ hasText: '¥16,200' }).waitFor()

  for (let n = 0; n < 3; n++) await till.scan(jan)
  await clerk.getByText('3枚目').waitFor()
  await clerk.getByRole('button', { name: '内祝' }).click()
  await clerk.getByLabel('贈り主のお名前（任意）').fill('みどり')
  await clerk.getByText('（税¥1,200）').first().waitFor()
  await clerk.getByRole('button', { name: 'ちょうど' }).click()
  await clerk.getByRole('button', { name: '会計する' }).click()
  await clerk.getByText('ギフト 3個のお支払いがすみました').waitFor()
  await clerk.getByRole('button', { name: 'カードを印刷（3枚）' }).click()
  const cards = clerk.getByRole('img', { name: 'ギフトを開くQRコード' })
  await cards.nth(2).waitFor()
  const sheet = await clerk.locator('[data-print-sheet]').innerText()
  assert.ok(sheet.includes('みどりさんより') && sheet.includes('内祝の品') && !/¥|5,400/.test(sheet), sheet)
  await clerk.waitForFunction(() => (window as unknown as { printed: number }).printed === 1)
  await clerk.getByText('印刷 1回').nth(2).waitFor()
  await clerk.getByRole('button', { name: 'お客様のスマートフォンへ' }).click()
  await clerk.getByRole('img', { name: 'ギフトのリンクを開くQRコード' }).waitFor()

  const key = shop.speak(shop.api_key)
  const sold = await key.get(`/v1/orders?newest=true&way=gift&place_id=${shop.shinjuku}&channel=till`)
  const [order] = sold.body.items as { order_id: string; total_yen: number; tax_yen: number }[]
  assert.deepEqual([order?.total_yen, order?.tax_yen], [16_200, 1_200])
  const again = await shop
    .speak(shop.staff.clerk.token)
    .post(`/v1/orders/${order?.order_id}/gift-hand-overs`, { as: 'link' })
  const tokens = (again.body.items as { token: string }[]).map((each) => each.token)
  const hers = await shop.shopper(shop.shinjuku)
  await hers.goto(`/gift-links#${tokens.join('.')}`)
  await hers.getByRole('link', { name: 'LINEで送る' }).nth(2).waitFor()
})
