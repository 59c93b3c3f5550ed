/**
 * Goal: a text is shown, never run, in all three faces. Method: names of goods, people and places out of the corpus, a real
 * Chromium, no script of theirs run and no word from the content policy. ENGAWA_XSS=400 opens so many product pages.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { register } from '../../src/customers/customers.ts'
import { blankPlace, putPlace } from '../../src/stores/stores.ts'
import { payloads } from '../security/payloads.ts'
import { openScreens, type Screens } from './open.ts'

const opened = Number(process.env.ENGAWA_XSS ?? 4)

describe('texts that would run', () => {
  let shop: Screens
  let product_ids: string[]
  let customer_id: string
  before(async () => {
    shop = await openScreens()
    await transaction(shop.db, system, async (tx) => {
      const { rows } = await putProducts(
        tx,
        system,
        payloads.map((text, at) => ({
          external_id: `xss-${at}`,
          name: text.slice(0, 200),
          name_en: text.slice(0, 200),
          description: text,
          tags: [text.slice(0, 60)],
          tax_category: 'standard',
          published_at: '2026-01-01T00:00:00Z',
          variants: [
            { options: { 色: text.slice(0, 80) }, prices: [{ yen: 100, valid_from: '2026-01-01T00:00:00Z' }] },
          ],
        })),
      )
      product_ids = rows.map((row) => row.product_id)
      for (const text of payloads.slice(0, 12))
        customer_id = (
          await register(tx, system, {
            family_name: text.slice(0, 100),
            given_name: text.slice(0, 100),
            building: text.slice(0, 200),
          })
        ).customer_id
      for (const text of payloads.slice(0, 8))
        await putPlace(tx, system, {
          ...blankPlace,
          kind: 'shop',
          name: text.slice(0, 200),
          city: text.slice(0, 100),
          offers_pickup: true,
        })
    })
  })
  after(() => shop?.close())

  /** Open pages and tell what ran, popped up or was stopped by the policy. */
  async function look(page: Page, addresses: string[]): Promise<string[]> {
    const found: string[] = []
    page.on('dialog', (dialog) => {
      found.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) found.push(`${page.url()}: ${message.text().slice(0, 300)}`)
    })
    for (const address of addresses) {
      await page.goto(address, { waitUntil: 'load' })
      await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {})
      const ran = await page.evaluate(() => (window as unknown as { __ran?: number }).__ran ?? 0)
      if (ran) found.push(`${address}: ${ran} ran`)
    }
    return found
  }

  it('are shown in the storefront', async (t) => {
    assert.ok(payloads.length >= 300, `${payloads.length} texts`)
    const member = await shop.member('xss')
    const phone = await shop.shopper(shop.shinjuku, member.token)
    const step = Math.max(1, Math.floor(product_ids.length / opened))
    const pages = product_ids.filter((_, at) => at % step === 0).slice(0, opened)
    t.diagnostic(`${payloads.length} texts, ${pages.length} product pages`)
    const asked = encodeURIComponent(payloads[0] as string)
    const lists = ['/', '/search', `/search?q=${asked}`]
    assert.deepEqual(await look(phone, [...lists, ...pages.map((id) => `/products/${id}`)]), [])
  })

  it('are shown at the counter and in the console', async () => {
    const desk = await shop.office(shop.staff.admin.token)
    const product = product_ids[1] as string
    const addresses = [
      '/console/',
      '/console/products',
      `/console/products/${product}`,
      `/console/customers/${customer_id}`,
    ]
    assert.deepEqual(await look(desk, [...addresses, '/counter/', '/counter/customers', '/counter/stock']), [])
  })

  it('would be stopped by the policy, were one to slip in', async () => {
    const phone = await shop.shopper(shop.shinjuku)
    for (const address of ['/', '/counter/', '/console/']) {
      await phone.goto(address)
      const stopped = phone.waitForEvent('console', (message) => /content security policy/i.test(message.text()))
      await phone.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.__ran=1">')
      })
      await stopped
      assert.equal(await phone.evaluate(() => (window as unknown as { __ran?: number }).__ran), undefined, address)
    }
  })
})
