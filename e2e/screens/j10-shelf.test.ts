/** J10 through the screens: a guest scans the shelf, tells her receipt, joins and has her points; the serial brings fifty more; told twice it is refused. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { putProducts } from '../../src/catalog/catalog.ts'
import { inbox } from '../../src/channels/email/fake.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { openScreens, type Screens } from './open.ts'

const jan = '4599990000146'
let shop: Screens
let code = ''
let serial = ''
before(async () => {
  shop = await openScreens()
  const variant_id = await transaction(shop.db, system, async (tx) => {
    const { rows } = await putProducts(tx, system, [
      {
        external_id: jan,
        name: '手焼きせんべい',
        tax_category: 'food',
        variants: [{ gtin: jan, prices: [{ yen: 1296, valid_from: '2026-01-01T00:00:00Z' }] }],
        published_at: '2026-01-01T00:00:00Z',
      },
    ])
    return rows[0]?.variant_ids[0] as string
  })
  const admin = shop.speak(shop.staff.admin.token)
  const days = { starts_on: '2020-01-01', ends_on: '2099-12-31' }
  const figures = { rate_num: 1, rate_den: 100, serial_points: 50, basis_yen: 1296, planned_sales_yen: 10_000_000 }
  const prizes = [{ name: '米俵クッション', value_yen: 3000, quantity: 1, odds_num: 1 }]
  const named = { name: 'おせんべいを買って当てよう', maker: '米菓舎', goods: { variant_ids: [variant_id] } }
  const made = await admin.post('/v1/proofs/campaigns', { ...named, ...days, ...figures, prizes })
  const at = `/v1/proofs/campaigns/${made.body.campaign_id}`
  code = String(made.body.code)
  serial = ((await admin.post(`${at}/serials`, { count: 1 })).body.items as [string])[0]
  assert.equal((await admin.post(`${at}/opening`, {})).status, 200)
})
after(() => shop?.close())

it('a guest’s receipt is kept, hers when she joins, and counts once; her serial brings fifty more', async () => {
  const page = await shop.shopper(shop.shinjuku)
  const tell = async () => {
    for (const [label, text] of [
      ['お店の名前', 'スーパーまるや 中野店'],
      ['お買い上げ日', '2026-11-20'],
      ['レシート番号', '0012-345'],
      ['この商品の税込価格（円）', '1296'],
    ] as const)
      await page.getByLabel(label).fill(text)
    await page.getByRole('button', { name: '応募する', exact: true }).click()
  }
  await page.goto(`/shelf/${code}`)
  await page.getByText('1回に1回の確率').waitFor()
  await tell()
  await page.getByText('会員になると、12ポイントと抽選の結果を受け取れます。').waitFor()
  await page.getByRole('link', { name: '会員になって受け取る' }).click()
  const email = 'j10-screen@example.jp'
  await page.getByLabel('メールアドレス').fill(email)
  await page.getByRole('button', { name: 'コードを送る' }).click()
  await page.getByText('6桁のコードをお送りしました').waitFor()
  const digits = /\d{6}/.exec((await inbox(shop.db, email))[0]?.subject ?? '')?.[0] as string
  await page.getByLabel('6桁のコード').fill(digits)
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
  await page.getByLabel('お名前').fill('青木')
  await page.getByRole('button', { name: '会員になる', exact: true }).click()
  await page.getByRole('button', { name: 'これで始める' }).click()
  await page.waitForURL('**/entries')
  await page.getByText('当選「米俵クッション」').waitFor()
  await page.getByText('+12ポイント').waitFor()

  await page.goto(`/shelf/${code}`)
  await tell()
  await page.getByText('すでに使われています').waitFor()
  await page.getByLabel('シリアル番号で応募').check()
  await page.getByLabel('シリアル番号', { exact: true }).fill(serial)
  await page.getByRole('button', { name: '応募する', exact: true }).click()
  await page.getByText('50ポイントが付きました。').waitFor()
  await page.goto('/account')
  await page.getByText('62', { exact: true }).first().waitFor()
})
