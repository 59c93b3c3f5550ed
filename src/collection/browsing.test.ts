import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { openSession } from '#access/access'
import { decide, seedPurposes } from '#consent/consent'
import { system } from '#core/actor'
import { register } from '#customers/customers'
import { type Collecting, collecting } from '../../e2e/collecting.ts'

suite('what our own pages tell', () => {
  let house: Collecting
  before(async () => {
    house = await collecting()
    await house.inside(seedPurposes)
  })
  after(() => house.close())

  const act = (event: string, properties: object = { product_id: 'P-1' }) => ({
    event,
    message_id: randomUUID(),
    timestamp: new Date().toISOString(),
    properties,
  })
  const yes = { personalise: true, ads: false }
  /** A browser: it keeps its cookies, and sends them. */
  function browser(headers: Record<string, string> = {}) {
    const cookies = new Map<string, string>()
    const send = async (path: string, body: unknown) => {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
      const payload = JSON.stringify(body)
      const type = { 'content-type': 'application/json', 'engawa-face': 'storefront', host: 'localhost' }
      const answer = await house.app.inject({
        method: 'POST',
        url: path,
        payload,
        headers: { ...type, ...headers, cookie },
      })
      for (const { name, value, maxAge, expires } of answer.cookies as {
        name: string
        value: string
        maxAge?: number
        expires?: Date
      }[])
        if (maxAge === 0 || (expires && expires.getTime() < Date.now())) cookies.delete(name)
        else cookies.set(name, value)
      return answer
    }
    const tell = async (events: ReturnType<typeof act>[], agreed = yes) => {
      const answer = await send('/v1/collection/browsing', { agreed, events })
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json() as { accepted: number; agreed: boolean }
    }
    const signIn = async (profile_id: string) => {
      const session = await house.inside((tx) => openSession(tx, { kind: 'member', profile_id }))
      cookies.set('engawa_member', session.token)
    }
    return { cookies, tell, signIn }
  }
  const member = (name: string) => house.inside((tx) => register(tx, system, { family_name: name }))
  const toldAs = async (message_id: string) => (await house.told()).find(({ item }) => item.messageId === message_id)

  test('nothing is kept of who has not agreed, not even a name for her browser', async () => {
    const she = browser()
    const seen = act('Product Viewed')
    assert.deepEqual(await she.tell([seen], { personalise: false, ads: true }), { accepted: 0, agreed: false })
    assert.equal(await toldAs(seen.message_id), undefined)
    assert.equal(she.cookies.has('engawa_browser'), false)
  })

  test('an event arrives once with its fields, under one browser; Global Privacy Control is her no to advertising', async () => {
    const she = browser({ 'sec-gpc': '1' })
    const seen = act('Product Viewed', {
      product_id: 'P-2',
      sku: '4599990000030',
      price: 2990,
      currency: 'JPY',
      name: '麻のシャツ',
    })
    assert.deepEqual(await she.tell([seen], { personalise: true, ads: true }), { accepted: 1, agreed: true })
    await she.tell([seen])
    const searched = act('Products Searched', { query: '麻' })
    await she.tell([searched])
    const all = (await house.told()).filter(({ item }) => item.messageId === seen.message_id)
    assert.equal(all.length, 1)
    assert.deepEqual(all[0]?.payload, {
      product_ref: 'P-2',
      sku: '4599990000030',
      price: 2990,
      currency: 'JPY',
      refused: ['ads'],
    })
    assert.equal((all[0]?.item.properties as { name?: string } | undefined)?.name, '麻のシャツ')
    assert.equal((await toldAs(searched.message_id))?.profile_id, all[0]?.profile_id)
  })

  test('what she did before she signed in becomes hers; who signs in second on that browser takes nothing', async () => {
    const [one, two] = [await member('一人目'), await member('二人目')]
    const device = browser()
    const [before, signed, later, other] = [
      act('Product Viewed'),
      act('Cart Viewed', { products: [] }),
      act('Product Viewed'),
      act('Product Viewed'),
    ]
    await device.tell([before])
    await device.signIn(one.profile_id)
    await device.tell([signed])
    assert.equal((await toldAs(signed.message_id))?.profile_id, one.profile_id)
    assert.equal((await toldAs(before.message_id))?.customer_id, one.customer_id)
    device.cookies.delete('engawa_member')
    await device.tell([later])
    await device.signIn(two.profile_id)
    await device.tell([other])
    assert.equal((await toldAs(other.message_id))?.profile_id, two.profile_id)
    for (const { message_id } of [before, signed, later])
      assert.equal((await toldAs(message_id))?.customer_id, one.customer_id)
  })

  test('a member’s no, said anywhere, counts in every browser at once, and its name is taken away', async () => {
    const { profile_id } = await member('断る')
    const phone = browser()
    await phone.signIn(profile_id)
    assert.equal((await phone.tell([act('Product Viewed')])).accepted, 1)
    await house.inside((tx) =>
      decide(tx, system, profile_id, [{ purpose: 'personalise', channel: 'any', granted: false }], 'test'),
    )
    const after = act('Product Viewed')
    assert.deepEqual(await phone.tell([after]), { accepted: 0, agreed: false })
    assert.equal(await toldAs(after.message_id), undefined)
    assert.equal(phone.cookies.has('engawa_browser'), false)
  })
})
