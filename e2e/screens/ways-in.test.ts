/** In without a password, in a real browser: a passkey made on my page, LINE by the fake, a poster scanned in the shop. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { inbox } from '../../src/channels/email/fake.ts'
import { openScreens, type Screens } from './open.ts'

describe('the ways in', () => {
  let shop: Screens
  before(async () => {
    shop = await openScreens()
  })
  after(() => shop?.close())

  /** A phone with a screen lock: makes and shows passkeys without asking. */
  async function authenticator(page: Page) {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name })
  /** The code last mailed to an address. */
  async function mailed(email: string): Promise<string> {
    for (let turn = 0; turn < 100; turn++) {
      const code = /\d{6}/.exec((await inbox(shop.db, email, 1))[0]?.subject ?? '')?.[0]
      if (code) return code
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error('no mail came')
  }
  async function confirmMail(page: Page, email: string): Promise<void> {
    await page.getByLabel('メールアドレス').fill(email)
    await button(page, 'コードを送る').click()
    await page.getByLabel('コード').fill(await mailed(email))
    await button(page, 'サインイン').click()
  }

  it('a passkey made on my page signs her in without typing a name, until she removes it', async () => {
    const member = await shop.member('passkey-hanako')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    const credentials = await authenticator(phone)
    await phone.goto('/security')
    await button(phone, 'パスキーを追加').click()
    const mine = phone.getByRole('list', { name: 'パスキー' }).getByRole('listitem')
    await mine.waitFor()
    const made = await credentials()
    assert.deepEqual([made.length, made[0]?.rpId, made[0]?.isResidentCredential], [1, 'localhost', true])
    assert.ok(
      !Buffer.from(made[0]?.userHandle ?? '', 'base64')
        .toString()
        .includes(member.profile_id),
    )

    await phone.goto('/account')
    await button(phone, 'サインアウト').click()
    await button(phone, 'パスキーでサインイン').click()
    await phone.getByRole('heading', { name: '木村 passkey-hanakoさま' }).waitFor()
    await phone.goto('/security')
    await mine.getByText('最後に使った日').waitFor()
    assert.ok((await credentials())[0]?.signCount !== made[0]?.signCount, 'the counter went on')

    await mine.getByRole('button').click()
    await mine.waitFor({ state: 'detached' })
    await phone.goto('/account')
    await button(phone, 'サインアウト').click()
    await button(phone, 'パスキーでサインイン').click()
    await phone.getByText('このパスキーではサインインできません').waitFor()
  })

  it('a LINE account nobody has is linked once she has proven her e-mail, and signs her in from then on', async () => {
    const member = await shop.member('line-hanako')
    const phone = await shop.shopper(shop.shinjuku)
    const throughLine = async () => {
      await phone.goto('/account')
      await button(phone, 'LINEで続ける').click()
      await phone.getByLabel('LINEの名前').fill('はなこ')
      await phone.getByRole('button', { name: '同意する' }).click()
    }
    await throughLine()
    await phone.getByText('LINEのはなこさまを確かめました').waitFor()
    assert.ok(!phone.url().includes('code='), 'nothing of the code stays in the address')
    await confirmMail(phone, 'line-hanako@example.jp')
    const me = phone.getByRole('heading', { name: '木村 line-hanakoさま' })
    await me.waitFor()
    await phone.goto('/security')
    await phone.getByText('連携しています').waitFor()
    await phone.goto('/account')
    await button(phone, 'サインアウト').click()
    await phone.getByRole('heading', { name: '会員証を、この電話に' }).waitFor()
    await throughLine()
    await me.waitFor()
    const cookies = await phone.context().cookies()
    const session = cookies.find(({ name }) => name === 'engawa_member')
    assert.deepEqual([session?.httpOnly, session?.sameSite], [true, 'Lax'])
    assert.ok(session?.value && session.value !== member.token)
  })

  it('a poster’s address makes a member on the spot, and it is known where she joined', async () => {
    const made = await shop
      .speak(shop.staff.manager.token)
      .post('/v1/stores/posters', { place_id: shop.shinjuku, name: '入口' })
    assert.equal(made.status, 201, made.text)
    const phone = await shop.shopper(shop.shinjuku)
    await phone.goto(new URL(made.body.join_url as string).pathname)
    await phone.getByText('新宿店のポスターから').waitFor()
    await confirmMail(phone, 'poster-hanako@example.jp')
    await phone.getByLabel('お名前').fill('山田 花')
    await button(phone, '会員').click()
    // Asked plainly, one purpose at a time; nothing is ticked for her.
    await phone.getByRole('heading', { name: 'お使い方をお選びください' }).waitFor()
    assert.equal(await phone.getByRole('checkbox', { checked: true }).count(), 0)
    await phone.getByRole('group', { name: 'おすすめのパーソナライズ' }).getByRole('checkbox').check()
    await button(phone, 'これで始める').click()
    await phone.locator('[data-code]').waitFor()
    const said = await phone.evaluate(async () => {
      const answer = await fetch('/v1/consent/current', { headers: { 'engawa-face': 'storefront' } })
      return (await answer.json()).items
    })
    const granted = (said as { purpose: string; granted: boolean }[]).filter((each) => each.granted)
    assert.deepEqual(granted.map(({ purpose }) => purpose).toSorted(), ['personalise', 'service'])
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date())
    const report = await shop
      .speak(shop.staff.manager.token)
      .get(`/v1/customers/sign-ups?from=${today}&to=${today}&by_place=true&by_poster=true`)
    const counted = (
      report.body.items as { route: string; place_id: string; poster_id: string; joined: number }[]
    ).find(({ route }) => route === 'poster')
    assert.deepEqual([counted?.joined, counted?.place_id, counted?.poster_id], [1, shop.shinjuku, made.body.poster_id])
  })
})
