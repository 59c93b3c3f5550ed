/** What is held about her is hers to see, to correct and to have erased; the office answers what she asks, and says who is one person. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, suite, test } from 'node:test'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { propose } from '../../src/customers/customers.ts'
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
  test('she sees why she is taken for one who likes organic food, has that forgotten with one press, and takes it back', async () => {
    const her = await shop.member('known')
    const hers = shop.speak(her.token)
    const decisions = [{ purpose: 'personalise', channel: 'any', granted: true }]
    assert.equal((await hers.post('/v1/consent/decisions', { decisions })).status, 201)
    const sale = { way: 'carry', place_id: shop.shinjuku, profile_id: her.profile_id, payments: [{ method: 'cash' }] }
    const lines = [{ variant_id: shop.variant['4599990000016'], quantity: 1 }]
    for (let times = 0; times < 2; times++)
      assert.equal((await shop.speak(shop.api_key).post('/v1/orders', { ...sale, lines })).status, 201)
    const concluded = async () => (await hers.get('/v1/privacy/me/facts')).text.split('"forgotten"')[0] ?? ''
    const late = performance.now() + 90_000
    while (!(await concluded()).includes('オーガニック')) {
      assert.ok(performance.now() < late, 'nothing was concluded')
      await new Promise((done) => setTimeout(done, 100))
    }
    const page = await shop.shopper(shop.shinjuku, her.token)
    await page.goto('/privacy')
    await page.getByRole('link', { name: 'わたしについて分かったこと' }).click()
    await page.getByText('手がかり：オーガニック').first().waitFor()
    await page.getByRole('button', { name: '「オーガニック」を忘れさせる' }).click()
    await page.getByRole('heading', { name: '忘れさせたこと' }).waitFor()
    assert.ok(!(await concluded()).includes('name":"オーガニック"'))
    await page.getByRole('button', { name: '「オーガニック」を元に戻す' }).click()
    await page.getByRole('button', { name: '「オーガニック」を忘れさせる' }).waitFor()
  })
  test('in the office a request is received and answered, and two records are joined by key and parted again', async () => {
    const [one, two] = [await shop.member('office-a'), await shop.member('office-b')]
    await transaction(shop.db, system, (tx) =>
      propose(tx, [{ a: one.profile_id, b: two.profile_id, found_by: 'alike', probability: 0.71, reasons: [] }]),
    )
    const page = await shop.office(shop.staff.admin.token)
    await page.goto(`/console/customers/${one.profile_id}`)
    await page.getByRole('button', { name: '個人情報の請求' }).click()
    await page.getByRole('button', { name: '受け付ける' }).click()
    await page.getByText('受け付けました').waitFor()
    await page.goto('/console/privacy-requests')
    await page.getByRole('button', { name: '開示（見る）' }).click()
    await page.getByRole('button', { name: '対応済みにする' }).click()
    await page.getByText('対応する請求はありません').waitFor()

    await page.goto('/console/pairs')
    const same = page.getByRole('button', { name: '同じ方として統合' })
    await same.focus()
    await page.keyboard.press('y')
    await page.getByText('確認待ちの組はありません').waitFor()
    const joined = await shop.speak(shop.api_key).get(`/v1/customers/${one.profile_id}`)
    assert.equal((joined.body.profile_ids as string[]).length, 2)
    await page.goto('/console/pairs?state=accepted')
    await page.getByRole('button', { name: '元に戻す' }).click()
    await page.getByText('元に戻しました').waitFor()
    const parted = await shop.speak(shop.api_key).get(`/v1/customers/${one.profile_id}`)
    assert.equal((parted.body.profile_ids as string[]).length, 1)
  })
})
