/** Without a finger or a mouse: an order online, a sale at the till, and from a phone number to all of a customer. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'

const knit = 'やわらかニット'
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const FAR = 150

describe('by keyboard alone', () => {
  let shop: Screens
  before(async () => {
    shop = await openScreens()
    const hours = Object.fromEntries(days.map((day) => [day, [{ open: '00:00', close: '24:00' }]]))
    const patched = await fetch(`${shop.url}/v1/stores/places/${shop.shinjuku}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${shop.api_key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ hours, pickup_cutoff: '23:59' }),
    })
    assert.equal(patched.status, 200, await patched.text())
  })
  after(() => shop?.close())

  /** Tab by tab to what is called so; the focus must show wherever it stands on the way. */
  async function reach(page: Page, called: RegExp): Promise<void> {
    for (let tabs = 0; tabs < FAR; tabs++) {
      await page.keyboard.press('Tab')
      const { name, shows } = await page.evaluate(() => {
        const on = document.activeElement as HTMLElement
        const labels = [...((on as HTMLInputElement).labels ?? [])].map((label) => label.textContent)
        const rings = [on, on.closest('label')].map((each) => each && getComputedStyle(each))
        return {
          name: (on.getAttribute('aria-label') ?? `${labels.join(' ')} ${on.textContent}`).replace(/\s+/g, ' ').trim(),
          shows: on === document.body || rings.some((ring) => ring && ring.outlineStyle !== 'none'),
        }
      })
      assert.ok(shows, `the focus does not show on “${name.slice(0, 60)}”`)
      if (called.test(name)) return
    }
    throw new Error(`no way by Tab to ${called}`)
  }
  const press = async (page: Page, called: RegExp) => {
    await reach(page, called)
    await page.keyboard.press('Enter')
  }

  it('orders a knit from the first page to the shop that sets it aside', async () => {
    const { token } = await shop.member('keys')
    const page = await shop.shopper(shop.shinjuku, token)
    await page.goto('/')
    await press(page, new RegExp(knit))
    await page.waitForURL('**/products/*')
    await page.getByRole('button', { name: /新宿店で.*受け取る/ }).waitFor()
    await press(page, /新宿店で.*受け取る/)
    await page.waitForURL('**/cart')
    await press(page, /^ご注文内容の確認へ/)
    await page.getByRole('button', { name: 'この内容で注文する' }).waitFor()
    await press(page, /^この内容で注文する/)
    await page.getByRole('heading', { name: '店舗で商品を集めています' }).waitFor()
  })

  it('signs in at the till, sells and prints', async () => {
    const till = await shop.counter()
    await till.goto('/counter/')
    await till.getByLabel('PIN').waitFor()
    // Slower than a reader, which types too.
    const type = async (words: string) => {
      for (const key of words) {
        await till.keyboard.press(key)
        await till.waitForTimeout(60)
      }
    }
    await reach(till, /^店舗・拠点/)
    const chosen = () =>
      till.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions?.[0]?.textContent)
    for (let steps = 0; (await chosen()) !== '新宿店' && steps < 9; steps++) await till.keyboard.press('ArrowDown')
    await reach(till, /^スタッフ番号/)
    await type('S-001')
    await reach(till, /^PIN/)
    await type('246810')
    await press(till, /^始める$/)
    await till.getByText('商品を読み取ると、ここに並びます').waitFor()
    await press(till, new RegExp(knit))
    await till.getByRole('listitem').filter({ hasText: knit }).waitFor()
    await press(till, /^ちょうど$/)
    await press(till, /^会計する/)
    await till.getByText('お会計がすみました').waitFor()
  })

  it('goes from a phone number to all that is known of her', async () => {
    const { customer_id } = await shop.member('found', '09087654321')
    const desk = await shop.office(shop.staff.agent.token)
    await desk.goto('/console/orders')
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk.keyboard.press('Control+k')
    await desk.getByRole('dialog').getByRole('combobox').waitFor()
    await desk.keyboard.type('09087654321')
    await desk.getByRole('option').filter({ hasText: '木村' }).waitFor()
    await desk.keyboard.press('Enter')
    await desk.waitForURL(`**/console/customers/${customer_id}`)
    await desk.getByRole('heading', { level: 1 }).waitFor()
  })
})
