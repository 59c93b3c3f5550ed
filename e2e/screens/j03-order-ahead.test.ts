/** J3 through the screens: paid ahead on her phone, it stands on that shop's screen only, is made, called and handed over once. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { putStaff } from '../../src/access/access.ts'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { blankPlace, putPlace } from '../../src/stores/stores.ts'
import { daily } from '../api/places.ts'
import { openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

describe('J3: a latte ordered ahead', () => {
  let shop: Screens
  let marunouchi: string
  let variants: string[]
  let here: Page
  let elsewhere: Page
  before(async () => {
    shop = await openScreens()
    marunouchi = await transaction(shop.db, system, async (tx) => {
      // Around the clock: it is open whenever this runs.
      const hours = daily('00:00', '24:00')
      const place = { ...blankPlace, kind: 'shop' as const, name: '丸の内店', offers_order_ahead: true, hours }
      const { place_id } = await putPlace(tx, system, place)
      const who = { code: 'S-030', display_name: '西田', role: 'clerk' as const, place_ids: [place_id], pin: '246810' }
      await putStaff(tx, system, who)
      const made = [
        { name: 'カフェラテ', yen: 500, tax_included: false },
        { name: 'クッキー', yen: 320, tax_included: true },
      ]
      const { rows } = await putProducts(
        tx,
        system,
        made.map(({ name, yen, tax_included }) => ({
          name,
          external_id: name,
          tax_category: 'food',
          attributes: { made_to_order: true },
          variants: [{ prices: [{ yen, tax_included, valid_from: '2026-01-01T00:00:00Z' }] }],
          published_at: '2026-01-01T00:00:00Z',
        })),
      )
      variants = rows.flatMap((row) => row.variant_ids)
      return place_id
    })
    here = await shop.counter()
    await here.goto('/counter/queue')
    await atTill(here).signIn('丸の内店', 'S-030', { at: 'ご注文を選ぶと、ここに中身が出ます' })
    elsewhere = await shop.counter()
    await elsewhere.goto('/counter/queue')
    await atTill(elsewhere).signIn('新宿店', 'S-001', { at: 'ご注文を選ぶと、ここに中身が出ます' })
  })
  after(() => shop?.close())

  it('is ¥860 with ¥63 tax, seen by the shop at once and by no other', async () => {
    const member = await shop.member('j3-screens')
    const her = shop.speak(member.token)
    const placed = await her.post('/v1/orders', {
      way: 'order_ahead',
      place_id: marunouchi,
      supply_mode: 'take_away',
      lines: variants.map((variant_id) => ({ variant_id, quantity: 1 })),
      payments: [{ method: 'card', token: 'tok_visa' }],
    })
    assert.equal(placed.status, 201, placed.text)
    assert.deepEqual([placed.body.total_yen, placed.body.tax_yen, placed.body.points_earned], [860, 63, 8])
    const number = String((placed.body.promise as { call_number: number }).call_number)
    const card = here.getByRole('button').filter({ hasText: '2点・お支払い済み' })
    await card.waitFor()
    assert.ok((await card.innerText()).split('\n').includes(number))

    await card.click()
    const panel = here.getByRole('complementary')
    await panel.getByText(`${number}番`).waitFor()
    await panel.getByRole('button', { name: '作りはじめる' }).click()
    await panel.getByRole('button', { name: 'そろいました' }).click()
    await here.getByText('受取可', { exact: true }).first().waitFor()
    const state = async () => (await her.get(`/v1/orders/${placed.body.order_id}`)).body as Record<string, unknown>
    assert.equal((await state()).state, 'ready')
    assert.equal((await her.get('/v1/loyalty/me')).body.available, 0, 'not before it is handed over')

    await panel.getByRole('button', { name: 'お渡ししました' }).click()
    await here.getByText('新しいご注文は、ここに並びます').first().waitFor()
    await card.waitFor({ state: 'detached' })
    assert.equal((await state()).state, 'done')
    const points = (await her.get('/v1/loyalty/me')).body
    assert.deepEqual([points.available, points.pending], [8, 0])
    assert.equal(await elsewhere.getByText('お支払い済み').count(), 0)
  })
})
