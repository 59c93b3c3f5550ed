/** The office builds a segment as a sentence, sees it counted while it is written, saves it, and finds who is in it and why. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'

describe('segments in the office', () => {
  let shop: Screens
  let desk: Page
  before(async () => {
    shop = await openScreens()
    const member = await shop.member('sentence')
    const sale = await shop.speak(shop.staff.clerk.token).post('/v1/orders', {
      way: 'carry',
      profile_id: member.profile_id,
      payments: [{ method: 'cash' }],
      lines: [{ gtin: '4599990000184', quantity: 2 }],
    })
    assert.equal(sale.status, 201, sale.text)
    await shop.member('bystander')
    desk = await shop.office(shop.staff.admin.token)
  })
  after(() => shop?.close())

  it('a sentence is counted as it is written, and its people are there with the facts that decided', async () => {
    await desk.goto('/console/segments')
    await desk.getByRole('link', { name: 'セグメントを作る' }).click()
    const rule = desk.getByRole('region', { name: '条件' })
    await rule.getByLabel('条件を加える', { exact: true }).selectOption({ label: 'お買い物をした' })
    // The two conditions a new sentence begins with are not wanted.
    for (let left = 2; left > 0; left--) await rule.getByRole('button', { name: '外す' }).first().click()
    await desk.getByText('50%').waitFor()
    await rule.getByLabel('回数').selectOption({ label: '2回以上' })
    await desk.getByText('会員 2人の 0%').waitFor()
    await rule.getByLabel('回数').selectOption({ label: '1回以上' })
    await desk.getByText('会員 2人の 50%').waitFor()
    await desk.getByRole('button', { name: '見本を見る' }).click()
    await desk.getByText('木○ s○').waitFor()
    await desk.getByLabel('名前', { exact: true }).fill('お買い物をした方')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.waitForURL(/segments\/[0-9a-f-]{36}$/)
    await desk.getByText('入っている方 1人').waitFor()
    await desk.getByText('直近90日にお買い物 1回以上:').last().waitFor()
    await desk.getByRole('row').nth(1).getByRole('link').click()
    await desk.getByText('お買い物をした方').waitFor()
  })
})
