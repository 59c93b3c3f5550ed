/** The member card in the hand: it opens without a signal, and nothing of it stays after signing out. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openScreens, type Screens } from './open.ts'

describe('the member card', () => {
  let shop: Screens
  before(async () => {
    shop = await openScreens()
  })
  after(() => shop?.close())

  it('opens by one tap from any page without a signal; the rest says that there is none, and other faces are left alone', async () => {
    const member = await shop.member('card-tap')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    await phone.goto('/search')
    await phone.waitForFunction(() => navigator.serviceWorker.controller !== null)
    // waitForFunction takes a promise for a yes: asked from here instead, until the page and every file it names is kept.
    const kept = () =>
      phone.evaluate(async () => {
        const page = await caches.match('/card')
        const text = (await page?.text()) ?? ''
        const files = [...text.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path)
        return files.length > 0 && (await Promise.all(files.map((path) => caches.match(path)))).every(Boolean)
      })
    for (let turn = 0; turn < 600 && !(await kept()); turn++) await phone.waitForTimeout(100)
    await phone.waitForFunction(() => localStorage.length === 1)
    await phone.context().setOffline(true)
    await phone.getByRole('link', { name: '会員証' }).first().click()
    await phone.locator('[data-code]').waitFor()
    await phone.goto('/orders')
    await phone.getByRole('heading', { name: '通信が切れています' }).waitFor()
    await phone.getByRole('link', { name: /会員証を開く/ }).click()
    await phone.locator('[data-code]').waitFor()
    await assert.rejects(phone.goto('/console/'), /ERR_INTERNET_DISCONNECTED/)
    await phone.context().setOffline(false)
  })

  it('opens without a signal with a code that is still right, and is forgotten at sign-out', async () => {
    const member = await shop.member('card-offline')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    await phone.goto('/card')
    await phone.waitForFunction(() => navigator.serviceWorker.controller !== null)
    // Once more under the worker, which now keeps the page and its files.
    await phone.reload()
    await phone.locator('[data-code]').waitFor()

    await phone.context().setOffline(true)
    await phone.reload()
    const code = await phone.locator('[data-code]').getAttribute('data-code')
    await phone.context().setOffline(false)
    const read = await shop.speak(shop.staff.clerk.token).post('/v1/customers/scans', { code })
    assert.equal(read.status, 201, read.text)
    assert.equal(read.body.profile_id, member.profile_id)
    assert.equal(read.body.may_spend, true)

    await phone.goto('/account')
    await phone.getByRole('button', { name: 'サインアウト' }).click()
    await phone.getByRole('heading', { name: '会員証を、この電話に' }).waitFor()
    const left = await phone.evaluate(async () => [localStorage.length, Boolean(await caches.match('/card'))])
    assert.deepEqual(left, [0, false])
  })
})
