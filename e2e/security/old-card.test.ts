import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { addOldCard } from '../../src/customers/old-cards.ts'
import { openShop, type Shop } from '../api/app.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

test('an old card is another’s until its PIN is proven: a wrong one links nothing, the right one links it once', async () => {
  const [mine, other] = [await shop.member('old-card-1'), await shop.member('old-card-2')]
  await transaction(shop.db, system, (tx) => addOldCard(tx, system, { card_number: '8800112233', pin: '4711' }))
  const link = (token: string, pin: string) =>
    shop.as(token).post('/v1/customers/me/old-cards', { card_number: '8800112233', pin })
  const wrong = await link(mine.token, '4712')
  assert.deepEqual([wrong.status, wrong.body.code, wrong.body.field], [422, 'customers.card_pin_wrong', 'pin'])
  const right = await link(mine.token, '4711')
  assert.equal(right.status, 201, right.text)
  assert.equal((await link(other.token, '4711')).status, 409)
})
