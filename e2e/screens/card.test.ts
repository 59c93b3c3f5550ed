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
    const left = await phone.evaluate(async () => [localStorage.length, (await caches.keys()).length])
    assert.deepEqual(left, [0, 0])
  })
})
