/** A slow phone shows a page before it is alive: what is pressed or typed meanwhile is done once it lives. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'

describe('a page that is not alive yet', () => {
  let shop: Screens
  before(async () => {
    shop = await openScreens()
  })
  after(() => shop?.close())

  /** The page stands, its script waits at the door until `come` is called. */
  async function standing(page: Page, path: string): Promise<() => Promise<void>> {
    let open = () => {}
    const opened = new Promise<void>((done) => {
      open = done
    })
    await page.route(/\/assets\/entry\.client/, async (route) => {
      await opened
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    await page.waitForFunction(() => document.readyState !== 'loading')
    return async () => {
      open()
      await page.waitForFunction(() => !('early' in window && window.early))
    }
  }

  it('keeps a press: who signs out on a slow phone is signed out', async () => {
    const member = await shop.member('early-press')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    const come = await standing(phone, '/account')
    await phone.getByRole('button', { name: 'サインアウト' }).click()
    await phone.getByRole('button', { name: 'サインアウト' }).click()
    assert.ok(await phone.getByRole('heading', { name: '木村 early-pressさま' }).isVisible())
    await come()
    await phone.getByRole('heading', { name: '会員証を、この電話に' }).waitFor()
  })

  it('makes a press whole that began before it lived and ended after', async () => {
    const member = await shop.member('early-held')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    const come = await standing(phone, '/account')
    await phone.getByRole('button', { name: 'サインアウト' }).hover()
    await phone.mouse.down()
    await come()
    await phone.mouse.up()
    await phone.getByRole('heading', { name: '会員証を、この電話に' }).waitFor()
  })

  it('keeps what was typed, and Enter does not throw it away', async () => {
    const phone = await shop.shopper(shop.shinjuku)
    const come = await standing(phone, '/account')
    await phone.getByLabel('メールアドレス').fill('early@example.jp')
    await phone.getByLabel('メールアドレス').press('Enter')
    await come()
    await phone.getByRole('button', { name: 'コードを送る' }).click()
    await phone.getByText('early@example.jp').waitFor()
    assert.ok(!phone.url().includes('early'), 'nothing of it in the address')
  })

  it('leaves links and the search to the browser', async () => {
    const phone = await shop.shopper(shop.shinjuku)
    await standing(phone, '/search')
    await phone.getByRole('searchbox').fill('シャツ')
    await phone.getByRole('searchbox').press('Enter')
    await phone.waitForURL(/\/search\?q=/)
    await phone.getByRole('link', { name: 'マイページ' }).click()
    await phone.waitForURL(/\/account/)
  })
})
