/** What is held about her is hers to see, to take along, to correct and to have erased, on her own phone. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, suite, test } from 'node:test'
import { openScreens, type Screens } from './open.ts'

suite('my data', () => {
  let shop: Screens
  before(async () => {
    shop = await openScreens()
  })
  after(() => shop?.close())

  test('she sees it, takes it along, corrects it, and leaves for good', async () => {
    const her = await shop.member('my-data', '09055556666')
    const page = await shop.shopper(shop.shinjuku, her.token)
    await page.goto('/privacy')
    await page.getByRole('link', { name: 'お預かりしている情報を見る・消す' }).click()
    await page.getByText('m•••@example.jp').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'ファイルを受け取る' }).click(),
    ])
    const copy = JSON.parse(readFileSync(await file.path(), 'utf8')) as { person: { email: string } }
    assert.equal(copy.person.email, 'my-data@example.jp')
    await page.getByLabel('姓').fill('青柳')
    await page.getByRole('button', { name: '直す', exact: true }).click()
    await page.getByText('直しました').waitFor()
    assert.equal((await shop.speak(her.token).get('/v1/customers/me')).body.family_name, '青柳')
    await page.getByText('退会して情報を消す').click()
    const leave = page.getByRole('button', { name: '退会して消す' })
    assert.equal(await leave.isDisabled(), true)
    await page.getByLabel('元に戻せないことがわかりました').check()
    await Promise.all([page.waitForURL((url) => url.pathname === '/'), leave.click()])
    assert.equal((await shop.speak(shop.api_key).get(`/v1/customers/${her.profile_id}`)).status, 410)
    await page.goto('/privacy/my-data')
    await page.getByRole('link', { name: 'メールで始める' }).waitFor()
  })
})
