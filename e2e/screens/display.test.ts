/** The screen on the wall: a number is called in its own shop while it is ready, and nobody is named. The page of components beside it. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { changePlace, daily } from '../api/places.ts'
import { openScreens, type Screens } from './open.ts'

const cookies = '4599990000184'

describe('the screen in a shop', () => {
  let shop: Screens
  let wall: Page
  before(async () => {
    shop = await openScreens()
    await changePlace(shop, shop.shinjuku, { offers_order_ahead: true, hours: daily('00:00', '24:00') })
    wall = await shop.counter()
    await wall.goto(`/display/${shop.shinjuku}`)
  })
  after(() => shop?.close())

  it('shows what is here while nobody is called', async () => {
    await wall.getByText('新しく入りました').waitFor()
    await wall.getByText('今日あります').first().waitFor()
  })

  it('calls a number from the making to the hand-over and names nobody', async () => {
    const member = await shop.member('wall')
    const placed = await shop.speak(member.token).post('/v1/orders', {
      way: 'order_ahead',
      place_id: shop.shinjuku,
      lines: [{ gtin: cookies, quantity: 1 }],
      payments: [{ method: 'card', token: 'tok_visa' }],
    })
    assert.equal(placed.status, 201, placed.text)
    const number = String((placed.body.promise as { call_number: number }).call_number)
    const clerk = shop.speak(shop.staff.clerk.token)
    const path = `/v1/orders/${placed.body.order_id}`
    await wall.getByText('おつくりしています').waitFor()
    await clerk.post(`${path}/preparation`, {})
    await clerk.post(`${path}/readiness`, {})
    await wall.getByText('お受け取りいただけます').waitFor()
    await wall.locator('.call', { hasText: number }).waitFor()
    const text = await wall.locator('main').innerText()
    assert.ok(!/木村|wall|さま/.test(text), text)
    await clerk.post(`${path}/hand-over`, { call_number: Number(number) })
    await wall.getByText('新しく入りました').waitFor()
  })

  it('a place without a door has no screen, and says so', async () => {
    const other = await shop.counter()
    await other.goto(`/display/${shop.warehouse}?lang=en`)
    await other.getByText('There is no display for this place').waitFor()
  })

  it('/kit shows every component in both languages', async () => {
    const kit = await shop.counter()
    const failed: string[] = []
    kit.on('pageerror', (error) => failed.push(error.message))
    await kit.goto('/kit/?lang=en&theme=dark')
    await kit.getByRole('heading', { name: 'Every component' }).waitFor()
    await kit.goto('/kit/?lang=ja&theme=light')
    await kit.getByRole('heading', { name: 'すべての部品' }).waitFor()
    assert.deepEqual(failed, [])
  })
})
