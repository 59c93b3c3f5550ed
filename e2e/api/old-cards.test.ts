/** CROSS POINT at the API: the card of an old shop becomes hers by its PIN; the till earns, EC spends, the till sees it. */
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { rows, sql } from '../../src/core/database.ts'
import { clock, setClock } from '../../src/core/time.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

describe('old shop cards', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop?.close())
  afterEach(() => setClock())

  let cards = 0
  /** A card brought in from the old system; its number. */
  async function card(points = 500): Promise<string> {
    const card_number = `OLD-${String(++cards).padStart(8, '0')}`
    const made = await shop
      .as(shop.api_key)
      .post('/v1/integrations/old-cards', { source: 'former-till', cards: [{ card_number, pin: '4321', points }] })
    assert.deepEqual([made.status, (made.body.items as { outcome: string }[])[0]?.outcome], [201, 'added'], made.text)
    return card_number
  }
  const link = (token: string, card_number: string, pin = '4321') =>
    shop.as(token).post('/v1/customers/me/old-cards', { card_number, pin })
  const points = async (token: string) => (await shop.as(token).get('/v1/loyalty/me')).body.available

  it('she links her card by number and PIN, and its points are hers at once; the till still reads the old card', async () => {
    const member = await shop.member('card-holder')
    const number = await card(500)
    const linked = await link(member.token, number.toLowerCase().replace('-', ' '))
    assert.equal(linked.status, 201, linked.text)
    assert.equal(linked.body.customer_id, member.profile_id)
    assert.equal(await points(member.token), 500)
    const read = await shop.as(shop.staff.clerk.token).post('/v1/customers/scans', { code: number })
    assert.deepEqual([read.body.customer_id, read.body.may_spend], [member.profile_id, false])
  })

  it('the till earns on the old card, EC spends seconds later, and the till sees what is left', async () => {
    const member = await shop.member('cross-point')
    const number = await card(1000)
    await link(member.token, number)
    const clerk = shop.as(shop.staff.clerk.token)
    const read = await clerk.post('/v1/customers/scans', { code: number })
    const sold = await clerk.post('/v1/orders', {
      way: 'carry',
      profile_id: read.body.profile_id,
      lines: [{ gtin: '4599990000047', quantity: 1 }],
      payments: [{ method: 'cash' }],
    })
    assert.equal(sold.body.points_earned, 39)
    assert.equal(await points(member.token), 1039)
    const spent = await shop.as(member.token).post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      lines: [{ gtin: '4599990000177', quantity: 1 }],
      points_used: 1039,
      payments: [{ method: 'card', token: 'tok_visa' }],
    })
    assert.equal(spent.status, 201, spent.text)
    assert.equal((await clerk.get(`/v1/loyalty/profiles/${read.body.profile_id}`)).body.available, 0)
  })

  it('a wrong PIN links nothing and looks like an unknown card; five of them lock the card for everybody, even for the right PIN', async () => {
    const number = await card()
    const member = await shop.member('guesser')
    const wrong = await link(member.token, number, '0000')
    const unknown = await link(member.token, 'OLD-77777777', '0000')
    const told = ({ body }: typeof wrong) => [body.status, body.code, body.field, body.messages]
    assert.deepEqual(told(wrong), told(unknown))
    assert.deepEqual([wrong.status, wrong.body.field], [422, 'pin'])
    const others = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => shop.member(`guesser-${at}`)))
    const guesses = await Promise.all(others.map(({ token }) => link(token, number, '1111')))
    assert.deepEqual(guesses.map(({ status }) => status).sort(), [422, 422, 422, 422, 429, 429])
    const holder = await shop.member('real-holder')
    const locked = await link(holder.token, number)
    assert.deepEqual([locked.status, locked.body.code], [429, 'access.too_many'])
    assert.ok(Number(locked.headers.get('retry-after')) > 3600)
    assert.equal(await points(holder.token), 0)
    const linked = await rows(
      shop.db,
      sql`select 1 from customers.old_card where linked_at is not null and profile_id = (
      select profile_id from customers.identifier i join customers.old_card c using (profile_id) where c.card_token = i.token and c.linked_at is null limit 1)`,
    )
    assert.deepEqual(linked, [])
    const tomorrow = clock.ms() + 25 * 3_600_000
    setClock(() => tomorrow)
    assert.equal((await link(holder.token, number)).status, 201)
  })

  it('a member who tries card after card is locked, and the cards are not', async () => {
    const member = await shop.member('collector')
    const numbers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => card()))
    const statuses = []
    for (const number of numbers) statuses.push((await link(member.token, number, '9999')).status)
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429])
    assert.equal((await link((await shop.member('owner')).token, numbers[0] as string)).status, 201)
  })

  it('a linked card is linked once; ten members who know the PIN at one moment are one winner', async () => {
    const number = await card(300)
    const members = await Promise.all([...Array(5).keys()].map((at) => shop.member(`race-${at}`)))
    const answers = await Promise.all(members.map(({ token }) => link(token, number)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409, 409])
    const key = crypto.randomUUID()
    const again = await card(200)
    const winner = await shop.member('repeats')
    const repeats = await Promise.all(
      Array.from({ length: 20 }, () =>
        shop.as(winner.token).post('/v1/customers/me/old-cards', { card_number: again, pin: '4321' }, key),
      ),
    )
    assert.ok(repeats.every(({ status }) => [201, 409, 429].includes(status)))
    assert.equal(await points(winner.token), 200, 'twenty repeats at once link once')
    assert.equal((await link(winner.token, await card(50))).status, 201, 'and lock nobody')
    const held = await Promise.all(members.map(({ token }) => points(token)))
    assert.deepEqual(held.sort(), [0, 0, 0, 0, 300])
  })

  it('staff take a wrong link back: the points go home, and the card may be linked by its holder', async () => {
    const number = await card(700)
    const [wrong, right] = [await shop.member('wrong-one'), await shop.member('right-one')]
    const { body } = await link(wrong.token, number)
    assert.equal(await points(wrong.token), 700)
    const manager = shop.as(shop.staff.manager.token)
    const undone = await manager.post(`/v1/customers/merges/${body.merge_id}/undoing`, undefined)
    assert.equal(undone.status, 201, undone.text)
    assert.equal(await points(wrong.token), 0)
    assert.equal((await link(right.token, number)).status, 201)
    assert.equal(await points(right.token), 700)
  })

  it('bringing the same cards in again changes nothing; a bad row refuses itself alone; PINs are nowhere', async () => {
    const number = await card(100)
    const again = await shop.as(shop.api_key).post('/v1/integrations/old-cards', {
      source: 'former-till',
      cards: [
        { card_number: number, pin: '9999', points: 9999 },
        { card_number: 'OLD-A', pin: '1234', external_id: 'X-1' },
        { card_number: 'OLD-B', pin: '1234', external_id: 'X-1' },
      ],
    })
    const items = again.body.items as { outcome: string; field: string | null }[]
    assert.deepEqual(
      items.map(({ outcome, field }) => [outcome, field]),
      [
        ['known', null],
        ['added', null],
        ['refused', 'external_id'],
      ],
    )
    const member = await shop.member('repeat')
    assert.equal((await link(member.token, number, '9999')).status, 422)
    assert.equal((await link(member.token, number)).status, 201)
    assert.equal(await points(member.token), 100)
    const stored = await rows<{ row: string }>(shop.db, sql`select c::text as row from customers.old_card c`)
    assert.ok(stored.length > 0 && stored.every(({ row }) => !/\b4321\b|OLD/.test(row)))
    const clerk = await shop.as(shop.staff.clerk.token).post('/v1/integrations/old-cards', { source: 'x', cards: [] })
    assert.equal(clerk.status, 403)
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})
