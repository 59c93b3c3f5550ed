/** Something off at the till: within her own limit by the clerk, beyond it with a manager's PIN on the same screen; and whose till it is. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

const shirt = '4599990000030'

describe('discounts at the till', () => {
  let shop: Screens
  let till: Page
  let hand: ReturnType<typeof atTill>
  before(async () => {
    shop = await openScreens()
    till = await shop.counter()
    await till.goto('/counter/')
    hand = atTill(till)
    await hand.signIn('新宿店', 'S-001')
  })
  after(() => shop?.close())

  const type = async (digits: string) => {
    for (const digit of digits) await till.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click()
  }
  const begin = async () => {
    await hand.scan(shirt)
    await hand.line('洗いざらし麻シャツ').waitFor()
    await till.getByRole('button', { name: '値引き', exact: true }).click()
  }
  const pay = async () => {
    await till.getByRole('button', { name: 'ちょうど' }).click()
    await till.getByRole('button', { name: '会計する' }).click()
    await till.getByText('お会計がすみました').waitFor()
  }
  const newest = async () =>
    (
      (await shop.speak(shop.staff.admin.token).get('/v1/orders?newest=true&limit=1')).body.items as {
        total_yen: number
        discounts: { name: string; yen: number; asked_by: string; approved_by: string | null }[]
      }[]
    )[0]

  it('a clerk takes off what she may alone, and the receipt says why', async () => {
    await begin()
    await type('10')
    await till.getByLabel('理由').selectOption({ label: '展示品' })
    await till.getByText('¥2,990 → ¥2,691').waitFor()
    await till.getByRole('button', { name: '値引きする', exact: true }).click()
    await till.getByText('値引き −¥299').waitFor()
    await pay()
    await till.getByText('値引き（展示品） −¥299').waitFor()
    const order = await newest()
    assert.deepEqual(
      [order?.total_yen, order?.discounts.map(({ name, yen, approved_by }) => [name, yen, approved_by])],
      [2691, [['展示品', 299, null]]],
    )
  })

  it('beyond that a manager types her PIN there, and both stand on record', async () => {
    await begin()
    await till.getByRole('button', { name: '円', exact: true }).click()
    await type('1290')
    await till.getByText(/店長が承認すると続けられます/).waitFor()
    await till.getByLabel('責任者の番号').fill('S-003')
    await till.getByLabel('責任者のPIN').fill('111111')
    await till.getByRole('button', { name: '承認して値引きする' }).click()
    await till.getByText('スタッフ番号またはPINが違います。').waitFor()
    await till.getByLabel('責任者のPIN').fill('246810')
    await till.getByRole('button', { name: '承認して値引きする' }).click()
    await till.getByText('値引き −¥1,290').waitFor()
    await pay()
    const order = await newest()
    const [discount] = order?.discounts ?? []
    assert.deepEqual(
      [order?.total_yen, discount?.asked_by, discount?.approved_by],
      [1700, shop.staff.clerk.staff_id, shop.staff.manager.staff_id],
    )
  })

  it('without a network she has her own limit and no more; what she took off is told later', async () => {
    await hand.isReadyForTheWorst()
    await till.context().setOffline(true)
    await till.getByText('通信が切れています', { exact: false }).first().waitFor()
    await begin()
    await till.getByRole('button', { name: '円', exact: true }).click()
    await type('1290')
    await till
      .getByText(/通信が戻ると使えます/)
      .last()
      .waitFor()
    assert.ok(await till.getByRole('button', { name: '承認して値引きする' }).isDisabled())
    for (let digit = 0; digit < 4; digit++) await till.getByRole('button', { name: '1つ消す' }).click()
    await type('200')
    await till.getByRole('button', { name: '値引きする', exact: true }).click()
    await pay()
    await till.context().setOffline(false)
    for (;;) {
      const order = await newest()
      if (order?.total_yen === 2790) {
        assert.deepEqual(
          order.discounts.map(({ yen, approved_by }) => [yen, approved_by]),
          [[200, null]],
        )
        break
      }
      await till.waitForTimeout(500)
    }
  })
})
